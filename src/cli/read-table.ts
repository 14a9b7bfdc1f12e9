import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Written } from './read-addresses.js';
import { UsageError } from './usage-error.js';

interface Row {
  cells: string[];
  /** From 1: where the row ends. */
  line: number;
}

const ADDRESS = /^\s*https?:\/\//iu;
const NAMES: readonly string[] = ['url', '网址', '链接'];
/** A character that no text contains: the line is the cell. */
const NO_DELIMITER = '\u0000';

/**
 * The addresses in a table of a spreadsheet: the column `url`, or else the first column with an address. A row that has no address
 * there, or another shape than the first one, is a fault of that row alone.
 * @throws UsageError where no column holds addresses, or the table can't be taken apart
 */
export function readTable(text: string, name: string): Written[] {
  const delimiter = findDelimiter(text);
  const rows = parseRows(text, name, delimiter);
  const column = findColumn(rows);
  const [head] = rows;
  if (head === undefined || column < 0) throw new UsageError(`${name} has no column of addresses`);
  const hasHead = !ADDRESS.test(head.cells[column] ?? '');
  // Addresses hold commas: without a heading nobody knows where one ends.
  if (!hasHead && column === 0 && head.cells.length > 1 && delimiter === ',' && !/^\s*"/u.test(text))
    throw new UsageError(`${name}: write a line of headings above it, with url over the addresses`);
  return rows.slice(hasHead ? 1 : 0).map(({ cells, line }): Written => {
    const where = `${name}:${line}`;
    if (cells.length <= head.cells.length) return { text: cells[column] ?? '', where };
    const counts = `${cells.length} cells, the first row ${head.cells.length}`;
    return {
      text: '',
      where,
      fault: `the row has ${counts}: does an address with a comma stand without quotes?`,
    };
  });
}

/** What the first line is divided by. */
function findDelimiter(text: string): string {
  const line = /^.*/u.exec(text.trimStart())![0].replace(/"[^"]*"/gu, '');
  return ['\t', ',', ';'].find((sign) => line.includes(sign)) ?? NO_DELIMITER;
}

function parseRows(text: string, name: string, delimiter: string): Row[] {
  try {
    const options = {
      ...{ bom: true, delimiter, info: true as const },
      ...{ relax_column_count: true, relax_quotes: true, skip_records_with_empty_values: true },
    };
    // The package's types know `info` only for rows that it names itself.
    const rows = parse(text, options) as unknown as { record: string[]; info: Info }[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${name} is no table: ${error.message}`);
    throw error;
  }
}

function findColumn(rows: readonly Row[]): number {
  const named = rows[0]?.cells.findIndex((cell) => NAMES.includes(cell.trim().toLowerCase())) ?? -1;
  if (named >= 0) return named;
  return rows.reduce((least, { cells }) => {
    const column = cells.findIndex((cell) => ADDRESS.test(cell));
    return column >= 0 && (least < 0 || column < least) ? column : least;
  }, -1);
}
