import { UnreadableSourceError } from '../../../src/model/source.js';

/** A compound file of old Office, as [MS-CFB] lays it down: a small file system in one file. */
export interface OleFile {
  /** Streams that stand at its root, not those of documents embedded in it. */
  names: string[];
  /**
   * The bytes of a stream at the root; null where there is none of that name.
   * @throws UnreadableSourceError ole-damaged
   */
  stream(name: string): Uint8Array | null;
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_FAT_SECTORS = 109;
const ENTRY_BYTES = 128;
/** Numbers above are no sectors: free, end of chain, parts of the table itself. */
const SECTOR_MAX = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const TYPE = { stream: 2, root: 5 } as const;

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const damaged = (what: string): UnreadableSourceError =>
  new UnreadableSourceError('ole-damaged', `The Office file is cut off or damaged: ${what}.`);

/** Does the file begin as a compound file does? */
export const looksLikeOle = (bytes: Uint8Array): boolean => MAGIC.every((byte, at) => bytes[at] === byte);

/** The sectors of a file and the chains that they form. Every chain is followed at most once around the file. */
class Sectors {
  readonly size: number;
  private readonly next: Uint32Array;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly view: DataView,
  ) {
    const shift = view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged(`sectors of 2^${shift} bytes`);
    this.size = 2 ** shift;
    this.next = this.readTable();
  }

  private sector(number: number): Uint8Array {
    const start = (number + 1) * this.size;
    if (number >= SECTOR_MAX || start >= this.bytes.length) throw damaged(`sector ${number} is not there`);
    return this.bytes.subarray(start, start + this.size);
  }

  /** Sector -> the sector after it. The table's own sectors are listed in the header and in a chain of lists. */
  private readTable(): Uint32Array {
    const perSector = this.size / 4;
    const sectorsMax = Math.ceil(this.bytes.length / this.size);
    const own: number[] = [];
    for (let i = 0; i < HEADER_FAT_SECTORS; i++) own.push(this.view.getUint32(76 + 4 * i, true));
    let list = this.view.getUint32(68, true);
    for (let lists = 0; list < SECTOR_MAX; lists++) {
      if (lists > sectorsMax) throw damaged('its list of sectors runs in a circle');
      const numbers = numbersOf(this.sector(list));
      own.push(...numbers.slice(0, perSector - 1));
      list = numbers[perSector - 1] ?? NO_ENTRY;
    }
    const used = own.filter((number) => number < SECTOR_MAX);
    if (used.length > sectorsMax) throw damaged('its table of sectors is longer than the file');
    const table = new Uint32Array(used.length * perSector).fill(NO_ENTRY);
    used.forEach((number, index) => {
      table.set(numbersOf(this.sector(number)), index * perSector);
    });
    return table;
  }

  /** Bytes of a chain, at most `bytesMax` of them. */
  read(start: number, bytesMax: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    const seen = new Set<number>();
    for (let at = start; at < SECTOR_MAX && length < bytesMax; at = this.next[at] ?? NO_ENTRY) {
      if (seen.has(at)) throw damaged('its sectors run in a circle');
      seen.add(at);
      const part = this.sector(at);
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts, Math.min(length, bytesMax));
  }
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(4 * i, true));
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes)),
      type: directory[at + 66]!,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** The entries right below the root: a tree of left and right neighbours. */
function entriesAtRoot(entries: Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const stack = [entries[0]!.child];
  while (stack.length > 0) {
    const number = stack.pop()!;
    const entry = entries[number];
    if (entry === undefined || seen.has(number)) continue;
    seen.add(number);
    if (!found.has(entry.name)) found.set(entry.name, entry);
    stack.push(entry.right, entry.left);
  }
  return found;
}

/** Streams below a certain size live in sectors of 64 bytes inside one stream, with a table of their own. */
function readSmall(entry: Entry, store: Uint8Array, next: number[], sectorSize: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = entry.size;
  for (let at = entry.start, steps = 0; left > 0 && at < SECTOR_MAX; at = next[at] ?? NO_ENTRY, steps++) {
    if (steps > next.length) throw damaged('its small sectors run in a circle');
    const part = store.subarray(at * sectorSize, at * sectorSize + Math.min(sectorSize, left));
    parts.push(part);
    left -= sectorSize;
  }
  return Buffer.concat(parts);
}

/**
 * Opens a compound file. The cost is bounded by the length of the file, whatever its tables say.
 *
 * @throws UnreadableSourceError ole-damaged
 */
export function openOle(bytes: Uint8Array): OleFile {
  if (!looksLikeOle(bytes) || bytes.length < 512) throw damaged('it ends in its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectors = new Sectors(bytes, view);
  const entries = readEntries(sectors.read(view.getUint32(48, true), bytes.length));
  if (entries[0]?.type !== TYPE.root) throw damaged('it has no root');
  const root = entries[0];
  const found = entriesAtRoot(entries);
  const smallBytesMax = view.getUint32(56, true);
  const smallSize = 2 ** Math.min(view.getUint16(32, true), 12);
  const streams = [...found.values()].filter(({ type }) => type === TYPE.stream);
  return {
    names: [...found.keys()],
    stream(name) {
      const entry = streams.find((stream) => stream.name === name);
      if (entry === undefined) return null;
      const read =
        entry.size >= smallBytesMax
          ? sectors.read(entry.start, Math.min(entry.size, bytes.length))
          : readSmall(
              entry,
              sectors.read(root.start, Math.min(root.size, bytes.length)),
              numbersOf(sectors.read(view.getUint32(60, true), bytes.length)),
              smallSize,
            );
      if (read.length < entry.size) throw damaged(`the stream ${name} ends too early`);
      return read;
    },
  };
}
