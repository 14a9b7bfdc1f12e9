import type { Flag } from '../model/codes/flag-codes.js';
import { FILLER_WORDS } from './filler-words.js';
import { foldUnit, MEASURE_WORDS } from './read-unit.js';
import { shiftDecimal } from './shift-decimal.js';

/** What stands in one cell, before the column says what it means. */
type CellReading =
  | { kind: 'blank' }
  | { kind: 'placeholder' }
  | { kind: 'text' }
  | { kind: 'number'; value: number; digits: string; unit: string | null; flags: Flag[] };

const PLACEHOLDER = new RegExp(`^(?:[-—–－―─‐‑‒−/\\\\／＼]+|无|○|N/A|n/a|${FILLER_WORDS})$`, 'u');
const UNITS = `[十百千万亿]{0,2}(?:元|${MEASURE_WORDS})`;
const NUMBER = new RegExp(
  `^(?<sign>[-+−–—]{1,2}|减少?|增加?|下降|上升)?(?<digits>\\d+(?:,\\d+)*(?:\\.\\d+)?)(?<unit>${UNITS})?(?<note>\\(.*\\)|[,;](?:(?!〇)[\\p{Script=Han}(].*)?)?$`,
  'u',
);
/** Digits alone, few enough to be exact. */
const PLAIN = /^\d{1,15}$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const INVISIBLE = /\p{Cf}/gu;

/** Width folded, invisible characters gone, ends trimmed. */
function tidy(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC').trim();
}

/**
 * Reads one printed cell. Two numbers in one cell, or words, are `text`: never a guess.
 * Flags: note-in-cell, sign-word (减4), sign-doubled (--253), separator-doubtful (1,36).
 */
export function parseCell(text: string): CellReading {
  // Most cells are a few digits, and are asked for again and again.
  if (PLAIN.test(text)) return { kind: 'number', value: Number(text), digits: text, unit: null, flags: [] };
  const tidied = tidy(text);
  if (tidied === '') return { kind: 'blank' };
  if (PLACEHOLDER.test(tidied)) return { kind: 'placeholder' };
  if (/^[〇零]$/u.test(tidied)) return { kind: 'number', value: 0, digits: '0', unit: null, flags: [] };
  // Only spaces at a sign, a unit or a note may go: "1 362" could be two cells.
  const compact = tidied
    .replace(/^(?:人民币|RMB|CNY|¥)[:：]?\s*(?=\d)/iu, '')
    .replace(/\s+(?=[^\d\s])|(?<=[^\d\s])\s+/gu, '')
    .replace(/[萬億仟佰圓圆]/gu, foldUnit);
  const match = NUMBER.exec(compact);
  if (!match?.groups) return { kind: 'text' };
  const { sign = '', digits = '', unit, note } = match.groups;
  const flags: Flag[] = [];
  const grouped = digits.includes(',');
  if (grouped && !GROUPED.test(digits)) flags.push('separator-doubtful');
  if (/^[减增下上]/u.test(sign)) flags.push('sign-word');
  if (sign.length === 2 && /^[-−–—]/u.test(sign)) flags.push('sign-doubled');
  if (note) flags.push('note-in-cell');
  const negative = /^(?:[-−–—]|减|下降)/u.test(sign);
  const plain = `${negative ? '-' : ''}${digits.replaceAll(',', '')}`;
  return { kind: 'number', value: shiftDecimal(plain, 0) + 0, digits: plain, unit: unit ?? null, flags };
}
