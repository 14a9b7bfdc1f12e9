import type { Cell, ReportRecord } from '../../src/model/report-record.js';
import type { TableName } from '../synthesise/printed.js';
import type { Truth } from '../synthesise/truth.js';

/** What became of one printed cell. */
export type Verdict = 'right' | 'suspect-right' | 'doubt' | 'silent' | 'lost';

export interface BadCell {
  file: string;
  path: string;
  want: unknown;
  got: string;
  verdict: Verdict;
}

export interface Tally {
  documents: number;
  headers: number;
  headersRight: number;
  cells: number;
  verdicts: Record<Verdict, number>;
  damaged: number;
  located: number;
  corrected: number;
}

export const emptyTally = (): Tally => ({
  documents: 0,
  headers: 0,
  headersRight: 0,
  cells: 0,
  verdicts: { right: 0, 'suspect-right': 0, doubt: 0, silent: 0, lost: 0 },
  damaged: 0,
  located: 0,
  corrected: 0,
});

const isSure = (cell: Cell): boolean => cell.confidence === 'verified' || cell.confidence === 'read';

/** Whether a cell is read as it is printed. */
export const isAsWanted = (cell: Cell | undefined, want: unknown): boolean => {
  // Nobody can know what an ambiguous cell holds: the honest answers are nothing, or a doubt.
  if (want === null || typeof want === 'object') return !cell || !isSure(cell) || cell.value === null;
  if (!cell) return false;
  if (want === '') return cell.value === null && cell.confidence === 'blank';
  return cell.value !== null && Math.abs(cell.value - Number(want)) < 1e-6;
};

/** A wrong number that looks sure is silent; one that says it is in doubt is an honest doubt. */
export const judgeCell = (cell: Cell | undefined, want: unknown): Verdict => {
  if (isAsWanted(cell, want)) return cell?.confidence === 'suspect' ? 'suspect-right' : 'right';
  if (cell && isSure(cell) && cell.value !== null) return 'silent';
  return cell?.confidence === 'suspect' ? 'doubt' : 'lost';
};

export const describeCell = (cell: Cell | undefined): string =>
  cell ? `${cell.value} (raw ${JSON.stringify(cell.raw)}, ${cell.confidence})` : 'no cell';

const hanOnly = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '');

/** Provincial indicators are in extras, under the label and the column as printed. */
const findIndicator = (record: ReportRecord | undefined, label: string, column: string): Cell | undefined => {
  const wanted = [hanOnly(label), hanOnly(label).replace(/^其中/, '')];
  const row = record?.extras.find((extra) => wanted.includes(hanOnly(extra.label)));
  const entries = Object.entries(row?.cells ?? {});
  return (entries.find(([name]) => name === column) ??
    entries.find(([name]) => hanOnly(name) === hanOnly(column)))?.[1];
};

export interface WantedCell {
  path: string;
  want: unknown;
  cell: Cell | undefined;
}

/** Every printed cell, and where the record has it. */
export const wantedCells = (truth: Truth, record: ReportRecord | undefined): WantedCell[] => [
  ...Object.entries(truth.tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, want]) => ({
        path: `${table}.${row}.${column}`,
        want,
        cell: record?.tables[table]?.[row]?.[column],
      })),
    ),
  ),
  ...Object.entries(truth.statistics ?? {}).flatMap(([label, columns]) =>
    Object.entries(columns)
      .filter(([column, printed]) => column !== '计量单位' && printed !== '' && printed !== null)
      .map(([column, printed]) => ({
        path: `extras.${label}.${column}`,
        want: Number(String(printed).replace(/,/g, '')),
        cell: findIndicator(record, label, column),
      })),
  ),
];

/**
 * Numbers that look sure although the source prints no number: a table that the report does not have, a page that is no report.
 * Known provincial indicators may be under the national ids, so a report with a province's form is not judged by that table.
 */
export const inventedCells = (truth: Truth, record: ReportRecord | undefined): BadCell[] =>
  Object.entries(record?.tables ?? {}).flatMap(([table, rows]) => {
    if (table === 'statistics' && truth.statistics) return [];
    return Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns)
        .filter(([column, cell]) => {
          const known = truth.tables[table as TableName]?.[row];
          return isSure(cell) && cell.value !== null && !(known && column in known);
        })
        .map(([column, cell]) => ({
          file: truth.file,
          path: `${table}.${row}.${column}`,
          want: 'nothing',
          got: describeCell(cell),
          verdict: 'silent' as const,
        })),
    );
  });

/** Tables that the record fills, if only with blanks, and the source does not hold. */
const inventedTables = (truth: Truth, record: ReportRecord | undefined): string[] =>
  Object.entries(record?.tables ?? {})
    .filter(([table]) => !(table in truth.tables) && !(table === 'statistics' && truth.statistics))
    .filter(([, rows]) =>
      Object.values(rows).some((row) =>
        Object.values(row).some(({ confidence }) => confidence !== 'missing'),
      ),
    )
    .map(([table]) => table);

/** A page that is no report may have any number of parts and any author: neither is scored. */
const headersAsked = (truth: Truth): string[] =>
  (truth.kind ?? 'annual-report') === 'annual-report'
    ? ['records', 'tables', 'kind', 'template', 'year', 'issuer']
    : ['kind'];

const headerMistakes = (
  truth: Truth,
  record: ReportRecord | undefined,
  records: readonly ReportRecord[],
): BadCell[] => {
  const asked: [string, unknown[], unknown][] = [
    ['records', [1], records.length],
    ['tables', ['none invented'], inventedTables(truth, record).join(', ') || 'none invented'],
    ['kind', [truth.kind ?? 'annual-report'], record?.kind],
    ['template', [truth.template], record?.template],
    ['year', [truth.year], record?.year.value],
    ['issuer', [truth.issuer ?? null].flat(), record?.issuer.value],
  ];
  const relevant = asked.filter(([path]) => headersAsked(truth).includes(path));
  return relevant
    .filter(([, want, got]) => !want.includes(got ?? null))
    .map(([path, want, got]) => ({
      file: truth.file,
      path,
      want: want[0],
      got: String(got),
      verdict: 'lost',
    }));
};

/** Adds one document to a tally and returns what was wrong with it. */
export const scoreDocument = (tally: Tally, truth: Truth, records: readonly ReportRecord[]): BadCell[] => {
  const record = records.find(({ kind }) => kind === 'annual-report') ?? records[0];
  tally.documents++;
  const bad = headerMistakes(truth, record, records);
  const asked = headersAsked(truth).length;
  tally.headers += asked;
  tally.headersRight += asked - bad.length;
  for (const { path, want, cell } of wantedCells(truth, record)) {
    const verdict = judgeCell(cell, want);
    tally.cells++;
    tally.verdicts[verdict]++;
    if (verdict === 'silent' || verdict === 'lost' || verdict === 'doubt') {
      bad.push({ file: truth.file, path, want, got: describeCell(cell), verdict });
    }
  }
  const invented = inventedCells(truth, record);
  tally.cells += invented.length;
  tally.verdicts.silent += invented.length;
  bad.push(...invented);
  for (const { table, row, column, was } of truth.damage) {
    const cell = record?.tables[table]?.[row]?.[column];
    tally.damaged++;
    if (cell?.confidence === 'suspect') tally.located++;
    if (cell?.suggested?.value === was) tally.corrected++;
  }
  return bad;
};

/** Share of the cells that are right, in percent; a rightly read cell under doubt counts as right. */
export const rightPercent = ({ cells, verdicts }: Tally): number =>
  cells === 0 ? 100 : (100 * (verdicts.right + verdicts['suspect-right'])) / cells;
