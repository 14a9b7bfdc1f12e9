import type { QuantityReading } from './classify-quantities.js';

/** 领导小组会议1次、推进会4次,共5次: parts that make up the whole behind them are no rivals of it, and prove it. */
export function withoutParts(readings: readonly QuantityReading[]): QuantityReading[] {
  const parts = new Set<QuantityReading>();
  const proved = new Set<QuantityReading>();
  for (const whole of readings.filter(({ isWhole }) => isWhole)) {
    const before = readings.filter((one) => one.frame.id === whole.frame.id && one.index < whole.index);
    const sum = before.reduce((total, { quantity }) => total + quantity.value, 0);
    if (before.length < 2 || sum !== whole.quantity.value) continue;
    for (const part of before) parts.add(part);
    proved.add(whole);
  }
  return readings
    .filter((one) => !parts.has(one))
    .map((one) => (proved.has(one) ? { ...one, isSure: true } : one));
}
