import { describe, expect, it } from 'vitest';
import { characterVariants } from '../parsers/lookups/character-variants.js';
import { templates } from '../parsers/templates/index.js';
import type { Grid } from './model/parsed-document.js';
import type { Cell, TableCells } from './model/report-record.js';
import { drawTable } from './testing/draw-table.js';
import { readDrawing } from './testing/read-drawing.js';

/**
 * Faults that leave every sum as it was, or that the sums explain otherwise. What the arithmetic cannot see, the labels
 * must: `verified` asks for both. ARCHITECTURE.md tells the rule.
 */

const spec = templates.find((t) => t.id === 'ogi-2021')!.tables.find((t) => t.id === 'applications')!;
const { rows, columns } = spec.groups[0]!;

type Figures = Record<string, number[]>;

/** Table 三 of one body: 97 requests, of which 90 were answered. Seven figures a row. */
const truth: Figures = withSums({
  newlyReceived: [61, 12, 3, 0, 2, 15],
  carriedOver: [4, 0, 0, 0, 0, 0],
  granted: [22, 7, 1, 0, 1, 6],
  partiallyGranted: [9, 2, 1, 0, 0, 3],
  deniedProcessInformation: [5, 1, 0, 0, 0, 2],
  notHeld: [17, 2, 1, 0, 1, 4],
  repeatRequest: [6, 0, 0, 0, 0, 0],
  carriedForward: [6, 0, 0, 0, 0, 0],
});

/** The figures with every total, and zeros in the rows that are not named. */
function withSums(parts: Figures): Figures {
  const outcomes = rows.map(({ id }) => id).slice(2, -2);
  const processed = [0, 1, 2, 3, 4, 5].map((at) => sum(outcomes.map((id) => parts[id]?.[at] ?? 0)));
  const all: Figures = { ...parts, totalProcessed: processed };
  return Object.fromEntries(
    rows.map(({ id }) => {
      const figures = all[id] ?? [0, 0, 0, 0, 0, 0];
      return [id, [...figures, sum(figures)]];
    }),
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

interface Line {
  label: string;
  figures: (number | string)[];
}

const labelOf = (id: string): string => rows.find((row) => row.id === id)!.labelPath.at(-1)!;
const linesOf = (figures: Figures): Line[] =>
  rows.map(({ id }) => ({ label: labelOf(id), figures: figures[id]! }));

const read = (
  lines: Line[],
  heading = columns.map(({ label }) => label),
  layout: Grid['layout'] = 'rectangle',
) => {
  const drawn = [{ label: '项目', figures: heading }, ...lines];
  const text = drawn.map(({ label, figures }) => `${label} | ${figures.join(' | ')}`).join('\n');
  const read = readDrawing(drawTable(text, layout), { templates, characterVariants }, 2023);
  return { ...read, cells: read.tables.applications! };
};

const cellAt = (cells: TableCells, row: string, at: number): Cell => cells[row]![columns[at]!.id]!;

/** Cells whose number is another than that of `figures`, and the level under which they stand. */
const wrongCells = (cells: TableCells, figures: Figures = truth): string[] =>
  rows.flatMap(({ id }) =>
    columns.flatMap((column, at) => {
      const cell = cells[id]![column.id]!;
      const isWrong = cell.value !== null && cell.value !== figures[id]![at];
      return isWrong ? [`${id}.${column.id} ${cell.confidence}`] : [];
    }),
  );

const sure = (cells: TableCells, ids: string[]): string[] =>
  ids.flatMap((id) =>
    Object.entries(cells[id] ?? {}).flatMap(([column, { confidence }]) =>
      confidence === 'verified' || confidence === 'read' ? [`${id}.${column} ${confidence}`] : [],
    ),
  );

const verified = (cells: TableCells): number =>
  Object.values(cells)
    .flatMap((row) => Object.values(row))
    .filter(({ confidence }) => confidence === 'verified').length;

const exchanged = <T>(items: T[], a: number, b: number): T[] =>
  items.map((_, at) => items[at === a ? b : at === b ? a : at]!);

const at = (id: string): number => rows.findIndex((row) => row.id === id);

const results = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
const reviewHeading = `行政复议 | 行政诉讼
${results} | 未经复议直接起诉 | 复议后起诉
${results} | ${results}`;

const failing = (checks: { status: string }[]): number =>
  checks.filter(({ status }) => status === 'fail').length;

describe('with nothing amiss', () => {
  it('every cell is verified', () => {
    const { cells } = read(linesOf(truth));
    expect(wrongCells(cells)).toEqual([]);
    expect(verified(cells)).toBe(rows.length * columns.length);
  });
});

describe('what keeps every sum', () => {
  it('two rows that changed places, labels and all: the label gives the right figures, the place speaks against it', () => {
    const { cells, checks } = read(exchanged(linesOf(truth), at('granted'), at('notHeld')));
    expect(failing(checks)).toBe(0);
    expect(wrongCells(cells)).toEqual([]);
    expect(sure(cells, ['granted', 'notHeld'])).toEqual([]);
    expect(cellAt(cells, 'granted', 0).flags).toContain('row-order');
  });

  it('two labels that changed places above figures that did not', () => {
    const lines = linesOf(truth);
    const [one, other] = [at('granted'), at('notHeld')];
    lines[one] = { ...lines[one]!, label: labelOf('notHeld') };
    lines[other] = { ...lines[other]!, label: labelOf('granted') };
    const { cells, checks } = read(lines);
    expect(failing(checks)).toBe(0);
    expect(sure(cells, ['granted', 'notHeld'])).toEqual([]);
  });

  it('all labels of the outcomes a row too low', () => {
    const lines = linesOf(truth);
    const outcomes = lines.slice(2, -2);
    const rotated = outcomes.map((line, i) => ({ ...line, label: outcomes.at(i - 1)!.label }));
    const { cells, checks } = read([...lines.slice(0, 2), ...rotated, ...lines.slice(-2)]);
    expect(failing(checks)).toBe(0);
    expect(wrongCells(cells).filter((cell) => !cell.endsWith('suspect'))).toEqual([]);
  });

  it('all labels of the outcomes a row too low, and the last one gone', () => {
    const lines = linesOf(truth);
    const outcomes = lines.slice(2, -2);
    const shifted = outcomes.map((line, i) => ({ ...line, label: outcomes[i - 1]?.label ?? '' }));
    const { cells } = read([...lines.slice(0, 2), ...shifted, ...lines.slice(-2)]);
    expect(wrongCells(cells).filter((cell) => !cell.endsWith('suspect'))).toEqual([]);
  });

  it('two columns that changed places, headings and all', () => {
    const lines = linesOf(truth).map(({ label, figures }) => ({ label, figures: exchanged(figures, 1, 5) }));
    const heading = exchanged(
      columns.map(({ label }) => label),
      1,
      5,
    );
    const { cells, checks } = read(lines, heading);
    expect(failing(checks)).toBe(0);
    expect(wrongCells(cells).filter((cell) => !cell.endsWith('suspect'))).toEqual([]);
  });

  it('a table of zeros without labels, or without its heading', () => {
    const zeros = linesOf(withSums({}));
    const bare = read(zeros.map((line, i) => (i % 3 === 1 ? { ...line, label: '' } : line)));
    const ids = rows.flatMap(({ id }, i) => (i % 3 === 1 ? [id] : []));
    for (const id of ids) {
      for (const cell of Object.values(bare.cells[id] ?? {}))
        expect(cell.confidence, id).not.toBe('verified');
    }
    const headless = read(
      zeros,
      columns.map(() => ''),
    );
    expect(verified(headless.cells)).toBe(0);
  });

  it('values that a sum has placed: it cannot confirm them too', () => {
    const { tables } = readDrawing(
      drawTable(`${reviewHeading}\n3 | 1 | 4 | 2 | 0 | 0 | 0 | 2 | 1 | 0 | 0 | 0 | 1`),
      { templates, characterVariants },
      2023,
    );
    const cells = Object.values(tables.review!).flatMap((row) => Object.values(row));
    expect(cells.some(({ flags }) => flags.includes('placed-by-identity'))).toBe(true);
    expect(cells.map(({ confidence }) => confidence)).not.toContain('verified');
  });
});

describe('what other sums fail to tell', () => {
  const changed = (changes: [row: string, column: number, by: number][]): Figures => {
    const figures = structuredClone(truth);
    for (const [row, column, by] of changes) figures[row]![column]! += by;
    return figures;
  };

  it('two errors that cancel in one sum of table 四, beside a third that does not', () => {
    const drawing = `${reviewHeading}
3 | 1 | 0 | 0 | 4 | 2 | 0 | 0 | 0 | 2 | 1 | 0 | 0 | 0 | 7`;
    const { tables } = readDrawing(drawTable(drawing), { templates, characterVariants }, 2023);
    const cells = Object.values(tables.review!).flatMap((row) => Object.values(row));
    expect(cells.map(({ confidence }) => confidence)).not.toContain('verified');
  });

  it('errors that cancel in a column: their rows fail, and no cell of them is verified', () => {
    const { cells } = read(
      linesOf(
        changed([
          ['granted', 0, 3],
          ['notHeld', 0, -3],
        ]),
      ),
    );
    expect(sure(cells, ['granted', 'notHeld']).filter((cell) => cell.endsWith('verified'))).toEqual([]);
    expect(cellAt(cells, 'granted', 0).confidence).toBe('suspect');
    expect(cellAt(cells, 'notHeld', 0).confidence).toBe('suspect');
    // The same difference could stand in any other column.
    expect(cellAt(cells, 'granted', 0).suggested).toBeUndefined();
  });

  it('a row that slipped by one cell, and a blank with it', () => {
    const lines = linesOf(truth);
    const slipped = ['', ...truth.granted!.slice(0, -1)];
    lines[at('granted')] = { label: labelOf('granted'), figures: slipped };
    const { cells } = read(lines);
    expect(wrongCells(cells).filter((cell) => !cell.endsWith('suspect'))).toEqual([]);
    expect(cellAt(cells, 'granted', 1).flags).toContain('fault:line-shifted');
    expect(cellAt(cells, 'granted', 1).suggested?.value).toBe(truth.granted![1]);
    expect(cellAt(cells, 'granted', 0)).toMatchObject({ confidence: 'blank', suggested: { value: 22 } });
  });

  it('a figure in a row and a column whose totals are blank, beside sums that hold without them', () => {
    const blank = linesOf(truth).map(({ label, figures: row }) => ({
      label,
      figures: row.map((figure) => (figure === 0 ? '' : figure)),
    }));
    // Nobody of the fourth column asked, nobody asked for a publication: both totals are left empty.
    const column = 3;
    blank[at('publicationRequest')]!.figures[column] = 8;
    const { cells, checks } = read(blank);
    expect(failing(checks)).toBe(0);
    const alone = cellAt(cells, 'publicationRequest', column);
    expect(alone).toMatchObject({ value: 8, confidence: 'suspect', suggested: { value: 0 } });
    expect(wrongCells(cells).filter((cell) => !cell.endsWith('suspect'))).toEqual([]);
  });

  it('the limit: three equal errors at the corners of a rectangle are one error at the fourth', () => {
    const { cells } = read(
      linesOf(
        changed([
          ['granted', 0, 2],
          ['granted', 1, -2],
          ['notHeld', 0, -2],
        ]),
      ),
    );
    const fourth = cellAt(cells, 'notHeld', 1);
    expect(fourth).toMatchObject({ confidence: 'suspect', suggested: { value: truth.notHeld![1]! + 2 } });
    // Nothing that is printed tells the two apart.
    expect(wrongCells(cells)).toHaveLength(3);
  });
});
