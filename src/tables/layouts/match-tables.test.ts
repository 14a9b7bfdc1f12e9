import { describe, expect, it } from 'vitest';
import { characterVariants } from '../../../parsers/lookups/character-variants.js';
import { templates } from '../../../parsers/templates/index.js';
import type { TableCells } from '../../model/report-record.js';
import { balancedFigures } from '../../testing/balanced-figures.js';
import { drawDocument } from '../../testing/draw-table.js';
import { readDrawing } from '../../testing/read-drawing.js';

const form = templates.find(({ id }) => id === 'ogi-2021')!;
const spec = form.tables.find(({ id }) => id === 'applications')!;
const { rows, columns } = spec.groups[0]!;
const truth = balancedFigures(spec);

const HEADING = ['三、收到和处理政府信息公开申请情况', columns.map(({ label }) => label).join(' ')];
const ORDINALS = ['一、', '二、', ...rows.slice(2).map(() => '')];
const lines = rows.map(({ id, labelPath }, i) => ({
  id,
  label: `${ORDINALS[i]}${labelPath.at(-1)!}`,
  figures: truth[id]!.join(' '),
}));

const read = (...texts: readonly string[]): TableCells =>
  readDrawing(
    drawDocument(...[...HEADING, ...texts].map((paragraph) => ({ paragraph }))),
    { templates, characterVariants },
    2023,
  ).tables.applications ?? {};

/** What is sure and differs from the truth, and how many cells are sure. */
function judge(cells: TableCells) {
  const all = rows.flatMap(({ id }) =>
    columns.map((column, c) => ({ cell: cells[id]?.[column.id], truth: truth[id]![c] })),
  );
  const sure = all.filter(
    ({ cell }) => cell && cell.confidence !== 'suspect' && cell.confidence !== 'missing',
  );
  return {
    sure: sure.length,
    wrong: sure.filter(({ cell, truth: known }) => (cell!.value ?? 0) !== known).length,
  };
}

/** Every seventh row of the form. */
const sample = lines.filter((_, i) => i % 7 === 2);
/** What stands before may be its parent's label. */
const FIRST_OF_PARENT: ReadonlySet<string> = new Set(['granted', 'deniedStateSecret']);
const ALL = rows.length * columns.length;
const half = (text: string) => Math.ceil(text.length / 2);

describe('text of a page', () => {
  it.each(sample.map(({ id }) => id))('%s: a label goes on behind its figures', (id) => {
    const cells = read(
      ...lines.flatMap((line) =>
        line.id === id && line.label.length > 6
          ? [line.label.slice(0, half(line.label)), line.figures, line.label.slice(half(line.label))]
          : [`${line.label} ${line.figures}`],
      ),
    );
    const { sure, wrong } = judge(cells);
    expect(wrong).toBe(0);
    expect(sure).toBeGreaterThanOrEqual(ALL - columns.length);
    if (!FIRST_OF_PARENT.has(id)) expect(sure).toBe(ALL);
  });

  it('has a number on each page', () => {
    const cells = read(
      ...lines.flatMap(({ label, figures }, i) => [
        `${label} ${figures}`,
        ...((i + 1) % 10 === 0 ? [String((i + 1) / 10)] : []),
      ]),
    );
    expect(judge(cells)).toEqual({ sure: ALL, wrong: 0 });
  });

  it('has digits without borders on a line of their own', () => {
    const cells = read(...lines.flatMap(({ label, figures }) => [label, figures.replaceAll(' ', '')]));
    const { sure, wrong } = judge(cells);
    expect(wrong).toBe(0);
    expect(sure).toBeGreaterThan(ALL / 2);
  });

  it.each(sample.map((line) => [line.id, lines[lines.indexOf(line) + 1]!.id]))(
    'prints %s and %s in another order',
    (first, second) => {
      const swapped = lines.map((line) =>
        line.id === first
          ? lines.find(({ id }) => id === second)!
          : line.id === second
            ? lines.find(({ id }) => id === first)!
            : line,
      );
      expect(judge(read(...swapped.map(({ label, figures }) => `${label} ${figures}`))).wrong).toBe(0);
    },
  );
});

describe('a table on one line', () => {
  it('is in doubt where the heading names its parts in another order than the form, on lines', () => {
    const names = '结果维持结果纠正其他结果尚未审结总计';
    const heading = ['行政复议 行政诉讼', '复议后起诉', `${names}未经复议直接起诉`, names + names];
    const figures = '0 7 0 35 42 59 57 0 26 142 0 0 0 0 0';
    const texts = ['四、政府信息公开行政复议、行政诉讼情况', ...heading, figures];
    const parsed = drawDocument(...texts.map((paragraph) => ({ paragraph })));
    const { review } = readDrawing(parsed, { templates, characterVariants }, 2023).tables;
    const cells = ['litigationDirect', 'litigationAfterReconsideration'].flatMap((row) =>
      Object.values(review![row]!),
    );
    expect(cells.map(({ confidence }) => confidence)).toEqual(Array(10).fill('suspect'));
  });
});
