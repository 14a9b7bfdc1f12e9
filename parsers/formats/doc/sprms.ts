/** One change of a property, as Word keeps them: a number that names it, and its operand. */
export interface Sprm {
  code: number;
  operand: Uint8Array;
}

/** The property changes that are read, by their names in [MS-DOC] 2.6. */
export const SPRM = {
  charDeleted: 0x0800,
  charFieldData: 0x0806,
  charSpecial: 0x0855,
  charVanish: 0x083c,
  charStrike: 0x0837,
  charDoubleStrike: 0x2a53,
  charRaised: 0x2a48,
  charPosition: 0x4845,
  charColorIndex: 0x2a42,
  charColor: 0x6870,
  charSize: 0x4a43,
  charStyle: 0x4a30,
  charSymbol: 0x6a09,
  charPicture: 0x6a03,
  paraInTable: 0x2416,
  paraRowEnd: 0x2417,
  paraDepth: 0x6649,
  paraDepthChange: 0x664a,
  paraInnerCell: 0x244b,
  paraInnerRowEnd: 0x244c,
  paraList: 0x460b,
  paraHuge: 0x6646,
  paraHugeOld: 0x6645,
  rowDefinition: 0xd608,
  rowInsert: 0x7621,
  rowDelete: 0x5622,
  rowWidth: 0x7623,
  rowMerge: 0x5624,
  rowSplit: 0x5625,
  rowVerticalMerge: 0xd62b,
} as const;

const TABS = 0xc615;
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

/** How long an operand is, with the bytes that say so. */
function operandLength(code: number, bytes: Uint8Array, at: number): { skip: number; length: number } {
  const kind = code >> 13;
  if (kind !== 6) return { skip: 0, length: OPERAND_BYTES[kind]! };
  const first = bytes[at] ?? 0;
  if (code === SPRM.rowDefinition) return { skip: 2, length: first + 256 * (bytes[at + 1] ?? 0) - 1 };
  if (code === TABS && first === 255) {
    const deleted = bytes[at + 1] ?? 0;
    const added = bytes[at + 2 + 4 * deleted] ?? 0;
    return { skip: 1, length: 2 + 4 * deleted + 3 * added };
  }
  return { skip: 1, length: first };
}

/** Reads a list of property changes; what is cut off at its end is left out. */
export function readSprms(bytes: Uint8Array): Sprm[] {
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const code = bytes[at]! + 256 * bytes[at + 1]!;
    const { skip, length } = operandLength(code, bytes, at + 2);
    const start = at + 2 + skip;
    const end = start + Math.max(length, 0);
    if (end > bytes.length) break;
    sprms.push({ code, operand: bytes.subarray(start, end) });
    at = end;
  }
  return sprms;
}

/** A signed number of 2 or 4 bytes in an operand; 0 where it is too short. */
export function signedAt(bytes: Uint8Array, at: number, size: 2 | 4): number {
  if (at + size > bytes.length) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size);
  return size === 2 ? view.getInt16(0, true) : view.getInt32(0, true);
}
