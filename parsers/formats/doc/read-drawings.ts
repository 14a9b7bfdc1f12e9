import type { Crop } from '../../../src/layout/page/crop.js';
import { ART, artRecords, findRecords } from '../office-art/art-records.js';
import { cropOf, type PictureShape, readShapes } from '../office-art/read-shapes.js';
import { storedPicture } from '../office-art/stored-picture.js';
import type { Stretch, WordFile } from './read-fib.js';

/** The pictures of a Word file, by names of our own. */
export interface WordDrawings {
  /** Of a picture that stands in a line, by its place in the stream of data. */
  inLine(offset: number): string;
  /** Of what hangs at a character of the body, by its number: none where it shows no picture. */
  hangingAt(character: number): string[];
  /** The bytes of a picture; null where the file does not hold them. */
  bytesOf(name: string): Uint8Array | null;
  cropOf(name: string): Crop | null;
}

const ANCHOR_BYTES = 26;
/** How a picture in a line is kept: as a shape, or as a shape behind the name of a linked file. */
const KEPT_AS = { shape: 0x64, linkedShape: 0x66 } as const;
const LINE_HEAD_BYTES = 8;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Empty where the stretch lies outside: a file can be read without its pictures. */
const within = (bytes: Uint8Array, { offset, length }: Stretch): Uint8Array =>
  offset + length > bytes.length ? new Uint8Array() : bytes.subarray(offset, offset + length);

/** Character -> number of the shape that hangs there. */
function readAnchors(file: WordFile): Map<number, number> {
  const bytes = within(file.table, file.anchors);
  const view = viewOf(bytes);
  const count = Math.max(Math.floor((bytes.length - 4) / (4 + ANCHOR_BYTES)), 0);
  return new Map(
    Array.from({ length: count }, (_, index) => [
      view.getUint32(4 * index, true),
      view.getUint32(4 * (count + 1) + ANCHOR_BYTES * index, true),
    ]),
  );
}

/** The store of pictures, and behind it the drawings (of the body, of running headers), each after a byte that says which it is. */
function readArt(file: WordFile) {
  const bytes = within(file.table, file.drawings);
  const [group] = artRecords(bytes);
  if (group === undefined) return { store: [], shapes: [] };
  const shapes: PictureShape[] = [];
  for (let at = 8 + group.bytes.length; at < bytes.length; ) {
    const [drawing] = artRecords(bytes.subarray(at + 1));
    if (drawing === undefined) break;
    shapes.push(...readShapes(drawing.bytes));
    at += 9 + drawing.bytes.length;
  }
  const store = findRecords(group.bytes, ART.store).flatMap((record) => artRecords(record.bytes));
  return { store, shapes };
}

/** The records of a picture in a line: its shape, then the picture itself. */
function recordsInLine(data: Uint8Array, offset: number) {
  if (offset + LINE_HEAD_BYTES > data.length) return [];
  const view = viewOf(data);
  const end = Math.min(offset + view.getUint32(offset, true), data.length);
  const kind = view.getUint16(offset + 6, true);
  let at = offset + view.getUint16(offset + 4, true);
  if (kind === KEPT_AS.linkedShape) at += 1 + (data[at] ?? 0);
  else if (kind !== KEPT_AS.shape) return [];
  return at < end ? artRecords(data.subarray(at, end)) : [];
}

/** Finds the pictures of a Word file; their bytes are looked for when they are asked for. Damaged drawings have none. */
export function readDrawings(file: WordFile): WordDrawings {
  const anchors = readAnchors(file);
  const { store, shapes } = readArt(file);
  const named = (name: string) => {
    const [, kind, number] = /^picture\/(data|store)\/(\d+)$/.exec(name) ?? [];
    return { kind, number: Number(number) };
  };
  return {
    inLine: (offset) => `picture/data/${offset}`,
    hangingAt(character) {
      const shape = anchors.get(character);
      return shapes.flatMap((each, index) => (each.shape === shape ? [`picture/store/${index}`] : []));
    },
    bytesOf(name) {
      const { kind, number } = named(name);
      if (kind === 'store') {
        const record = store[(shapes[number]?.picture ?? 0) - 1];
        return record === undefined ? null : storedPicture(record, file.main);
      }
      if (kind !== 'data') return null;
      for (const record of recordsInLine(file.data, number)) {
        const picture = record.type === ART.shape ? null : storedPicture(record, null);
        if (picture !== null) return picture;
      }
      return null;
    },
    cropOf(name) {
      const { kind, number } = named(name);
      if (kind === 'store') return shapes[number]?.crop ?? null;
      const shape =
        kind === 'data' ? recordsInLine(file.data, number).find(({ type }) => type === ART.shape) : undefined;
      return shape === undefined ? null : cropOf(shape);
    },
  };
}
