import type { Line } from './lines.js';
import type { Literal, RecordLiteral, ScalarLiteral } from './parse-literals.js';

/** The rows of a table in a value, and whether a row's places are columns. */
interface LiteralTable {
  rows: Line[][];
  layout: 'rectangle' | 'ragged';
}

/** Longer is a text, and no cell. */
export const CELL_CHARS_MAX = 300;
/** A cell that is a list holds paragraphs, mostly one; a list of more is a row. */
const LINES_OF_CELL_MAX = 20;
const TEXT_KEYS = new Set(['text', 'content', 'value', 'text_content']);
/** Names that programs give to columns without one. */
const NUMBERED = /^(?:\d{1,3}|column_?\d{1,3}|unnamed: \d{1,3}(?:_level_\d)?|__empty(?:_\d{1,3})?)$/iu;
/** What programs add to tell columns of one name apart. */
const SAME_NAME = /(?:\.|_)\d{1,3}$/u;
const INDEX_KEYS = new Set(['index', '', 'level_0']);

/**
 * The table that a value is: rows in a list, each a list of cells or a record; columns in a record, each a record or a list of its
 * cells; columns and data apart. Null where it is none.
 */
export function rowsOfLiteral(value: Literal): LiteralTable | null {
  if (value.kind === 'record') return fromColumnsApart(value) ?? fromNested(value);
  if (value.kind !== 'list' || value.items.length === 0) return null;
  return fromLists(value.items) ?? fromRecords(value.items);
}

function fromLists(items: readonly Literal[]): LiteralTable | null {
  if (!items.every((item) => item.kind === 'list')) return null;
  const inner = items.flatMap((item) => item.items);
  const lists = inner.filter((cell) => cell.kind === 'list');
  // Lists of several texts are rows, and what holds them is a list of tables.
  if (lists.filter((cell) => cell.items.length > 1).length * 2 > lists.length) return null;
  const rows = items.map((item) => item.items.map(cellOf));
  return tableOf(rows);
}

function fromRecords(items: readonly Literal[]): LiteralTable | null {
  if (items.length < 2 || !items.every((item) => item.kind === 'record')) return null;
  const keys = keysOf(items);
  const isNumbered = keys.every((key) => NUMBERED.test(key));
  const held = items.map(({ entries }) => new Map(entries.map(({ key, value }) => [key.text, value])));
  const isIndex = (key: string) =>
    INDEX_KEYS.has(key) &&
    held.every((values, at) => values.has(key) && textOf(values.get(key)!) === String(at));
  const kept = keys.filter((key) => !isIndex(key));
  const rows = held.map((values) => {
    // Rows that end before the others have merged cells; what is left out within a row is an empty one.
    const last = kept.findLastIndex((key) => values.has(key));
    return kept.slice(0, last + 1).map((key) => (values.has(key) ? cellOf(values.get(key)!) : null));
  });
  if (rows.some((row) => row.includes(null)) && isNumbered) return null;
  const heading = items[0] && headingOf(items[0], kept);
  return tableOf(isNumbered ? rows : [heading!, ...rows]);
}

/** In the order in which the records name them. */
const keysOf = (items: readonly RecordLiteral[]): string[] => [
  ...new Set(items.flatMap(({ entries }) => entries.map(({ key }) => key.text))),
];

/** The names of the columns, where the first record has them. */
const headingOf = ({ entries }: RecordLiteral, names: readonly string[]): Line[] =>
  headingOfKeys(
    names.map((text) => {
      const { start, end } = entries.find(({ key }) => key.text === text)?.key ?? entries[0]!.key;
      return { text, start, end };
    }),
  );

/** `{"columns": [...], "index": [...], "data": [[...]]}`, and a table beside the description of its columns. */
function fromColumnsApart({ entries }: RecordLiteral): LiteralTable | null {
  const held = (key: string) => entries.find((entry) => entry.key.text === key)?.value;
  const [columns, data] = [held('columns'), held('data')];
  if (data?.kind !== 'list') return null;
  const table = rowsOfLiteral(data);
  if (!table || columns?.kind !== 'list') return table;
  const heading = columns.items.map(cellOf);
  if (heading.some((cell) => cell === null)) return table;
  const isNumbered = heading.every((cell) => NUMBERED.test(cell!.text));
  return isNumbered ? table : tableOf([heading, ...table.rows]);
}

/** `{"column": {"0": "cell"}}`, `{"column": ["cell"]}` and `{"0": {"column": "cell"}}`. */
function fromNested(value: RecordLiteral): LiteralTable | null {
  const { entries } = value;
  if (entries.length < 2) return null;
  const columns = entries.map(({ key, value: column }) => {
    const cells =
      column.kind === 'list'
        ? column.items.map((cell, i) => ({ name: String(i), cell }))
        : column.kind === 'record'
          ? column.entries.map((entry) => ({ name: entry.key.text, cell: entry.value }))
          : [];
    return { key, cells };
  });
  const [first] = columns;
  const height = first!.cells.length;
  if (height === 0 || !columns.every(({ cells }) => cells.length === height)) return null;
  const inner = columns.map(({ cells }) => cells.map(({ cell }) => cellOf(cell)));
  if (inner.some((cells) => cells.includes(null))) return null;
  const vectors = inner as Line[][];
  const across = vectors[0]!.map((_, at) => vectors.map((cells) => cells[at]!));
  const areRows =
    isNamed(first!.cells.map(({ name }) => name)) || countLabelled(vectors) > countLabelled(across);
  const names = areRows ? firstKeys(value) : columns.map(({ key }) => key);
  const rows = areRows ? vectors : across;
  const heading = names.every(({ text }) => NUMBERED.test(text)) ? [] : [headingOfKeys(names)];
  return tableOf([...heading, ...rows]);
}

const isNamed = (names: readonly string[]): boolean => !names.every((name) => NUMBERED.test(name));

const firstKeys = ({ entries }: RecordLiteral): ScalarLiteral[] => {
  const [first] = entries;
  return first?.value.kind === 'record' ? first.value.entries.map(({ key }) => key) : [];
};

function headingOfKeys(keys: readonly Line[]): Line[] {
  const known = new Set(keys.map(({ text }) => text));
  return keys.map(({ text, start, end }) => {
    const base = text.replace(SAME_NAME, '');
    return { text: NUMBERED.test(text) ? '' : known.has(base) ? base : text, start, end };
  });
}

/** Rows that begin with words and end with something else. */
const countLabelled = (rows: readonly Line[][]): number =>
  rows.filter((row) => /\p{L}/u.test(row[0]?.text ?? '') && !/\p{L}/u.test(row.at(-1)?.text ?? '')).length;

const tableOf = (rows: readonly (Line | null)[][]): LiteralTable | null => {
  if (rows.some((row) => row.includes(null)) || rows.flat().length < 4) return null;
  const width = rows[0]!.length;
  const isEven = rows.every((row) => row.length === width);
  return { rows: rows as Line[][], layout: isEven ? 'rectangle' : 'ragged' };
};

/** A text, a few paragraphs of one, or a record that holds one beside what it says of its place. Null for everything else. */
function cellOf(value: Literal): Line | null {
  const text = textOf(value);
  return text === null || text.length > CELL_CHARS_MAX ? null : { text, ...placeOf(value) };
}

const heldText = ({ entries }: RecordLiteral): Literal | undefined =>
  entries.find(({ key }) => TEXT_KEYS.has(key.text.toLowerCase()))?.value;

function textOf(value: Literal): string | null {
  if (value.kind === 'scalar') return value.text;
  if (value.kind === 'record') {
    const held = heldText(value);
    return held?.kind === 'scalar' ? held.text : null;
  }
  if (value.items.length > LINES_OF_CELL_MAX) return null;
  const lines = value.items.map((item) => (item.kind === 'scalar' ? item.text : null));
  return lines.includes(null) ? null : lines.join('\n');
}

function placeOf(value: Literal): { start: number; end: number } {
  if (value.kind === 'scalar') return { start: value.start, end: value.end };
  if (value.kind === 'record') {
    const { start, end } = heldText(value)!;
    return { start, end };
  }
  const [first, last] = [value.items[0], value.items.at(-1)];
  return { start: first?.start ?? value.start + 1, end: last?.end ?? value.start + 1 };
}
