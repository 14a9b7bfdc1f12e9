import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ART, artRecords, findRecords } from './art-records.js';
import { bitmapFile } from './bitmap-file.js';
import { readShapes } from './read-shapes.js';
import { storedPicture } from './stored-picture.js';

/** A record as it stands in a file. */
function record(type: number, instance: number, ...parts: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt16LE(instance << 4, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(body.length, 4);
  return new Uint8Array(Buffer.concat([head, body]));
}
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const mark = new Uint8Array(16);
const first = (own: Uint8Array) => artRecords(own)[0]!;
/** An entry of a store whose picture stands at a place of another stream. */
const entryAt = (place: number): Uint8Array => {
  const head = Buffer.alloc(36);
  head.writeUInt32LE(place, 28);
  return record(ART.storeEntry, 6, head);
};
const property = (number: number, value: number): Uint8Array => {
  const own = Buffer.alloc(6);
  own.writeUInt16LE(number, 0);
  own.writeInt32LE(value, 2);
  return own;
};
const shape = (id: number, ...properties: Uint8Array[]): Uint8Array => {
  const facts = Buffer.alloc(8);
  facts.writeUInt32LE(id, 0);
  return record(
    ART.shape,
    0,
    record(ART.shapeFacts, 0, facts),
    record(ART.properties, properties.length, ...properties),
  );
};

describe('storedPicture', () => {
  const png = record(0xf01e, 0x6e0, mark, bytes(0xff), bytes(1, 2, 3));

  it('finds pictures in the store, behind one mark or two, and in another stream', () => {
    expect(storedPicture(first(png), null)).toEqual(bytes(1, 2, 3));
    const two = record(0xf01d, 0x46b, mark, mark, bytes(0xff), bytes(4, 5));
    expect(storedPicture(first(record(ART.storeEntry, 5, new Uint8Array(36), two)), null)).toEqual(
      bytes(4, 5),
    );
    const stream = new Uint8Array(Buffer.concat([bytes(9, 9), png]));
    expect(storedPicture(first(entryAt(2)), stream)).toEqual(bytes(1, 2, 3));
    for (const place of [stream.length, 0xffffffff])
      expect(storedPicture(first(entryAt(place)), stream)).toBeNull();
    expect(storedPicture(first(entryAt(2)), null)).toBeNull();
  });

  it('unpacks metafiles', () => {
    const head = new Uint8Array(34);
    const packed = record(0xf01a, 0x3d4, mark, head, deflateSync(Buffer.from('drawing')));
    expect(Buffer.from(storedPicture(first(packed), null)!).toString()).toBe('drawing');
    expect(storedPicture(first(record(0xf01a, 0x3d4, mark, head, bytes(7, 7))), null)).toBeNull();
  });

  it('gives bitmaps the head of a file', () => {
    const bitmap = Buffer.alloc(40 + 4 * 2 + 4);
    bitmap.writeUInt32LE(40, 0);
    bitmap.writeUInt16LE(1, 14);
    const file = Buffer.from(bitmapFile(bitmap)!);
    expect([file.toString('latin1', 0, 2), file.readUInt32LE(2), file.readUInt32LE(10)]).toEqual([
      'BM',
      66,
      62,
    ]);
    expect(bitmapFile(bytes(1, 2))).toBeNull();
  });

  it('throws at no bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (own) => {
        for (const found of findRecords(own, ART.storeEntry)) storedPicture(found, own);
        for (const found of artRecords(own)) storedPicture(found, own);
        readShapes(own);
        bitmapFile(own);
      }),
    );
  });
});

describe('readShapes', () => {
  it('finds pictures with what is cut off, and those of groups under the number of the group', () => {
    const drawing = record(
      ART.group,
      0,
      shape(1024),
      shape(1025, property(0x4104, 2), property(0x103, 0x8000)),
      record(ART.group, 0, shape(1026), shape(1027, property(0x4104, 1)), shape(1028)),
      shape(1029),
    );
    expect(readShapes(drawing)).toEqual([
      { shape: 1025, picture: 2, row: null, crop: { left: 0, top: 0, right: 0.5, bottom: 0 } },
      { shape: 1026, picture: 1, row: null, crop: null },
    ]);
  });
});
