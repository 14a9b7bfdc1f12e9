import type { DocumentWords } from '../model/header-lookups.js';
import { type Rule, rulesInForce } from '../model/rule.js';
import type { HeaderPage } from './header-page.js';
import type { HeaderLine } from './header-text.js';

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

interface SignatureSpot {
  /** The lines of the report, without cells. */
  lines: readonly HeaderLine[];
  index: number;
  words: DocumentWords;
}

/** The first one that sees a signature at a line stands. */
export const signatureRules: readonly (Rule & { find: (spot: SignatureSpot) => Signature | null })[] = [
  { name: 'signature-on-one-line', find: onOneLine },
  { name: 'signature-over-date', find: overDate },
  { name: 'signature-under-date', find: underDate },
  { name: 'signature-without-name', find: withoutName },
];

const NAME_LENGTH_MAX = 30;
/** Without a name, a lone date counts only this near to the title or to the end. */
const LONE_DATE_LINES = 6;

/** 某县农业局(章). */
const unsealed = (text: string, { published }: DocumentWords): string => text.replace(published.seal, '');

const isName = (text: string, words: DocumentWords): boolean =>
  text.length <= NAME_LENGTH_MAX && words.issuer.suffix.test(text) && !/[。,;:]/.test(text);

function onOneLine({ lines, index, words }: SignatureSpot): Signature | null {
  const line = lines[index]!;
  const [, name, date] = words.published.signature.exec(line.text) ?? [];
  if (name === undefined || date === undefined || !isName(name, words)) return null;
  const dateStart = line.start + line.text.indexOf(date, name.length);
  return {
    name: { start: line.start, end: line.start + name.length },
    date: { start: dateStart, end: dateStart + date.length },
  };
}

const closed = (text: string): string => text.replace(/(?<=\d) (?=\d)/g, '');

function dateAlone({ lines, index, words }: SignatureSpot): Stretch | null {
  const { text, start: lineStart, end } = lines[index]!;
  const alone = words.published.dateLine.exec(text)?.[1];
  if (alone === undefined) {
    const next = lines[index + 1];
    // 2 0 1 7年1月1 6日, and 二〇一七年 over 一月十六日.
    if (words.published.dateLine.test(closed(text))) return { start: lineStart, end };
    return next && /年$/.test(text) && words.published.dateLine.test(closed(text + next.text))
      ? { start: lineStart, end: next.end }
      : null;
  }
  const start = lineStart + text.indexOf(alone);
  return { start, end: start + alone.length };
}

function overDate(spot: SignatureSpot): Signature | null {
  const above = spot.lines[spot.index - 1];
  const name = above && unsealed(above.text, spot.words);
  const date = name && isName(name, spot.words) ? dateAlone(spot) : null;
  return date && name ? { name: { start: above.start, end: above.start + name.length }, date } : null;
}

/** The day over the name, at the end. */
function underDate(spot: SignatureSpot): Signature | null {
  const { lines, index, words } = spot;
  const below = lines[index + 1];
  const name = below && unsealed(below.text, words);
  if (!below || !name || index < lines.length - LONE_DATE_LINES || !isName(name, words)) return null;
  const date = dateAlone(spot);
  return date && { name: { start: below.start, end: below.start + name.length }, date };
}

function withoutName(spot: SignatureSpot): Signature | null {
  const { lines, index } = spot;
  const isNear = index < LONE_DATE_LINES || index >= lines.length - LONE_DATE_LINES;
  const date = isNear ? dateAlone(spot) : null;
  return date && { name: null, date };
}

/** Signatures behind the title, in reading order. Header lines of a site (date and weather) stand before it. */
export function findSignatures({ header, lookups, without, from }: HeaderPage): Signature[] {
  const lines = header.lines.filter((line) => line.kind !== 'cell' && line.start >= from);
  const rules = rulesInForce(signatureRules, without);
  return lines.flatMap((_, index) => {
    for (const { find } of rules) {
      const found = find({ lines, index, words: lookups.words });
      if (found) return [found];
    }
    return [];
  });
}
