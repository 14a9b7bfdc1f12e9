/** A day in China and a moment of the world: reports are published there, machines count elsewhere. */
const CHINA_AHEAD_MS = 8 * 3600_000;
const ISO =
  /^\s*(?:19|20)\d{2}-\d{2}-\d{2}[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/u;
const RFC =
  /^\s*(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} (?:19|20)\d{2} \d{2}:\d{2}(?::\d{2})?\s*(?:GMT|UTC|Z|[+-]\d{4})\s*$/u;
/** Seconds or thousandths of them since 1970; from 2001 on they have as many digits. */
const EPOCH = /^\s*(\d{10}|\d{13})\s*$/u;

const dayOf = (ms: number): string => new Date(ms + CHINA_AHEAD_MS).toISOString().slice(0, 10);

/** The day in China of a moment that a machine wrote down: ISO with a zone, the dates of letters, seconds since 1970; null for any other text. */
export function parseMoment(text: string): string | null {
  const epoch = EPOCH.exec(text)?.[1];
  if (epoch !== undefined) return dayOf(Number(epoch) * (epoch.length === 10 ? 1000 : 1));
  if (!ISO.test(text) && !RFC.test(text)) return null;
  const written = text
    .trim()
    .replace(/,(?=\d)/u, '.')
    .replace(/^(\d{4}-\d{2}-\d{2}) /u, '$1T')
    .replace(
      /T(\d{2})(\d{2})(\d{2})?/u,
      (_, hour: string, minute: string, second = '00') => `T${hour}:${minute}:${second}`,
    )
    .replace(/\s*(?:UTC|GMT)$/u, ISO.test(text) ? 'Z' : ' GMT')
    .replace(/\s+(?=[+-]\d{2}:?\d{2}$)/u, ISO.test(text) ? '' : ' ')
    .replace(/([+-]\d{2})(\d{2})$/u, ISO.test(text) ? '$1:$2' : '$1$2');
  const ms = Date.parse(written);
  return Number.isNaN(ms) ? null : dayOf(ms);
}
