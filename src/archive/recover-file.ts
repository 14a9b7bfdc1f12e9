import type { FileHandle } from 'node:fs/promises';
import { type IndexLine, readIndex } from './archive-index.js';
import { sourceOf } from './byte-source.js';
import { findMember } from './gzip-member.js';
import { parseAnswer } from './http-message.js';
import { questionKey, sentIn } from './question-key.js';
import type { WarcRecord } from './read-record.js';
import { dateOf, targetOf } from './read-warc.js';
import { scanRecords } from './scan-records.js';

/** Enough of a record for the head of its answer. */
const HEAD_BYTES = 64 * 1024;

interface Recovered {
  lines: IndexLine[];
  /** Lines that the index file lacks. */
  newLines: IndexLine[];
  /** Where the last whole member ends. */
  end: number;
  /** Are there whole records behind damage? Then nothing may be cut off, and nothing written behind it. */
  isDamaged: boolean;
}

/**
 * What a file of the archive holds: what its index says, then what is read off the file behind that. Index lines are written
 * only after their records have reached the disk, so they are believed.
 */
export async function recoverFile(handle: FileHandle, indexPath: string): Promise<Recovered> {
  const source = await sourceOf(handle);
  const { lines, end: indexed } = await readIndex(indexPath, source.size);
  const newLines: IndexLine[] = [];
  let end = indexed;
  for await (const scanned of scanRecords(source, HEAD_BYTES, indexed)) {
    if ('trouble' in scanned) {
      const isDamaged = (await findMember(source, scanned.place.offset + 1)) !== null;
      return { lines: [...lines, ...newLines], newLines, end, isDamaged };
    }
    end = scanned.end ?? end;
    const line = lineOf(scanned.record, scanned.place.offset, end);
    if (line) newLines.push(line);
    // The request comes behind its answer and belongs to it.
    else if (newLines.length > 0) {
      const answer = newLines.at(-1)!;
      answer.end = end;
      answer.uri = questionKey(answer.uri, sentIn(scanned.record.block));
    }
  }
  return { lines: [...lines, ...newLines], newLines, end, isDamaged: false };
}

function lineOf(record: WarcRecord, offset: number, end: number): IndexLine | null {
  const { headers, block } = record;
  const type = headers.get('warc-type');
  if (type !== 'response' && type !== 'revisit') return null;
  return {
    offset,
    end,
    uri: targetOf(record),
    date: dateOf(record),
    status: parseAnswer(block).status,
    digest: headers.get('warc-payload-digest') ?? '',
    isWhole: type === 'response' && !headers.has('warc-truncated'),
  };
}
