/** A time of day without requests to a host. Minutes since midnight; `from` after `to` runs over midnight. */
export interface QuietHours {
  from: number;
  to: number;
  /** IANA name: where the hours are counted. */
  timeZone: string;
}

/** Where the reports come from. */
const DEFAULT_ZONE = 'Asia/Shanghai';

const drawTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const drawQuietHours = ({ from, to, timeZone }: QuietHours): string =>
  `${drawTime(from)}-${drawTime(to)} ${timeZone}`;

/**
 * Reads `08:30-18:00`, with a time zone behind it or without (`08:30-18:00 Asia/Urumqi`).
 *
 * @throws {RangeError} with words for a person
 */
export function parseQuietHours(text: string): QuietHours {
  const [, ...parts] = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})(?:\s+(\S+))?$/u.exec(text.trim()) ?? [];
  const [h1, m1, h2, m2] = parts.slice(0, 4).map(Number);
  const timeZone = parts[4] ?? DEFAULT_ZONE;
  if (h1 === undefined || h1 > 23 || h2! > 24 || m1! > 59 || m2! > 59 || h2! * 60 + m2! > 24 * 60)
    throw new RangeError(`quiet hours are written like 08:30-18:00, not ${text}`);
  // Throws a RangeError that names the zone where there is no such zone.
  new Intl.DateTimeFormat('en', { timeZone });
  const [from, to] = [h1 * 60 + m1!, h2! * 60 + m2!];
  if (from === to) throw new RangeError(`quiet hours begin and end at the same time: ${text}`);
  return { from, to, timeZone };
}

/** @param now milliseconds since 1970 */
export function isQuiet(now: number, hours: QuietHours): boolean {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: hours.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const part = (type: string): number =>
    Number(format.formatToParts(now).find((p) => p.type === type)?.value ?? 0);
  const minute = part('hour') * 60 + part('minute');
  const { from, to } = hours;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
