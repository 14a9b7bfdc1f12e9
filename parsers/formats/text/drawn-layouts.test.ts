import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { emptyTally, scoreDocument } from '../../../scripts/scoring/score-documents.js';
import { makeDocument } from '../../../scripts/synthesise/document.js';
import {
  type Page,
  type PrintedTable,
  type UnfoldedPlace,
  unfoldTable,
} from '../../../scripts/synthesise/printed.js';
import { convert } from '../../../src/index.js';

const plain = (text: string): string => text.replaceAll('\n', '');
const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Texts by place; covered places are empty, or hold the text of their cell again. */
const textsOf = (table: PrintedTable, isRepeated = false): string[][] =>
  unfoldTable(table).map((row) =>
    row.map(({ cell, origin }) => (origin || isRepeated ? plain(cell.text) : '')),
  );

const widthsOf = (rows: string[][]): number[] =>
  rows[0]!.map((_, column) => Math.max(4, ...rows.map((row) => stringWidth(row[column]!))));

/** Boxes with the spans of the table: a border is left out between two places of one cell. */
function box(table: PrintedTable, signs: { across: string; down: string; joint: string }): string[] {
  const places = unfoldTable(table);
  const widths = widthsOf(
    places.map((row) =>
      row.map(({ cell, origin }) => (origin && cell.colSpan === 1 ? plain(cell.text) : '')),
    ),
  );
  const isOne = (a: UnfoldedPlace | undefined, b: UnfoldedPlace | undefined) =>
    a !== undefined && a.cell === b?.cell;
  const rule = (above: UnfoldedPlace[] | undefined, below: UnfoldedPlace[] | undefined): string => {
    const stretches = widths.map((width, i) =>
      (isOne(above?.[i], below?.[i]) ? ' ' : signs.across).repeat(width),
    );
    return signs.joint + stretches.join(signs.joint) + signs.joint;
  };
  const lines = [rule(undefined, places[0])];
  places.forEach((row, at) => {
    let line = signs.down;
    for (let i = 0; i < row.length; ) {
      const { cell, origin } = row[i]!;
      const end = row.findIndex((place, j) => j > i && !isOne(place, row[i]));
      const to = end < 0 ? row.length : end;
      const width = widths.slice(i, to).reduce((sum, each) => sum + each, 0) + (to - i - 1);
      const text = origin && stringWidth(plain(cell.text)) <= width ? plain(cell.text) : '';
      line += pad(text, width) + signs.down;
      i = to;
    }
    lines.push(line, rule(row, places[at + 1]));
  });
  return lines;
}

const grid = (table: PrintedTable): string[] => {
  const rows = textsOf(table);
  const widths = widthsOf(rows);
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  return [
    rule,
    ...rows.flatMap((row) => [`| ${row.map((text, i) => pad(text, widths[i]!)).join(' | ')} |`, rule]),
  ];
};

const dashes = (table: PrintedTable, sign: string, isParted: boolean): string[] => {
  const rows = textsOf(table);
  const widths = widthsOf(rows);
  const rule = widths.map((width) => sign.repeat(width)).join(' ');
  const lines = rows.map((row) => row.map((text, i) => pad(text, widths[i]!)).join(' '));
  return [rule, ...(isParted ? lines.flatMap((line, i) => (i === 0 ? [line] : ['', line])) : lines), rule];
};

const wiki = (table: PrintedTable): string[] => [
  '{| class="wikitable"',
  ...table.rows.flatMap((row, i) => [
    ...(i === 0 ? [] : ['|-']),
    ...row.map(
      ({ text, rowSpan, colSpan }) =>
        `|rowspan="${rowSpan}" colspan="${colSpan}"| ${text.replaceAll('\n', '<br />')}`,
    ),
  ]),
  '|}',
];

const quoted = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const values = (table: PrintedTable, isRepeated: boolean): string[] =>
  textsOf(table, isRepeated).map((row) => row.map(quoted).join(','));

/** As a data frame is printed: merged cells written out, rows and columns numbered, NaN for empty cells. */
const frame = (table: PrintedTable): string[] => {
  const rows = textsOf(table, true);
  return [
    `,${rows[0]!.map((_, i) => i).join(',')}`,
    ...rows.map((row, i) => [String(i), ...row.map((text) => quoted(text === '' ? 'NaN' : text))].join(',')),
  ];
};

/** As a data frame is printed on a terminal: numbered, every cell ends under its heading, as wide as the program counts. */
const printedFrame = (table: PrintedTable, widthOf: (text: string) => number): string[] => {
  const rows = textsOf(table, true).map((row, i) => [String(i), ...row.map((text) => text || 'NaN')]);
  const heading = ['', ...rows[0]!.slice(1).map((_, i) => String(i))];
  const widths = heading.map((_, i) => Math.max(...[heading, ...rows].map((row) => widthOf(row[i]!))));
  const cell = (text: string, i: number) => {
    const space = ' '.repeat(widths[i]! - widthOf(text));
    return i === 0 ? text + space : space + text;
  };
  return [heading, ...rows].map((row) => row.map(cell).join('  '));
};

/** Cells filled up to the width of their column; a line is as long as its cells. */
const filled = (rows: string[][], gap: string, fill: (text: string, room: number) => string): string[] => {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => row.map((text, i) => fill(text, widths[i]! - text.length)).join(gap));
};

const centred = (text: string, room: number): string =>
  ' '.repeat(room >> 1) + text + ' '.repeat(room - (room >> 1));

/** Spanned places are no cells: what stands behind them moves to the left. */
const withoutSpans = (table: PrintedTable): string[][] =>
  table.rows.map((row) => row.map(({ text }) => plain(text)));

/** As programs print that keep the layout of a page: a label wraps in its column, its figures stand beside its first line. */
const spaced = (table: PrintedTable): string[] => {
  const widths = widthsOf(textsOf(table)).map((width) => Math.min(width, LABEL_WIDTH));
  return unfoldTable(table).flatMap((row) => {
    const cells = row.map(({ cell, origin }, i) => {
      if (!origin) return [];
      const room = widths.slice(i, i + cell.colSpan).reduce((sum, width) => sum + width + 3, -3);
      return wrapped(plain(cell.text), Math.max(room, LABEL_WIDTH));
    });
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, i) => pad(lines[line] ?? '', widths[i]! + 3))
        .join('')
        .trimEnd(),
    );
  });
};

const LABEL_WIDTH = 18;

const wrapped = (text: string, width: number): string[] => {
  const lines = [''];
  for (const character of text) {
    if (stringWidth(lines.at(-1)! + character) > width) lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
};

/** As a browser gives the text of cells that hold paragraphs; spanned places are no cells. */
const tabsApart = (table: PrintedTable, rowBreak: string): string[] => [
  table.rows.map((row) => row.map(({ text }) => text).join('\n\n\t\n\n')).join(rowBreak),
];

/** A cell a line, merged cells written out; with an empty line between cells where `parting` has one. */
const onLines = (table: PrintedTable, parting: string): string[] => [
  textsOf(table, true).flat().join(parting),
];

/** Every layout of which the cells can be told from the text alone. */
const layouts: Record<string, (table: PrintedTable) => string[]> = {
  'boxes with spans': (table) => box(table, { across: '─', down: '│', joint: '┼' }),
  'boxes in ASCII with spans': (table) => box(table, { across: '-', down: '|', joint: '+' }),
  'a grid without spans': grid,
  'columns between double lines': (table) => dashes(table, '=', false),
  'columns between dashes, an empty line between rows': (table) => dashes(table, '-', true),
  'wiki marks': wiki,
  'comma-separated values': (table) => values(table, false),
  'values with spans written out': (table) => values(table, true),
  'a data frame': frame,
  'a data frame on a terminal': (table) => printedFrame(table, (text) => text.length),
  'a data frame on a wide terminal': (table) => printedFrame(table, stringWidth),
  'columns between spaces, wrapped labels': spaced,
  'cells filled up on the left, spans written out': (table) =>
    filled(textsOf(table, true), ' ', (text, room) => ' '.repeat(room) + text),
  'cells filled up on the right, moved to the left': (table) =>
    filled(withoutSpans(table), '  ', (text, room) => text + ' '.repeat(room)),
  'cells filled up on both sides, rows apart': (table) =>
    filled(withoutSpans(table), '  ', centred).flatMap((line) => [line, ' '.repeat(line.length)]),
  'a cell a line, spans written out': (table) => onLines(table, '\n'),
  'a cell a paragraph, spans written out': (table) => onLines(table, '\n\n'),
  'paragraphs between tabs': (table) => tabsApart(table, '\n\n\n\n\n'),
  'paragraphs between tabs, rows no further apart': (table) => tabsApart(table, '\n\n'),
};

const write = (page: Page, layout: (table: PrintedTable) => string[]): string =>
  page.blocks
    .map((block) => {
      if (block.kind === 'table') return layout(block.table).join('\n');
      return block.kind === 'hidden' ? '' : block.text;
    })
    .join('\n\n');

const forms = ['ogi-2019', 'ogi-2021'] as const;
const cases = Object.keys(layouts).flatMap((name) => forms.map((form) => ({ name, form })));

describe('tables that a text draws', () => {
  it.each(cases)('in $name, $form: every cell is read', async ({ name, form }) => {
    const { page, truth } = await makeDocument(
      { form, year: form === 'ogi-2019' ? 2020 : 2023, carrier: 'html-clean', seed: 41 },
      'x',
    );
    const text = write(page, layouts[name]!);
    const { records } = await convert({ uri: truth.file, bytes: new TextEncoder().encode(text) });
    const tally = emptyTally();
    const bad = scoreDocument(tally, truth, records);
    expect(bad).toEqual([]);
    expect(tally.cells).toBeGreaterThan(150);
  });
});

describe('what only looks drawn', () => {
  const kinds = async (text: string) => {
    const { readTextBlocks } = await import('./read-text-blocks.js');
    return readTextBlocks(text).blocks.map(({ kind }) => kind);
  };

  it.each([
    ['a rule between paragraphs', '一、总体情况\n----------\n本年度公开12条。'],
    ['a sentence with commas', '全年公开12条, 其中网站10条, 其他2条\n收到申请3件, 办结3件, 结转0件'],
    ['one line of signs', '+----+----+'],
  ])('%s stays text', async (_, text) => {
    expect(new Set(await kinds(text))).toEqual(new Set(['paragraph']));
  });
});

describe('cells filled up to the width of their column', () => {
  const cells = async (...lines: string[]) => {
    const { readTextBlocks } = await import('./read-text-blocks.js');
    const [table] = readTextBlocks(lines.join('\n')).blocks;
    if (table?.kind !== 'table') return [];
    return table.cells.map(({ row, column, pieces }) => `${row}/${column} ${pieces[0]!.text.trim()}`);
  };

  it('stand in their columns though others are merged down before them', async () => {
    const found = await cells('甲  乙  1     2  3', '丙  4     5  6');
    expect(found).toEqual([
      ...['0/0 甲', '0/1 乙', '0/2 1', '0/3 ', '0/4 2', '0/5 3'],
      ...['1/0 丙', '1/2 4', '1/3 ', '1/4 5', '1/5 6'],
    ]);
  });

  it('leave two gaps in one where a column is empty', async () => {
    const found = await cells('甲  7    8  9', '乙  1    2  3');
    expect(found.filter((cell) => cell.startsWith('0/'))).toEqual([
      '0/0 甲',
      '0/1 7',
      '0/2 ',
      '0/3 8',
      '0/4 9',
    ]);
  });
});
