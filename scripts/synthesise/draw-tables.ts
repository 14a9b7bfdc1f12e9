import type { ColumnSpec, RowSpec, TableSpec } from '../../src/model/template.js';
import type { PrintStyle } from './print-figures.js';
import {
  type Figure,
  type Figures,
  type PrintedCell,
  type PrintedTable,
  printedCell,
  type TableName,
} from './printed.js';
import type { Report } from './report.js';

/** A table of any form, drawn as the form lays it out. */
export const drawSpec = (spec: TableSpec, figures: Figures, style: PrintStyle): PrintedTable => {
  if (spec.layout === 'indicators') return drawIndicators(spec, figures);
  if (spec.layout === 'line') return drawLine(spec, figures);
  return spec.groups.length > 1 ? drawGroups(spec, figures, style) : drawNested(spec, figures);
};

const figureCell = (figure: Figure | undefined, colSpan = 1): PrintedCell =>
  printedCell(figure?.text ?? '', colSpan);

const labelOf = ({ labelPath }: RowSpec): string => labelPath.at(-1)!;

/** Where the form names no unit of an amount, the body may write it into the heading. */
const headingOf = ({ label, unit, printedIn }: ColumnSpec, { amount }: PrintStyle): string =>
  unit === 'CNY' && !printedIn && amount === 'wan-in-heading' ? `${label}（万元）` : label;

/** Table 二: a group under each article, the last column of a narrow one stretched. */
const drawGroups = (spec: TableSpec, figures: Figures, style: PrintStyle): PrintedTable => {
  const width = 1 + Math.max(...spec.groups.map(({ columns }) => columns.length));
  const rows = spec.groups.flatMap(({ title, columns, rows: lines }): PrintedCell[][] => {
    const span = (index: number): number => (index === columns.length - 1 ? width - columns.length : 1);
    return [
      [printedCell(title!, width)],
      [
        printedCell(spec.headingLabels[0]!),
        ...columns.map((column, index) => printedCell(headingOf(column, style), span(index))),
      ],
      ...lines.map((row) => [
        printedCell(labelOf(row)),
        ...columns.map(({ id }, index) => figureCell(figures[row.id]?.[id], span(index))),
      ]),
    ];
  });
  return { id: spec.id as TableName, rows, headRows: 0, widths: [5, ...Array<number>(width - 1).fill(4)] };
};

/** How many rows from `index` on share the first `depth` labels of its path. */
const runLength = (rows: readonly RowSpec[], index: number, depth: number): number => {
  const key = (at: number): string | undefined => rows[at]?.labelPath.slice(0, depth).join('>');
  let end = index + 1;
  while (end < rows.length && key(end) === key(index)) end++;
  return end - index;
};

/** The label cells that start in one row: parents on their first row, the last label stretched to the last column. */
const labelCells = (rows: readonly RowSpec[], index: number, depth: number): PrintedCell[] => {
  const path = rows[index]!.labelPath;
  const startOf = (at: number, level: number): string | undefined =>
    rows[at]?.labelPath.slice(0, level + 1).join('>');
  return path.flatMap((label, level) => {
    if (level === path.length - 1) return [printedCell(label, depth - level)];
    return startOf(index - 1, level) === startOf(index, level)
      ? []
      : [printedCell(label, 1, runLength(rows, index, level + 1))];
  });
};

/** Table 三: nested labels, and a column of figures for each applicant under a three-level heading. */
const drawNested = (spec: TableSpec, figures: Figures): PrintedTable => {
  const { columns, rows: lines } = spec.groups[0]!;
  const [note, applicants, organisations] = spec.headingLabels;
  const depth = Math.max(...lines.map(({ labelPath }) => labelPath.length));
  const inner = columns.slice(1, -1).map(({ label }) => printedCell(label));
  const rows: PrintedCell[][] = [
    [printedCell(`（${note}）`, depth, 3), printedCell(applicants!, columns.length)],
    [
      printedCell(columns[0]!.label, 1, 2),
      printedCell(organisations!, inner.length),
      printedCell(columns.at(-1)!.label, 1, 2),
    ],
    inner,
    ...lines.map((row, index) => [
      ...labelCells(lines, index, depth),
      ...columns.map(({ id }) => figureCell(figures[row.id]?.[id])),
    ]),
  ];
  const widths = columns.map((_, index) => FIGURE_WIDTHS[index] ?? 1.5);
  return { id: spec.id as TableName, rows, headRows: 3, widths: [...LABEL_WIDTHS.slice(-depth), ...widths] };
};

/** Relative widths of the columns of labels and of figures in table 三. */
const LABEL_WIDTHS = [1.2, 2.4, 5];
const FIGURE_WIDTHS = [1.5, 1.5, 1.5, 1.7, 1.7, 1.3, 1.5];

/** Table 四: one line of figures under the labels of all its rows. */
const drawLine = (spec: TableSpec, figures: Figures): PrintedTable => {
  const { columns, rows } = spec.groups[0]!;
  const names = columns.map(({ label }) => label);
  const isNested = ({ labelPath }: RowSpec): boolean => labelPath.length > 1;
  return {
    id: spec.id as TableName,
    headRows: 3,
    widths: Array<number>(rows.length * columns.length).fill(1),
    rows: [
      rows.flatMap(({ labelPath: [outer] }, index) =>
        rows[index - 1]?.labelPath[0] === outer
          ? []
          : [printedCell(outer!, runLength(rows, index, 1) * columns.length)],
      ),
      rows.flatMap((row) =>
        isNested(row)
          ? [printedCell(labelOf(row), columns.length)]
          : names.map((name) => printedCell(name, 1, 2)),
      ),
      rows.filter(isNested).flatMap(() => names.map((name) => printedCell(name))),
      rows.flatMap((row) => columns.map(({ id }) => figureCell(figures[row.id]?.[id]))),
    ],
  };
};

/** The national statistics form: indicator, unit, figure; a line of its own for each label that only heads a group. */
const drawIndicators = (spec: TableSpec, figures: Figures): PrintedTable => {
  const { columns, rows } = spec.groups[0]!;
  const [indicator] = spec.headingLabels;
  return {
    id: spec.id as TableName,
    headRows: 1,
    widths: [10, 2, 3],
    rows: [
      [indicator!, '单位', columns[0]!.label].map((text) => printedCell(text)),
      ...rows.flatMap((row) => [
        ...row.labelPath.slice(0, -1).map((label) => [label, '——', '————'].map((text) => printedCell(text))),
        [printedCell(labelOf(row)), printedCell(row.unit ?? ''), figureCell(figures[row.id]?.value)],
      ]),
    ],
  };
};

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
