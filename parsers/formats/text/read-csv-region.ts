import { onceEach } from '../../../src/words/once-each.js';
import type { Line } from './lines.js';
import { type TextTable, tableOfRows } from './text-table.js';

/**
 * Values parted by commas or semicolons (RFC 4180), a record a line, quotes and all; several tables may follow each other:
 *
 *   信息内容,本年制发件数,本年废止件数
 *   规章,0,8
 *   "其他
 *   对外事项",12,"1,362"
 *
 * The cells keep their places in the source, which the CSV parsers of the registry don't give.
 */

/** Fewer values in a line, or fewer lines of as many, are no table. */
const VALUES_MIN = 2;
const RECORDS_MIN = 2;
const DELIMITERS = [',', ';'];
/** A field that goes on over more lines was opened by a quote that is none. */
const LINES_OF_FIELD_MAX = 40;

interface Csv {
  records: Line[][];
  /** The line at which each begins. */
  starts: number[];
  /** The line behind the last record. */
  end: number;
}

/** Lines at which records without figures begin: the rest of their run has none either. By the sign that parts the fields. */
const withoutFigures = onceEach(
  (_: readonly Line[]) => new Map(DELIMITERS.map((delimiter) => [delimiter, new Set<number>()])),
);

/** The run of records of one width that begins at the line `from`. Null where there is none. */
export function readCsvRegion(
  text: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  const known = withoutFigures(lines);
  for (const delimiter of DELIMITERS) {
    const failed = known.get(delimiter)!;
    if (failed.has(from)) continue;
    if (!lines[from]!.text.includes(delimiter) && !lines[from]!.text.startsWith('"')) continue;
    const { records, starts, end } = recordsFrom(text, lines, from, delimiter);
    if (records.length < RECORDS_MIN || !isTable(records)) {
      for (const start of starts) failed.add(start);
      continue;
    }
    return { table: tableOfRows(records, lines.slice(from, end)), end };
  }
  return null;
}

function recordsFrom(text: string, lines: readonly Line[], from: number, delimiter: string): Csv {
  const records: Line[][] = [];
  const starts: number[] = [];
  let end = from;
  while (end < lines.length) {
    const record = recordAt(text, lines, end, delimiter);
    if (!record || record.fields.length < VALUES_MIN) break;
    if (records.length > 0 && record.fields.length !== records[0]!.length) break;
    records.push(record.fields);
    starts.push(end);
    end = record.end;
  }
  return { records, starts, end };
}

/** The fields of the record that begins at a line. Null where a quote is not closed. */
function recordAt(
  text: string,
  lines: readonly Line[],
  from: number,
  delimiter: string,
): { fields: Line[]; end: number } | null {
  const fields: Line[] = [];
  let line = from;
  let at = lines[from]!.start;
  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at, lines[Math.min(lines.length, line + LINES_OF_FIELD_MAX) - 1]!.end);
      if (close === null) return null;
      fields.push({ text: text.slice(at + 1, close).replaceAll('""', '"'), start: at + 1, end: close });
      at = close + 1;
      while (lines[line]!.end < at) line++;
    } else {
      const next = text.indexOf(delimiter, at);
      const end = next < 0 ? lines[line]!.end : Math.min(next, lines[line]!.end);
      fields.push({ text: text.slice(at, end), start: at, end });
      at = end;
    }
    if (at >= lines[line]!.end) return { fields, end: line + 1 };
    if (text[at] !== delimiter) return null;
    at++;
  }
}

function closingQuote(text: string, open: number, limit: number): number | null {
  for (let at = text.indexOf('"', open + 1); at >= 0 && at <= limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return null;
}

/** Short fields, most of them figures, placeholders or empty, in some record: prose with commas has long ones. */
function isTable(records: readonly Line[][]): boolean {
  const isValue = ({ text }: Line) =>
    /^\s*(?:[-+]?[\d.,]*|[/／—-]+|无|nan|none|null|<na>)\s*(?:万?元)?\s*$/iu.test(text);
  return records.some((fields) => fields.length > 2 && fields.filter(isValue).length * 2 >= fields.length);
}
