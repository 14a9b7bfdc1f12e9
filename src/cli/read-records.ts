import { type ReportRecord, reportRecordSchema } from '../model/report-record.js';

/** One record of a file, or why the line has no record. Lines count from 1. */
export type RecordEntry = { line: number; record: ReportRecord } | { line: number; trouble: string };

/** UTF-16 units. The largest honest record has some hundred thousand. */
const RECORD_LENGTH_MAX = 64 * 1024 * 1024;

/**
 * Reads what `convert` writes: a record a line, or indented records one after the other. A piece that is no record is
 * named with its line, and reading goes on at the next line that begins with `{`.
 */
export async function* readRecords(chunks: AsyncIterable<string>): AsyncGenerator<RecordEntry> {
  /** An indented record whose last line has not come yet. */
  let pending: { line: number; text: string } | null = null;
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number++;
    if (pending && !line.startsWith('{')) {
      pending.text += `\n${line}`;
      if (pending.text.length > RECORD_LENGTH_MAX) {
        yield { line: pending.line, trouble: 'it is too long for a record' };
        pending = null;
      } else if (line.startsWith('}')) {
        yield recordOf(pending.line, pending.text);
        pending = null;
      }
      continue;
    }
    if (pending) yield recordOf(pending.line, pending.text);
    pending = null;
    if (line.trim() === '') continue;
    // An indented record begins with a line that is nothing whole yet.
    if (line.startsWith('{') && !line.trimEnd().endsWith('}')) pending = { line: number, text: line };
    else yield recordOf(number, line);
  }
  if (pending) yield recordOf(pending.line, pending.text);
}

function recordOf(line: number, text: string): RecordEntry {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { line, trouble: 'it is no JSON' };
  }
  const parsed = reportRecordSchema.safeParse(json);
  if (parsed.success) return { line, record: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue!.path.length > 0 ? `${issue!.path.join('.')}: ` : '';
  return { line, trouble: `it is JSON, but no record (${where}${issue!.message})` };
}

/** Without their line ends. A line without end is handed out in pieces, each too long for a record. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const pieces = chunk.split('\n');
    pieces[0] = rest + pieces[0]!;
    rest = pieces.pop()!;
    for (const piece of pieces) yield piece.replace(/^\ufeff|\r$/gu, '');
    if (rest.length > RECORD_LENGTH_MAX) {
      yield rest;
      rest = '';
    }
  }
  if (rest !== '') yield rest.replace(/^\ufeff|\r$/gu, '');
}
