import { UnreadableSourceError } from '../../../src/model/source.js';
import { firstWhere } from '../../../src/words/first-where.js';
import { bytesOf, type Stretch, type WordFile } from './read-fib.js';
import { readSprms, SPRM, type Sprm } from './sprms.js';

/** Bytes [start, end) of the main stream that share properties. */
export interface PropertyRun {
  start: number;
  end: number;
  /** Number of the paragraph's style; 0 for characters. */
  style: number;
  sprms: Sprm[];
}

const PAGE_BYTES = 512;
const PARAGRAPH_ENTRY_BYTES = 13;
const HUGE_BYTES_MAX = 0x3fff;

type ReadEntry = (page: Uint8Array, entry: number) => Pick<PropertyRun, 'style' | 'sprms'>;

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

/** Properties that are too long for a page stand in the stream of data. */
function withHuge(sprms: Sprm[], data: Uint8Array): Sprm[] {
  return sprms.flatMap((sprm) => {
    if (sprm.code !== SPRM.paraHuge && sprm.code !== SPRM.paraHugeOld) return [sprm];
    const at = new DataView(sprm.operand.buffer, sprm.operand.byteOffset).getUint32(0, true);
    const length = Math.min(u16(data, at), HUGE_BYTES_MAX);
    return readSprms(data.subarray(at + 2, at + 2 + length));
  });
}

const paragraphEntry =
  (data: Uint8Array): ReadEntry =>
  (page, entry) => {
    const words = page[entry]!;
    // An odd length counts itself; an even one stands in the next byte, after a zero.
    const start = words === 0 ? entry + 2 : entry + 1;
    const length = words === 0 ? 2 * (page[entry + 1] ?? 0) : 2 * words - 1;
    const bytes = page.subarray(start, Math.min(start + length, PAGE_BYTES));
    return { style: u16(bytes, 0), sprms: withHuge(readSprms(bytes.subarray(2)), data) };
  };

const characterEntry: ReadEntry = (page, entry) => ({
  style: 0,
  sprms: readSprms(page.subarray(entry + 1, Math.min(entry + 1 + page[entry]!, PAGE_BYTES))),
});

function readPage(page: Uint8Array, entryBytes: number, readEntry: ReadEntry): PropertyRun[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const count = page[PAGE_BYTES - 1]!;
  const places = 4 * (count + 1);
  if (places + entryBytes * count > PAGE_BYTES - 1) return [];
  const known = new Map<number, Pick<PropertyRun, 'style' | 'sprms'>>();
  return Array.from({ length: count }, (_, index) => {
    const entry = 2 * page[places + entryBytes * index]!;
    if (entry !== 0 && !known.has(entry)) known.set(entry, readEntry(page, entry));
    return {
      start: view.getUint32(4 * index, true),
      end: view.getUint32(4 * index + 4, true),
      ...(known.get(entry) ?? { style: 0, sprms: [] }),
    };
  });
}

function readRuns(file: WordFile, stretch: Stretch, entryBytes: number, readEntry: ReadEntry): PropertyRun[] {
  const bytes = bytesOf(file, stretch);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor((bytes.length - 4) / 8);
  const pagesMax = Math.ceil(file.main.length / PAGE_BYTES);
  const damaged = () =>
    new UnreadableSourceError('doc-damaged', 'The Word file has lost the properties of its text.');
  if (count > pagesMax) throw damaged();
  const runs: PropertyRun[] = [];
  for (let index = 0; index < count; index++) {
    const start = (view.getUint32(4 * (count + 1) + 4 * index, true) & 0x3fffff) * PAGE_BYTES;
    const page = file.main.subarray(start, start + PAGE_BYTES);
    if (page.length < PAGE_BYTES) throw damaged();
    for (const run of readPage(page, entryBytes, readEntry)) if (run.end > run.start) runs.push(run);
  }
  return runs.sort((left, right) => left.start - right.start);
}

/** @throws UnreadableSourceError doc-damaged */
export const readParagraphRuns = (file: WordFile): PropertyRun[] =>
  readRuns(file, file.paragraphPages, PARAGRAPH_ENTRY_BYTES, paragraphEntry(file.data));

/** @throws UnreadableSourceError doc-damaged */
export const readCharacterRuns = (file: WordFile): PropertyRun[] =>
  readRuns(file, file.characterPages, 1, characterEntry);

/** The run that holds a byte, by halving; null between runs. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | null {
  const run = runs[firstWhere(runs.length, (at) => runs[at]!.start > offset) - 1];
  return run !== undefined && offset < run.end ? run : null;
}
