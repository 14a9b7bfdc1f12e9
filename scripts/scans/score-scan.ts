import type { Cell, Confidence, ReportRecord } from '../../src/model/report-record.js';
import { describeCell, inventedCells, isAsWanted, wantedCells } from '../scoring/score-documents.js';
import type { Truth } from '../synthesise/truth.js';
import type { Dpi, ScanKind } from './plan-scan.js';

/** What a scan is scored against. */
export interface ScanTruth {
  truth: Truth;
  title: string;
  pages: number;
  kind: ScanKind;
  dpi: Dpi;
}

export interface Mark {
  right: number;
  wrong: number;
}

/** silent: wrong, and looks sure. false-blank: called blank where a figure is printed. misled: right, and a wrong number suggested. */
export type FaultKind = 'silent' | 'false-blank' | 'lost' | 'doubt' | 'misled';

export interface Fault {
  fault: FaultKind;
  path: string;
  want: unknown;
  got: string;
  flags: string[];
  suggested: number | null;
  at: Cell['at'];
}

/** What became of one scan. */
export interface ScanResult {
  file: string;
  kind: ScanKind;
  dpi: Dpi;
  template: string | null;
  pages: number;
  seconds: number;
  failure: string | null;
  cells: number;
  /** Cells whose number is right as it was recognised. */
  before: number;
  /** Cells that are right, or whose suggestion is: what is left where all suggestions are taken. */
  after: number;
  levels: Record<Confidence, Mark>;
  faults: Fault[];
  /** title, issuer and year, and whether there is one record, of a report. */
  headers: Record<'title' | 'issuer' | 'year' | 'record', boolean>;
  /** Codes of the record's issues, with how often each occurs. */
  issues: Record<string, number>;
}

const emptyLevels = (): Record<Confidence, Mark> => ({
  verified: { right: 0, wrong: 0 },
  read: { right: 0, wrong: 0 },
  suspect: { right: 0, wrong: 0 },
  blank: { right: 0, wrong: 0 },
  missing: { right: 0, wrong: 0 },
});

/** The generator leaves only zeros blank, so 0 is true of a printed blank. A misprint is also rightly undone. */
const isRightlySuggested = (suggested: number, want: unknown, misprinted: number | undefined): boolean =>
  suggested === (want === '' ? 0 : want) || suggested === misprinted;

const faultOf = (cell: Cell | undefined, isRight: boolean, isAfterRight: boolean): FaultKind | null => {
  if (isRight) return isAfterRight ? null : 'misled';
  if (!cell || cell.confidence === 'missing') return 'lost';
  if (cell.confidence === 'blank') return 'false-blank';
  return cell.confidence === 'suspect' ? 'doubt' : 'silent';
};

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s/gu, '');

const headersOf = (
  { truth, title }: ScanTruth,
  record: ReportRecord | undefined,
  records: readonly ReportRecord[],
): ScanResult['headers'] => ({
  title: plain(record?.title.value) === plain(title),
  issuer: [truth.issuer ?? []].flat().includes(record?.issuer.value ?? ''),
  year: record?.year.value === truth.year,
  record: records.length === 1 && record?.kind === 'annual-report',
});

const countIssues = (records: readonly ReportRecord[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { issues } of records) for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** Compares what was read of a scan with what is true of it. */
export function scoreScan(
  wanted: ScanTruth,
  records: readonly ReportRecord[],
  failure: string | null,
  seconds: number,
): ScanResult {
  const { truth } = wanted;
  const record = records.find(({ kind }) => kind === 'annual-report') ?? records[0];
  const levels = emptyLevels();
  const faults: Fault[] = [];
  let [cells, before, after] = [0, 0, 0];
  for (const { path, want, cell } of wantedCells(truth, record)) {
    const [table, row, column] = path.split('.');
    const damage = truth.damage.find(
      (one) => one.table === table && one.row === row && one.column === column,
    );
    const isRight = isAsWanted(cell, want);
    const suggested = cell?.suggested?.value ?? null;
    const isAfterRight = suggested === null ? isRight : isRightlySuggested(suggested, want, damage?.was);
    cells++;
    before += Number(isRight);
    after += Number(isAfterRight);
    levels[cell?.confidence ?? 'missing'][isRight ? 'right' : 'wrong']++;
    const fault = faultOf(cell, isRight, isAfterRight);
    if (fault === null) continue;
    const { flags = [], at = null } = cell ?? {};
    faults.push({ fault, path, want, got: describeCell(cell), flags, suggested, at });
  }
  for (const { path, got } of inventedCells(truth, record)) {
    const [table, row, column] = path.split('.') as [string, string, string];
    const cell = record!.tables[table]![row]![column]!;
    cells++;
    levels[cell.confidence].wrong++;
    faults.push({
      fault: 'silent',
      path,
      want: 'nothing',
      got,
      flags: cell.flags,
      suggested: null,
      at: cell.at,
    });
  }
  const { kind, dpi, pages } = wanted;
  const { file, template } = truth;
  const headers = headersOf(wanted, record, records);
  const issues = countIssues(records);
  return {
    file,
    kind,
    dpi,
    template,
    pages,
    seconds,
    failure,
    cells,
    before,
    after,
    levels,
    faults,
    headers,
    issues,
  };
}
