import type { CellObject } from '@e965/xlsx';
import type { OfficeLook, OfficeRun } from '../office-html/office-block.js';
import type { CellLook } from './cell-look.js';

/** What a cell shows, and in which looks. */
interface ShownText {
  text: string;
  runs?: OfficeRun[];
}

/** Digits that a number has in the file; the last ones of sums are noise. */
const DIGITS = 15;
const NOISE = 1e-9;
const isGeneral = (format: unknown): boolean => format === undefined || /^general$/iu.test(String(format));
/** Formats that show a day or a time. */
const isDate = (format: unknown): boolean =>
  /[ymdhs]/iu.test(String(format).replace(/"[^"]*"|\[[^\]]*\]|\\./gu, ''));

/** The number that a displayed text says; null where it says none. */
function displayed(text: string): number | null {
  const match = /\(?[-−]?[\d,]*\.?\d+\)?%?/u.exec(text.replace(/[\s¥￥$]/gu, ''));
  if (match === null) return null;
  const [found] = match;
  const value = Number.parseFloat(found.replace(/[(),%−]/gu, (char) => (char === '−' ? '-' : '')));
  const sign = found.startsWith('(') && found.includes(')') ? -1 : 1;
  return (sign * value) / (found.endsWith('%') ? 100 : 1);
}

/**
 * The text that a cell shows. A number without a format of its own is shown as far as its column is wide, so it is
 * taken as it is kept; of any other the format decides, and where it says another number than the file keeps, both are known and
 * neither is sure. What is kept and not shown at all is hidden.
 *
 *     kept          format     text           look
 *     43166.241619  General    43166.241619
 *     385.6234      0.00       385.62         several
 *     4526          ;;;                       hidden
 */
export function shownText(cell: CellObject | undefined, look: CellLook | undefined): ShownText {
  if (cell?.v === undefined || cell.t === 'z') return withLooks('', look, []);
  const { v: kept, z: format } = cell;
  const display = cell.w ?? String(kept);
  if (cell.t !== 'n' || typeof kept !== 'number') return withLooks(display, look, []);
  const plain = String(Number(kept.toPrecision(DIGITS)));
  if (isGeneral(format)) return withLooks(/e/iu.test(plain) ? display : plain, look, []);
  if (display.trim() === '') return kept === 0 ? { text: '' } : withLooks(plain, look, ['hidden']);
  const says = isDate(format) ? null : displayed(display);
  const isOther = says !== null && Math.abs(says - kept) > NOISE * Math.max(1, Math.abs(kept));
  return withLooks(display, look, isOther ? ['several'] : []);
}

function withLooks(text: string, look: CellLook | undefined, own: readonly OfficeLook[]): ShownText {
  const around = [...own, ...(look?.looks ?? [])];
  const unread = around.includes('unread');
  const rest = around.filter((one) => one !== 'unread');
  const runs = (look?.runs ?? [{ text, looks: [] }]).map((run) => ({
    text: run.text,
    looks: [...run.looks, ...rest],
  }));
  if (unread) runs.push({ text: '', looks: ['unread'] });
  if (runs.every(({ looks }) => looks.length === 0)) return { text };
  return { text: own.includes('hidden') ? '' : text, runs };
}
