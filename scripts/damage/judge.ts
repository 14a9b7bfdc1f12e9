import type { Cell, TableCells } from '../../src/model/report-record.js';
import type { TableName, Wanted } from '../synthesise/printed.js';
import { hasIdentities } from './protection.js';
import type { Tally } from './tally.js';

/** A table as it is true, and what was done to it. Keys are "row.column". */
export interface Judged {
  table: TableName;
  truth: ReadonlyMap<string, Wanted>;
  cells: TableCells | undefined;
  /** The same table read without the damage; null where that is not known. */
  before: TableCells | null;
  /** Cells that the damage hit; null in a table that it did not. */
  hit: ReadonlySet<string> | null;
  /** Hit cells of which nobody can know that they are wrong. */
  unprotected: ReadonlySet<string>;
  /** Does any identity of the printed table fail? */
  isContradicted: boolean;
}

/** A wrong number that looks sure. */
export interface SilentError {
  path: string;
  want: Wanted;
  value: number;
  raw: string | null;
  confidence: string;
  flags: string[];
}

const cellAt = (cells: TableCells | null | undefined, key: string): Cell | undefined => {
  const dot = key.indexOf('.');
  return cells?.[key.slice(0, dot)]?.[key.slice(dot + 1)];
};

const isSure = (cell: Cell | undefined): cell is Cell & { value: number } =>
  cell !== undefined && cell.value !== null && (cell.confidence === 'verified' || cell.confidence === 'read');

const equals = (value: number | null | undefined, want: Wanted): boolean =>
  typeof want === 'number' && value !== null && value !== undefined && Math.abs(value - want) < 1e-6;

const isSuggested = (cell: Cell | undefined, want: Wanted): boolean =>
  // A printed blank stands for a zero.
  cell?.suggested !== undefined && equals(cell.suggested.value, want === '' ? 0 : want);

/** Judges every cell of one table of one document, and returns the silent errors. */
export const judgeTable = (judged: Judged, tally: Tally): SilentError[] => {
  const silent: SilentError[] = [];
  for (const [key, want] of judged.truth) {
    const cell = cellAt(judged.cells, key);
    const isHit = judged.hit?.has(key) ?? false;
    if (judged.hit) countCell(tally, cell, want);
    if (isHit) tally.damaged++;
    if (cell?.suggested && want !== null && !isSuggested(cell, want)) tally.wrongSuggestions++;
    if (isHit && judged.unprotected.has(key)) {
      tally.unprotected++;
      if (judged.isContradicted && cell?.confidence === 'verified' && !equals(cell.value, want))
        tally.shadowed++;
    } else if (isSure(cell) && !equals(cell.value, want)) {
      countSilent(tally, cell, judged.table);
      const { value, raw, confidence, flags } = cell;
      silent.push({ path: `${judged.table}.${key}`, want, value, raw, confidence, flags });
    } else if (isHit) countHit(tally, cell, want);
    else countUnhit(tally, cell, want, cellAt(judged.before, key));
  }
  return silent;
};

const countCell = (tally: Tally, cell: Cell | undefined, want: Wanted): void => {
  tally.cells++;
  if (isSure(cell)) tally.answered++;
  if (cell?.confidence !== 'suspect') return;
  tally.doubts++;
  if (!equals(cell.value, want)) tally.doubtsRight++;
};

const countSilent = (tally: Tally, cell: Cell, table: TableName): void => {
  const isVerified = cell.confidence === 'verified';
  if (hasIdentities(table)) tally[isVerified ? 'silentVerified' : 'silentRead']++;
  else tally[isVerified ? 'silentVerifiedFree' : 'silentReadFree']++;
};

const countHit = (tally: Tally, cell: Cell | undefined, want: Wanted): void => {
  if (isSure(cell)) tally.recovered++;
  else {
    tally.located++;
    if (isSuggested(cell, want)) tally.corrected++;
  }
};

const countUnhit = (tally: Tally, cell: Cell | undefined, want: Wanted, before: Cell | undefined): void => {
  if (typeof want !== 'number') return;
  if (cell?.confidence === 'suspect') {
    if (equals(cell.value, want) && before?.confidence !== 'suspect') tally.cryWolf++;
  } else if (!isSure(cell)) tally.lost++;
};
