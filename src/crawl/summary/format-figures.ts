/** 10230 as 10,230 whatever the locale. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/gu, ',');

/** `1 page`, `2 pages` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** ISO 8601 in UTC as `2026-11-22 17:40`. */
export const minuteOf = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

export const dayOf = (iso: string): string => iso.slice(0, 10);

/** `48 s`, `22 min`, `3 h 5 min` */
export function durationOf(startedAt: string, endedAt: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A part of a whole in percent; one that is not all never reads as all, and one that is not nothing never as nothing. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (100 * part) / whole;
  if (part > 0 && percent < 0.1) return '< 0.1 %';
  if (part < whole && percent > 99.9) return '> 99.9 %';
  return `${percent.toFixed(1)} %`;
}

export const sumOf = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The largest first; of equals, by name. */
export const bySize = (counts: Record<string, number>): [name: string, count: number][] =>
  Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
