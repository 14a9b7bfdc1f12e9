import { describe, expect, it } from 'vitest';
import { emptyTally, scoreDocument } from '../../../scripts/scoring/score-documents.js';
import { makeDocument } from '../../../scripts/synthesise/document.js';
import { type Page, type PrintedTable, unfoldTable } from '../../../scripts/synthesise/printed.js';
import { convert } from '../../../src/index.js';

type Table = (string | null)[][];

/** Merged cells written out in every place, as tools do that know no spans; null for an empty cell. */
const rowsOf = (table: PrintedTable): Table =>
  unfoldTable(table).map((row) => row.map(({ cell }) => cell.text.replaceAll('\n', '') || null));

/** As tools write that know no columns: a cell that spans rows stands in each, one that spans columns stands once. */
const shortRows = (table: PrintedTable): Table =>
  unfoldTable(table).map((row) =>
    row.flatMap(({ cell, leftEdge }) => (leftEdge ? [cell.text.replaceAll('\n', '') || null] : [])),
  );

const numbered = (rows: Table) => rows.map((row) => Object.fromEntries(row.map((cell, i) => [i, cell])));
const columns = (rows: Table) =>
  Object.fromEntries(rows[0]!.map((_, i) => [i, Object.fromEntries(rows.map((row, at) => [at, row[i]]))]));
const index = (rows: Table) => Object.fromEntries(numbered(rows).map((row, at) => [at, row]));
const split = (rows: Table) => ({
  ...{ columns: rows[0]!.map((_, i) => i), index: rows.map((_, at) => at), data: rows },
});
const named = (rows: Table) => {
  const names = rows[0]!.map((name, i, all) => (all.indexOf(name) === i ? `${name}` : `${name}.${i}`));
  return rows.slice(1).map((row) => Object.fromEntries(row.map((cell, i) => [names[i]!, cell])));
};
const withPlaces = (rows: Table) => ({
  extraction_method: 'lattice',
  data: rows.map((row, top) => row.map((cell, left) => ({ top, left, text: cell ?? '' }))),
});
const asPython = (value: unknown): string =>
  JSON.stringify(value).replaceAll('"', "'").replaceAll('null', 'None').replaceAll(',', ', ');

const json = (each: (rows: Table) => unknown) => (tables: PrintedTable[]) =>
  JSON.stringify(tables.map((table) => each(rowsOf(table))));

/** Every way in which programs write tables as data. */
const layouts: Record<string, (tables: PrintedTable[], page: Page) => string> = {
  'lists of rows': json((rows) => rows),
  'lists of rows, short where cells are merged': (tables) => JSON.stringify(tables.map(shortRows)),
  'a table a line': (tables) => tables.map((table) => JSON.stringify(rowsOf(table))).join('\n\n'),
  'numbered records': json(numbered),
  'numbered records, indented': (tables) =>
    JSON.stringify(
      tables.map((t) => numbered(rowsOf(t))),
      null,
      2,
    ),
  'records under the first row': json(named),
  'columns of cells': json(columns),
  'rows by number': json(index),
  'columns and data apart': json(split),
  'cells with their places': json(withPlaces),
  'cells of paragraphs': json((rows) => rows.map((row) => row.map((cell) => [cell ?? '']))),
  'escaped letters': (tables) =>
    JSON.stringify(tables.map(rowsOf)).replace(
      /[\u3000-\uffff]/gu,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  'texts and tables': (tables, page) =>
    JSON.stringify({
      text: page.blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n'),
      tables: tables.map(rowsOf),
    }),
  'lists that Python prints': (tables) => tables.map((table) => asPython(rowsOf(table))).join('\n'),
  'lists that Python prints between lines of text': (_, { blocks }) =>
    blocks
      .map((block) =>
        block.kind === 'table' ? asPython(rowsOf(block.table)) : 'text' in block ? block.text : '',
      )
      .join('\n'),
};

const forms = ['ogi-2019', 'ogi-2021'] as const;
const cases = Object.keys(layouts).flatMap((name) =>
  forms.flatMap((form) => [true, false].map((hasBlanks) => ({ name, form, hasBlanks }))),
);

describe('tables in data', () => {
  it.each(cases)('$name, $form, blanks $hasBlanks: every cell is read', async ({ name, form, hasBlanks }) => {
    const year = form === 'ogi-2019' ? 2020 : 2023;
    const { page, truth } = await makeDocument(
      { form, year, carrier: 'html-clean', seed: 43, style: { zero: '0', blankShare: hasBlanks ? 0.4 : 0 } },
      'x',
    );
    const tables = page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    const bytes = new TextEncoder().encode(layouts[name]!(tables, page));
    const { records } = await convert({ uri: truth.file, bytes });
    const tally = emptyTally();
    const hasText = name.includes('text');
    const bad = scoreDocument(tally, truth, records).filter(
      (line) => hasText || /tables?\./u.test(JSON.stringify(line)),
    );
    expect(bad).toEqual([]);
    expect(tally.cells).toBeGreaterThan(150);
  });
});

describe('data without tables', () => {
  it.each([
    ['numbers', '{"a": [1, 2, 3], "b": {"c": 4}}'],
    ['a truth of scorers', '{"issuer": "某市", "tables": {"x": {"a": 1, "b": 2}, "y": {"a": 1, "b": 2}}}'],
  ])('%s: no document', async (_, text) => {
    const { failure } = await convert({ uri: 'x.json', bytes: new TextEncoder().encode(text) });
    expect(failure?.code).toBe('unknown-format');
  });
});
