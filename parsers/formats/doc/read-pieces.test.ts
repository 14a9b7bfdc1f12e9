import { describe, expect, it } from 'vitest';
import { UnreadableSourceError } from '../../../src/model/source.js';
import type { WordFile } from './read-fib.js';
import { readPieces } from './read-pieces.js';
import { SPRM } from './sprms.js';

const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];

interface Drawn {
  chars: number;
  offset: number;
  narrow?: boolean;
  property?: number;
}

/** A file of these pieces over the given bytes. `lists`: properties that pieces name by their number. */
function fileOf(main: number[], pieces: Drawn[], lists: number[][] = []): WordFile {
  let at = 0;
  const starts = [0, ...pieces.map(({ chars }) => (at += chars))];
  const body = [
    ...starts.flatMap(u32),
    ...pieces.flatMap(({ offset, narrow, property }) => [
      ...u16(0),
      ...u32(narrow ? (offset * 2) | 0x40000000 : offset),
      ...u16(property ?? 0),
    ]),
  ];
  const table = [
    ...lists.flatMap((list) => [1, ...u16(list.length), ...list]),
    ...[2, ...u32(body.length)],
    ...body,
  ];
  const none = { offset: 0, length: 0 };
  return {
    main: Uint8Array.from(main),
    table: Uint8Array.from(table),
    data: new Uint8Array(),
    bodyChars: at,
    noteChars: 0,
    headerChars: 0,
    boxChars: 0,
    styles: none,
    characterPages: none,
    paragraphPages: none,
    pieces: { offset: 0, length: table.length },
    anchors: none,
    drawings: none,
  };
}

const wide = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

describe('readPieces', () => {
  const main = [...wide('后半'), ...[0x93, 0x31, 0x94], 0, ...wide('前半１')];

  it('puts pieces in the order of the text, in bytes or in Unicode', () => {
    const pieces = readPieces(
      fileOf(main, [
        { chars: 3, offset: 8 },
        { chars: 3, offset: 4, narrow: true },
        { chars: 2, offset: 0 },
      ]),
    );
    expect(pieces.map(({ text }) => text)).toEqual(['前半１', '“1”', '后半']);
  });

  it('takes the properties that a piece names, by a short name or from a list', () => {
    const hidden = [...u16(SPRM.charVanish), 1];
    const pieces = readPieces(
      fileOf(
        main,
        [
          { chars: 1, offset: 0, property: 1 },
          { chars: 1, offset: 2, property: (0x41 << 1) | (1 << 8) },
          { chars: 1, offset: 8 },
        ],
        [hidden],
      ),
    );
    expect(pieces.map(({ sprms }) => sprms.map(({ code, operand }) => [code, operand[0]]))).toEqual([
      [[SPRM.charVanish, 1]],
      [[SPRM.charDeleted, 1]],
      [],
    ]);
  });

  it('reads only the body', () => {
    const file = fileOf(main, [{ chars: 3, offset: 8 }]);
    expect(readPieces({ ...file, bodyChars: 2 }).map(({ text }) => text)).toEqual(['前半']);
  });

  it('refuses pieces that are not there', () => {
    expect(() => readPieces(fileOf(main, [{ chars: 9, offset: 8 }]))).toThrow(UnreadableSourceError);
    const file = fileOf(main, [{ chars: 3, offset: 8 }]);
    expect(() => readPieces({ ...file, bodyChars: 5 })).toThrow(UnreadableSourceError);
    expect(() => readPieces({ ...file, pieces: { offset: 2, length: 8 } })).toThrow(UnreadableSourceError);
  });
});
