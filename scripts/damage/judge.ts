import type { Cell, TableCells } from '../../src/model/report-record.js';
import type { TableName, Wanted } from '../synthesise/printed.js';
import type { Fault } from './groups.js';
import { type Excuse, hasIdentities, type Reading } from './protection.js';
import type { Tally } from './tally.js';

/** A table as it is true, and what was done to it. Keys are "row.column". */
export interface Judged {
  table: TableName;
  truth: ReadonlyMap<string, Wanted>;
  cells: TableCells | undefined;
  /** The same table read without the damage; null if that is not known. */
  before: TableCells | null;
  /** Cells that the damage hit; null in a table that it did not. */
  hit: ReadonlySet<string> | null;
  /** Hit cells that nobody can know to be wrong, and why. */
  excuses: ReadonlyMap<string, Excuse>;
  /** What a person reads now in cells that the damage changed. */
  reads: ReadonlyMap<string, Reading>;
  /** Hit cells that two printed sums hold. */
  crossed: ReadonlySet<string>;
  /** Whose fault the damage is. */
  fault: Fault;
  /** Does the carrier show whether the reader or the source is at fault? */
  showsFault: boolean;
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

type Sure = Cell & { value: number };

const cellAt = (cells: TableCells | null | undefined, key: string): Cell | undefined => {
  const dot = key.indexOf('.');
  return cells?.[key.slice(0, dot)]?.[key.slice(dot + 1)];
};

const isSure = (cell: Cell | undefined): cell is Sure =>
  cell !== undefined && cell.value !== null && (cell.confidence === 'verified' || cell.confidence === 'read');

const equals = (value: number | null | undefined, want: Wanted | undefined): boolean =>
  typeof want === 'number' && value !== null && value !== undefined && Math.abs(value - want) < 1e-6;

/** A printed blank means zero. */
const suggestionWanted = (want: Wanted): Wanted => (want === '' ? 0 : want);

const isSuggested = (cell: Cell | undefined, want: Wanted): boolean =>
  cell?.suggested !== undefined && equals(cell.suggested.value, suggestionWanted(want));

/**
 * Is the number the one that is printed there, with its misprint? Only then the reader is not at fault. Amounts are printed
 * in 万元 and kept in yuan.
 */
const isAsPrinted = (value: number, reading: Reading | undefined): boolean =>
  typeof reading === 'number' && (equals(value, reading) || equals(value, reading * 10_000));

/** Judges every cell of one table of one document, and returns the silent errors. */
export const judgeTable = (judged: Judged, tally: Tally): SilentError[] => {
  const silent: SilentError[] = [];
  const { located } = tally;
  let wrong = 0;
  let newDoubts = 0;
  for (const [key, want] of judged.truth) {
    const cell = cellAt(judged.cells, key);
    const isHit = judged.hit?.has(key) ?? false;
    const before = cellAt(judged.before, key);
    if (cell?.confidence === 'suspect' && before?.confidence !== 'suspect') newDoubts++;
    if (judged.hit) countCell(tally, cell, want, judged);
    if (isHit) tally.damaged++;
    if (cell?.suggested && want !== null && !isSuggested(cell, want)) tally.wrongSuggestions++;
    const excuse = isHit ? judged.excuses.get(key) : undefined;
    const isWrong = isSure(cell) && !equals(cell.value, want);
    if (excuse && !(isWrong && !isAsPrinted(cell.value, judged.reads.get(key)))) {
      tally.unprotected++;
      tally[`${excuse}:${isWrong ? (cell.confidence as 'verified' | 'read') : 'doubted'}`]++;
    } else if (isWrong) {
      if (isHit) wrong++;
      countSilent(tally, cell, judged.table);
      const { value, raw, confidence, flags } = cell;
      silent.push({ path: `${judged.table}.${key}`, want, value, raw, confidence, flags });
    } else if (isHit) countHit(tally, cell, want, judged.crossed.has(key));
    else countUnhit(tally, cell, want, before);
  }
  if (wrong > 0 || tally.located > located) {
    tally.wrongTables++;
    if (tally.located > located || newDoubts > 0) tally.detectedTables++;
  }
  return silent;
};

const countCell = (tally: Tally, cell: Cell | undefined, want: Wanted, judged: Judged): void => {
  tally.cells++;
  if (want !== '') tally.printed++;
  if (isSure(cell)) tally[cell.confidence as 'verified' | 'read']++;
  if (!cell) return;
  if (cell.suggested && (cell.confidence === 'suspect' || (cell.confidence === 'blank' && want !== ''))) {
    tally.suggested++;
    if (!isSuggested(cell, want)) tally.suggestedWrong++;
  }
  if (cell.confidence !== 'suspect') return;
  const isTrue = equals(cell.value, want);
  tally.doubts++;
  if (!isTrue) tally.doubtsRight++;
  if (cell.value !== null) {
    tally.doubtsWithValue++;
    if (!isTrue) tally.doubtsWithWrongValue++;
  }
  countVerdict(tally, cell.flags, judged);
};

/** Of a cell that sums speak against: is it said to be the source's fault where it is, and only there? */
const countVerdict = (tally: Tally, flags: readonly string[], { fault, showsFault }: Judged): void => {
  const saysSource = flags.includes('source-inconsistent');
  if (fault === null || !(saysSource || flags.includes('identity-failed'))) return;
  if (fault === 'reading') tally[saysSource ? 'verdictWrong' : 'verdictRight']++;
  else if (saysSource) tally.verdictRight++;
  else if (showsFault) tally.verdictNone++;
};

const countSilent = (tally: Tally, cell: Cell, table: TableName): void => {
  const isVerified = cell.confidence === 'verified';
  if (hasIdentities(table)) tally[isVerified ? 'silentVerified' : 'silentRead']++;
  else tally[isVerified ? 'silentVerifiedFree' : 'silentReadFree']++;
};

const countHit = (tally: Tally, cell: Cell | undefined, want: Wanted, isCrossed: boolean): void => {
  if (isSure(cell)) tally.recovered++;
  else {
    tally.located++;
    if (isCrossed) tally.crossed++;
    if (cell?.confidence !== 'suspect') tally.unanswered++;
    if (!isSuggested(cell, want)) return;
    tally.corrected++;
    if (isCrossed) tally.crossedCorrected++;
  }
};

const countUnhit = (tally: Tally, cell: Cell | undefined, want: Wanted, before: Cell | undefined): void => {
  if (typeof want !== 'number') return;
  if (cell?.confidence === 'suspect') {
    if (equals(cell.value, want) && before?.confidence !== 'suspect') tally.cryWolf++;
  } else if (!isSure(cell)) tally.lost++;
};
