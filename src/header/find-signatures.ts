import type { DocumentWords } from '../model/header-lookups.js';
import type { HeaderText } from './header-text.js';

/** A stretch of `HeaderText.text`. */
export interface Stretch {
  start: number;
  end: number;
}

/** The name of a body above (or before) a date that stands alone: at the end of a report, or under its title. */
interface Signature {
  name: Stretch | null;
  date: Stretch;
}

const NAME_LENGTH_MAX = 30;
/** Without a name, a lone date counts only this near to the title or to the end. */
const LONE_DATE_LINES = 6;

/** Signatures from `after` on, in reading order. Header lines of a site (date and weather) stand before the title. */
export function findSignatures(header: HeaderText, words: DocumentWords, after: number): Signature[] {
  const lines = header.lines.filter((line) => line.kind !== 'cell' && line.start >= after);
  const isName = (text: string) =>
    text.length <= NAME_LENGTH_MAX && words.issuer.suffix.test(text) && !/[。,;:]/.test(text);
  const found: Signature[] = [];
  lines.forEach((line, index) => {
    const together = words.published.signature.exec(line.text);
    const [, name, date] = together ?? [];
    if (name !== undefined && date !== undefined && isName(name)) {
      const dateStart = line.start + line.text.indexOf(date, name.length);
      found.push({
        name: { start: line.start, end: line.start + name.length },
        date: { start: dateStart, end: dateStart + date.length },
      });
      return;
    }
    const alone = words.published.dateLine.exec(line.text)?.[1];
    if (alone === undefined) return;
    const start = line.start + line.text.indexOf(alone);
    const previous = lines[index - 1];
    const named = previous !== undefined && isName(previous.text);
    const near = index < LONE_DATE_LINES || index >= lines.length - LONE_DATE_LINES;
    if (!named && !near) return;
    const nameAbove = named ? { start: previous.start, end: previous.end } : null;
    found.push({ name: nameAbove, date: { start, end: start + alone.length } });
  });
  return found;
}
