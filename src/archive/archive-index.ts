import { appendFile, readFile, truncate } from 'node:fs/promises';

/** An answer that is kept, as a line of the index beside its file. Everything here can be read off the file again. */
export interface IndexLine {
  /** Of the answer's record, and of everything that was written with it, up to the next line's offset. */
  offset: number;
  end: number;
  uri: string;
  date: string;
  status: number;
  /** Of the body as sent. */
  digest: string;
  /** Has the record the body itself? */
  isWhole: boolean;
}

/**
 * The lines of an index that follow on each other from 0 without a gap, and where they end. A torn last line, as a crash leaves
 * it, is cut off; an index that is not there has no lines.
 */
export async function readIndex(
  path: string,
  fileSize: number,
): Promise<{ lines: IndexLine[]; end: number }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lines: [], end: 0 };
    throw error;
  }
  const lines: IndexLine[] = [];
  let end = 0;
  let good = 0;
  for (const raw of text.split('\n').slice(0, -1)) {
    const line = parseLine(raw);
    if (!line || line.offset < end || line.end <= line.offset || line.end > fileSize) break;
    lines.push(line);
    end = line.end;
    good += Buffer.byteLength(raw) + 1;
  }
  if (good < Buffer.byteLength(text)) await truncate(path, good);
  return { lines, end };
}

export const appendIndex = (path: string, lines: IndexLine[]): Promise<void> =>
  appendFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

function parseLine(text: string): IndexLine | null {
  try {
    const line = JSON.parse(text) as Partial<IndexLine>;
    const isLine =
      Number.isSafeInteger(line.offset) &&
      Number.isSafeInteger(line.end) &&
      Number.isSafeInteger(line.status) &&
      typeof line.uri === 'string' &&
      typeof line.date === 'string' &&
      typeof line.digest === 'string' &&
      typeof line.isWhole === 'boolean';
    return isLine ? (line as IndexLine) : null;
  } catch {
    return null;
  }
}
