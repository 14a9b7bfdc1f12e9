/**
 * Reads Retry-After: seconds, or an HTTP date.
 *
 * @returns milliseconds from `now`, never negative; null if it is absent or can't be read
 */
export function readRetryAfter(field: string | null, now: number): number | null {
  const text = field?.trim() ?? '';
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000;
  // A date has letters; without this check Date.parse takes numbers like -5 or 1.5 for years and months.
  if (!/[a-z]{3}/iu.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
