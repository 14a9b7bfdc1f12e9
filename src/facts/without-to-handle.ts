import type { QuantityReading } from './classify-quantities.js';

/**
 * What came in and what was left from the year before make up what was to be handled, and that is no fact:
 *
 *     收到申请 87 件,加上上年结转的 4 件,共 91 件
 */
export function withoutToHandle(readings: readonly QuantityReading[]): {
  left: QuantityReading[];
  toHandle: number[];
} {
  const counted = (id: string) => readings.find(({ frame }) => frame.id === id)?.quantity.value;
  const [received, over] = [counted('requests.received'), counted('requests.carriedOver')];
  if (received === undefined || over === undefined || over === 0)
    return { left: [...readings], toHandle: [] };
  const isToHandle = ({ frame, quantity }: QuantityReading) =>
    frame.id === 'requests.received' && quantity.value === received + over;
  const own = readings.filter((one) => !isToHandle(one));
  return { left: own, toHandle: readings.filter(isToHandle).map(({ index }) => index) };
}
