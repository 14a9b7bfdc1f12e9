import type { Identity } from '../../src/model/template.js';
import type { PrintedTable } from '../synthesise/printed.js';
import type { Effect } from './cases.js';
import { contradicted, readingOf } from './protection.js';
import { type Line, printedTexts, type Sheet, withTexts } from './sheet.js';

/** An undamaged table that may print the same text: the figures of one row by their keys. */
export interface SamePrint {
  figures: ReadonlyMap<string, string>;
  table: PrintedTable;
}

/** More rows than these are not tried: then nothing is excused. */
const CANDIDATES_MAX = 20_000;
/** More of them that keep every sum leave too little that all of them say. */
const KEPT_MAX = 60;

/**
 * Undamaged tables that print, in one row, the figures that the damaged table prints there, and whose sums hold:
 *
 *     0 0 0 _ 0 0 0   with a cell twice is   0 0 0 0 _ 0 0 0,   and without borders   0 0 0 0 0 0 0
 *
 * as a row of seven zeros does. Whether the whole text is really the same is for the caller to see.
 *
 * @param isGlued digits may be cut anywhere; where they are enough for every cell, no blank is needed to explain them
 */
export const samePrints = (
  sheet: Sheet,
  damaged: PrintedTable,
  identities: readonly Identity[],
  isGlued: boolean,
): SamePrint[] => {
  const line = changedLine(sheet, damaged);
  if (!line) return [];
  const figures = textsFrom(damaged, line).filter((text) => text !== '');
  const width = line.places.length;
  const rows = isGlued ? cutsOf(figures.join(''), width) : placementsOf(figures, width);
  const texts = printedTexts(sheet);
  const kept = rows.filter((row) => {
    const now = new Map([...texts, ...keyed(line, row)]);
    const against = contradicted(identities, now);
    return line.places.every(({ key }) => !against.has(key));
  });
  if (kept.length > KEPT_MAX) return [];
  return kept.map((row) => ({
    figures: keyed(line, row),
    table: withTexts(
      sheet.table,
      line.places.map((place, at) => ({ ...place, text: row[at]! })),
    ),
  }));
};

/**
 * The effect of a damage whose print undamaged tables have as well: what all of them say in a cell nobody can know to be
 * wrong.
 */
export const withSamePrints = (effect: Effect, sheet: Sheet, same: readonly SamePrint[]): Effect => {
  const [first, ...others] = same;
  if (!first) return effect;
  const hit = new Set(effect.hit);
  const excuses = new Map(effect.excuses);
  const reads = new Map(effect.reads);
  const truth = printedTexts(sheet);
  for (const [key, text] of first.figures) {
    const reading = readingOf(text);
    const isAgreed = others.every(({ figures }) => readingOf(figures.get(key) ?? '') === reading);
    if (!isAgreed || readingOf(truth.get(key) ?? '') === reading) continue;
    // Where it reads as the damage left it, it has its reason already.
    if (excuses.has(key) && reads.get(key) === reading) continue;
    hit.add(key);
    excuses.set(key, 'same-print');
    reads.set(key, reading);
  }
  return { ...effect, hit, excuses, reads };
};

const keyed = ({ places }: Line, row: readonly string[]): Map<string, string> =>
  new Map(places.map(({ key }, at): [string, string] => [key, row[at]!]));

const textsOf = (table: PrintedTable, line: number): string[] => table.rows[line]!.map(({ text }) => text);

const textsFrom = (table: PrintedTable, { index, places }: Line): string[] =>
  textsOf(table, index).slice(places[0]!.cell);

/** The one printed row that differs, if it differs in its figures alone. */
const changedLine = (sheet: Sheet, damaged: PrintedTable): Line | null => {
  if (damaged.rows.length !== sheet.table.rows.length) return null;
  const changed = damaged.rows.flatMap((_, at) =>
    textsOf(damaged, at).join('\n') === textsOf(sheet.table, at).join('\n') ? [] : [at],
  );
  const line = sheet.lines.find(({ index }) => index === changed[0]);
  if (changed.length !== 1 || !line) return null;
  const from = line.places[0]!.cell;
  const before = (table: PrintedTable): string => textsOf(table, line.index).slice(0, from).join('\n');
  const isToEnd = textsFrom(sheet.table, line).length === line.places.length;
  return isToEnd && before(damaged) === before(sheet.table) ? line : null;
};

/** All ways to lay texts into cells in their order, the others empty. */
const placementsOf = (texts: readonly string[], width: number): string[][] => {
  const found: string[][] = [];
  const lay = (row: string[], used: number): void => {
    if (found.length > CANDIDATES_MAX) return;
    if (row.length === width) {
      if (used === texts.length) found.push(row);
      return;
    }
    if (used < texts.length) lay([...row, texts[used]!], used + 1);
    if (texts.length - used < width - row.length) lay([...row, ''], used);
  };
  if (texts.length <= width) lay([], 0);
  return found.length > CANDIDATES_MAX ? [] : found;
};

/** All ways to cut digits into as many figures as there are cells; no figure but zero begins with a zero. */
const cutsOf = (digits: string, width: number): string[][] => {
  const plain = digits.normalize('NFKC');
  const found: string[][] = [];
  const cut = (row: string[], from: number): void => {
    if (found.length > CANDIDATES_MAX) return;
    const left = width - row.length;
    if (left === 0) {
      if (from === plain.length) found.push(row);
      return;
    }
    const last = plain[from] === '0' ? from + 1 : plain.length - left + 1;
    for (let to = from + 1; to <= last; to++) cut([...row, digits.slice(from, to)], to);
  };
  if (/^\d+$/u.test(plain) && plain.length === digits.length) cut([], 0);
  return found.length > CANDIDATES_MAX ? [] : found;
};
