import {
  alterTables,
  type Page,
  type PrintedBlock,
  type PrintedTable,
  printedCell,
  tablesOf,
  unfoldTable,
} from '../printed.js';
import { cutTable, mapTexts } from './tables.js';

/** Replaces printed labels, in every table: misprints, province wording, labels cut short. */
export const relabel =
  (replacements: Record<string, string>) =>
  (page: Page): Page =>
    alterTables(page, (table) => mapTexts(table, (text) => replacements[text] ?? text));

/** `1.属于国家秘密` -> `1、属于国家秘密` */
export const numberWithComma = (page: Page): Page =>
  alterTables(page, (table) => mapTexts(table, (text) => text.replace(/^(\d)\.(?=[\u4e00-\u9fff])/, '$1、')));

/** `三、收到…情况` -> `三、收到…情况（数据填报）`, only over tables. */
export const suffixHeadings = (page: Page): Page => ({
  blocks: page.blocks.map((block, index) =>
    block.kind === 'heading' && page.blocks[index + 1]?.kind === 'table'
      ? { ...block, text: `${block.text}（数据填报）` }
      : block,
  ),
});

/** Puts rows that the form does not know under the row with that label. */
export const addRows =
  (below: string, rows: readonly (readonly string[])[]) =>
  (page: Page): Page =>
    alterTables(page, (table) => {
      const at = table.rows.findIndex((row) => row[0]?.text === below);
      if (at < 0) return table;
      const spans = table.rows[at]!.map((cell) => cell.colSpan);
      // No wider than the row above: the 2021 groups have fewer columns than those of 2019.
      const added = rows.map((texts) => spans.map((span, index) => printedCell(texts[index] ?? '', span)));
      return { ...table, rows: [...table.rows.slice(0, at + 1), ...added, ...table.rows.slice(at + 1)] };
    });

/** The tables again at the foot of the page, as a print version of the site. */
export const repeatTables = (page: Page): Page => ({
  blocks: [
    ...page.blocks,
    { kind: 'paragraph', text: '打印版' },
    ...tablesOf(page).map((table): PrintedBlock => ({ kind: 'table', table })),
  ],
});

/** Before each table there is a copy that nobody sees, with other numbers in it. */
export const hideDecoys = (page: Page): Page =>
  alterTables(page, (table) => [
    {
      kind: 'hidden',
      blocks: [{ kind: 'table', table: mapTexts(table, (text) => (/^\d+$/.test(text) ? `${text}7` : text)) }],
    },
    { kind: 'table', table },
  ]);

/** What a model makes of table 三: a little table a row, under headings that it invented. */
export const shredApplications = (page: Page): Page =>
  alterTables(page, (table) => {
    if (table.id !== 'applications') return table;
    const every = table.rows.map((_, index) => index).slice(table.headRows);
    return cutTable(table, every).map((part, index): PrintedBlock => {
      if (index === 0) return { kind: 'table', table: part };
      const texts = unfoldTable(part)[0]!.flatMap(({ cell, origin }) => (origin ? [cell.text] : []));
      const figures = texts.slice(-7);
      const label =
        texts
          .slice(0, -7)
          .filter((text) => text !== '')
          .pop() ?? '';
      const heads = ['项目', ...figures.map((_, at) => (at === 6 ? '合计' : `数据${at + 1}`))];
      const rows = [heads, [label, ...figures]].map((row) => row.map((text) => printedCell(text)));
      return { kind: 'table', table: { ...part, rows, headRows: 1 } };
    });
  });

/** Another year's figures in a column beside each figure: a comparison, no report. */
export const besideLastYear = (page: Page): Page =>
  alterTables(page, (table) => ({
    ...table,
    widths: table.widths.flatMap((width) => [width, width]),
    rows: table.rows.map((row) =>
      row.flatMap((cell) =>
        /^\d*$/.test(cell.text)
          ? [cell, printedCell(cell.text === '' ? '' : String(Number(cell.text) + 3), cell.colSpan)]
          : [{ ...cell, colSpan: cell.colSpan * 2 }],
      ),
    ),
  }));

/** Invisible characters inside labels and figures, as copies from chat programs carry them. */
export const sprinkleInvisible = (page: Page): Page => ({
  blocks: alterTables(page, (table: PrintedTable) =>
    mapTexts(table, (text) => (text.length > 1 ? `${text[0]}\u200b${text.slice(1)}\u00ad` : text)),
  ).blocks.map((block) =>
    block.kind === 'heading'
      ? { ...block, text: `\ufeff${block.text.slice(0, 4)}\u200b${block.text.slice(4)}` }
      : block,
  ),
});
