import {
  type ApplicationsForm,
  balanceNote,
  type LabelPaths,
  type OgiForm,
  proactiveGroups,
  reviewColumns,
  reviewRows,
} from './labels.js';
import { type Figure, type Figures, type PrintedCell, type PrintedTable, printedCell } from './printed.js';
import type { Report } from './report.js';
import { nationalStatistics } from './statistics-labels.js';

/** What the form itself leaves open. */
export interface DrawOptions {
  /** The heading of the procurement column when the unit stands there. */
  amountHeading: string;
}

const figureCell = (figure: Figure | undefined, colSpan = 1): PrintedCell =>
  printedCell(figure?.text ?? '', colSpan);

/** Table 二: four columns wide, a group under each article. */
export const drawProactive = (form: OgiForm, figures: Figures, options: DrawOptions): PrintedTable => {
  const rows: PrintedCell[][] = [];
  for (const group of proactiveGroups[form]) {
    const lastSpan = 4 - group.columns.length;
    const span = (index: number): number => (index === group.columns.length - 1 ? lastSpan : 1);
    rows.push([printedCell(group.article, 4)]);
    const heading = (id: string, label: string): string =>
      id === 'procurementAmount' ? options.amountHeading : label;
    rows.push([
      printedCell('信息内容'),
      ...group.columns.map(([id, label], index) => printedCell(heading(id, label), span(index))),
    ]);
    for (const [row, label] of group.rows) {
      rows.push([
        printedCell(label),
        ...group.columns.map(([column], index) => figureCell(figures[row]?.[column], span(index))),
      ]);
    }
  }
  return { id: 'proactive', rows, headRows: 0, widths: [5, 4, 4, 4] };
};

/** How many rows from `index` on share the first `depth` labels of its path. */
const runLength = (paths: LabelPaths, index: number, depth: number): number => {
  const key = (at: number): string | undefined => paths[at]?.[1].slice(0, depth).join('>');
  let end = index + 1;
  while (end < paths.length && key(end) === key(index)) end++;
  return end - index;
};

/** The label cells that start in one row: parents on their first row, the last label stretched to column three. */
const labelCells = (paths: LabelPaths, index: number): PrintedCell[] => {
  const path = paths[index]![1];
  return path.flatMap((label, level) => {
    if (level === path.length - 1) return [printedCell(label, 3 - level)];
    const sameAsAbove =
      index > 0 && paths[index - 1]![1].slice(0, level + 1).join('>') === path.slice(0, level + 1).join('>');
    return sameAsAbove ? [] : [printedCell(label, 1, runLength(paths, index, level + 1))];
  });
};

/** Table 三: three label columns and one of figures for each applicant, under a three-level heading. */
export const drawApplications = (form: ApplicationsForm, figures: Figures): PrintedTable => {
  const labels = Object.fromEntries(form.applicants);
  const paths = form.rows;
  const organizations = form.applicants.slice(1, -1).map(([, label]) => printedCell(label));
  const rows: PrintedCell[][] = [
    [printedCell(balanceNote, 3, 3), printedCell('申请人情况', form.applicants.length)],
    [
      printedCell(labels.naturalPerson!, 1, 2),
      printedCell('法人或其他组织', organizations.length),
      printedCell(labels.total!, 1, 2),
    ],
    organizations,
    ...paths.map(([row], index) => [
      ...labelCells(paths, index),
      ...form.applicants.map(([column]) => figureCell(figures[row]?.[column])),
    ]),
  ];
  const widths = form.applicants.map((_, index) => FIGURE_WIDTHS[index] ?? 1.5);
  return { id: 'applications', rows, headRows: 3, widths: [1.2, 2.4, 5, ...widths] };
};

/** Relative widths of the columns of figures in table 三. */
const FIGURE_WIDTHS = [1.5, 1.5, 1.5, 1.7, 1.7, 1.3, 1.5];

/** Table 四: one line of fifteen figures. */
export const drawReview = (figures: Figures): PrintedTable => {
  const names = reviewColumns.map(([, label]) => label);
  const rows: PrintedCell[][] = [
    [printedCell('行政复议', 5), printedCell('行政诉讼', 10)],
    [
      ...names.map((name) => printedCell(name, 1, 2)),
      printedCell('未经复议直接起诉', 5),
      printedCell('复议后起诉', 5),
    ],
    [...names, ...names].map((name) => printedCell(name)),
    reviewRows.flatMap(([row]) => reviewColumns.map(([column]) => figureCell(figures[row]?.[column]))),
  ];
  return { id: 'review', rows, headRows: 3, widths: Array<number>(15).fill(1) };
};

/** The national statistics form: indicator, unit, figure. */
export const drawStatistics = (figures: Figures): PrintedTable => ({
  id: 'statistics',
  headRows: 1,
  widths: [10, 2, 3],
  rows: [
    ['统计指标', '单位', '统计数'].map((text) => printedCell(text)),
    ...nationalStatistics.map(({ id, label, unit }) =>
      id === null
        ? [printedCell(label), printedCell('——'), printedCell('————')]
        : [printedCell(label), printedCell(unit), figureCell(figures[id]?.value)],
    ),
  ],
});

/** A provincial list: indicator, unit, one figure a column. */
export const drawProvincial = (report: Report): PrintedTable => {
  const { form, values } = report.provincial!;
  const columns = form.columns.map((column) => column.replace('{year}', String(report.year)));
  return {
    id: 'statistics',
    headRows: 1,
    widths: [8, 2, 2, 2],
    rows: [
      ['指标名称', '计量单位', ...columns].map((text) => printedCell(text)),
      ...form.lines.map(({ label, unit }, index) => [
        printedCell(label),
        printedCell(unit),
        ...values[index]!.map((value) => printedCell(String(value))),
      ]),
    ],
  };
};
