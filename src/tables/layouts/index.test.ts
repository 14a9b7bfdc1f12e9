import { describe, expect, it } from 'vitest';
import { characterVariants } from '../../../parsers/lookups/character-variants.js';
import { templates } from '../../../parsers/templates/index.js';
import type { Grid, ParsedDocument } from '../../model/parsed-document.js';
import type { Cell, TableCells } from '../../model/report-record.js';
import { balancedFigures } from '../../testing/balanced-figures.js';
import { drawDocument } from '../../testing/draw-table.js';
import { readDrawing } from '../../testing/read-drawing.js';
import { layouts } from './index.js';

const form = templates.find(({ id }) => id === 'ogi-2021')!;
const spec = form.tables.find(({ id }) => id === 'applications')!;
const { rows, columns } = spec.groups[0]!;

const truth = balancedFigures(spec);
const HEADING = ['三、收到和处理政府信息公开申请情况', ...columns.map(({ label }) => label)];
const labels = rows.map(({ labelPath }) => labelPath.at(-1)!);
const lines = (texts: readonly (string | number)[]): ParsedDocument =>
  drawDocument(...texts.map((text) => ({ paragraph: String(text) })));

function pouredInOneCell(texts: readonly (string | number)[]): ParsedDocument {
  const text = texts.join('\n');
  const place = { start: 0, end: text.length };
  const cell = { row: 0, column: 0, rowSpan: 1, colSpan: 1, text, ...place };
  const grid: Grid = {
    kind: 'grid',
    layout: 'rectangle',
    rowCount: 1,
    columnCount: 1,
    cells: [cell],
    ...place,
  };
  return { text, blocks: [grid], format: 'drawn', metadata: [] };
}

/** Rows down their columns, from one row to another. */
const band = (from: number, to: number): number[] =>
  columns.flatMap((_, c) => rows.slice(from, to).map(({ id }) => truth[id]![c]!));

/** A document that a layout reads and the ones before it do not. */
const drawn: Record<string, () => ParsedDocument> = {
  'layout-as-drawn': () =>
    drawDocument({
      table: [
        ['项目', ...columns.map(({ label }) => label)].join(' | '),
        ...rows.map(({ id }, i) => [labels[i], ...truth[id]!].join(' | ')),
      ].join('\n'),
    }),
  // Zeros are left empty but for the totals.
  'layout-empty-lines': () => {
    const shown = (figures: readonly number[]) =>
      figures.map((figure, i) => (figure === 0 && i < figures.length - 1 ? '' : figure));
    const document = lines([...HEADING, ...rows.flatMap(({ id }, i) => [labels[i]!, ...shown(truth[id]!)])]);
    return { ...document, blocks: document.blocks.filter(({ start, end }) => end > start) };
  },
  'layout-cell-stream': () =>
    pouredInOneCell([...HEADING, ...rows.flatMap(({ id }, i) => [labels[i]!, ...truth[id]!])]),
  'layout-bands': () => lines([...HEADING, ...labels, ...band(0, 13), '- 4 -', ...band(13, rows.length)]),
};

const read = (parsed: ParsedDocument, without?: ReadonlySet<string>): TableCells =>
  readDrawing(parsed, { templates, characterVariants }, 2023, without ? { without } : {}).tables
    .applications ?? {};

const isSure = (cell: Cell | undefined): boolean =>
  cell?.confidence === 'verified' || cell?.confidence === 'read' || cell?.confidence === 'blank';

/** What is read of the truth: cells that are right, and cells that look sure and are wrong. */
function compare(cells: TableCells): { right: number; silent: string[] } {
  let right = 0;
  const silent: string[] = [];
  for (const { id } of rows) {
    columns.forEach((column, c) => {
      const cell = cells[id]?.[column.id];
      if (!isSure(cell)) return;
      // An empty cell is drawn where the figure is 0.
      if ((cell!.value ?? 0) === truth[id]![c]) right++;
      else silent.push(`${id}.${column.id}: ${cell!.value} for ${truth[id]![c]}`);
    });
  }
  return { right, silent };
}

const ALL = rows.length * columns.length;

describe('layouts', () => {
  it('are each held by a drawn document', () => {
    expect(Object.keys(drawn).sort()).toEqual(layouts.map(({ name }) => name).sort());
  });

  it.each(Object.keys(drawn))('%s reads what those before it do not', (name) => {
    expect(compare(read(drawn[name]!()))).toEqual({ right: ALL, silent: [] });
    // What is read without its rows being known is read by the layouts behind it too.
    const at = layouts.findIndex((layout) => layout.name === name);
    const other = compare(read(drawn[name]!(), new Set(layouts.slice(at).map((layout) => layout.name))));
    expect(other.silent).toEqual([]);
    expect(other.right).toBeLessThan(ALL);
  });
});

describe('figures in bands', () => {
  it.each([
    [
      'along the rows behind a band down the columns',
      () => [...band(0, 9), ...rows.slice(9).flatMap(({ id }) => truth[id]!)],
    ],
    ['three bands down their columns', () => [...band(0, 8), ...band(8, 20), ...band(20, rows.length)]],
    ['one band down its columns', () => band(0, rows.length)],
  ])('are read: %s', (_, all) => {
    expect(compare(read(lines([...HEADING, ...labels, ...all()])))).toEqual({ right: ALL, silent: [] });
  });

  it('are in doubt where two rows are jumbled, and only there', () => {
    const jumbled = [...truth[rows[0]!.id]!, ...truth[rows[1]!.id]!].reverse();
    const parsed = lines([
      ...HEADING,
      ...labels,
      ...jumbled,
      ...rows.slice(2).flatMap(({ id }) => truth[id]!),
    ]);
    const { right, silent } = compare(read(parsed));
    expect(silent).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(ALL - 2 * columns.length - columns.length);
  });

  it('are never sure where the sums hold in no order', () => {
    const shuffled = rows
      .flatMap(({ id }) => truth[id]!)
      .sort((a, b) => ((a * 7919) % 101) - ((b * 7919) % 101));
    expect(compare(read(lines([...HEADING, ...labels, ...shuffled]))).silent).toEqual([]);
  });
});
