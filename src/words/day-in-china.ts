/** Eight hours east of Greenwich, without summer time in any year that has reports. */
const OFFSET_MS = 8 * 60 * 60 * 1000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})/;
/** Seconds or milliseconds since 1970, between 2001 and 2100. */
const EPOCH = /^(?:1\d{9}|[23]\d{9}|[123]\d{12})$/;

/**
 * The day in China of an instant that a machine wrote: 2024-01-19T16:00:00.000Z is the 20th. Null for anything that is no
 * instant: a date without a zone is the day that it says.
 */
export function dayInChina(text: string): string | null {
  const trimmed = text.trim();
  const instant = INSTANT.exec(trimmed)?.[0];
  const epoch = EPOCH.exec(trimmed)?.[0];
  if (instant === undefined && epoch === undefined) return null;
  const ms = epoch ? Number(epoch) * (epoch.length > 10 ? 1 : 1000) : Date.parse(instant!);
  return Number.isFinite(ms) ? new Date(ms + OFFSET_MS).toISOString().slice(0, 10) : null;
}
