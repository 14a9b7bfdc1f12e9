/** A record of a drawing of old Office, as [MS-ODRAW] lays it down: containers hold records in their bytes. */
export interface ArtRecord {
  type: number;
  instance: number;
  bytes: Uint8Array;
}

/** The types that are read. */
export const ART = {
  store: 0xf001,
  group: 0xf003,
  shape: 0xf004,
  storeEntry: 0xf007,
  shapeFacts: 0xf00a,
  properties: 0xf00b,
  sheetAnchor: 0xf010,
} as const;

const HEAD_BYTES = 8;

/** The records that stand in a row; what the bytes cut off is left out. */
export function artRecords(bytes: Uint8Array): ArtRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: ArtRecord[] = [];
  for (let at = 0; at + HEAD_BYTES <= bytes.length; ) {
    const end = at + HEAD_BYTES + view.getUint32(at + 4, true);
    if (end > bytes.length) break;
    const instance = view.getUint16(at, true) >> 4;
    records.push({
      type: view.getUint16(at + 2, true),
      instance,
      bytes: bytes.subarray(at + HEAD_BYTES, end),
    });
    at = end;
  }
  return records;
}

/** Groups in groups; nobody draws deeper. */
const DEPTH_MAX = 20;

/** All records of a type in records and in the containers among them, in their order; nothing is looked for in what was found. */
export function findRecords(bytes: Uint8Array, type: number, depth = 0): ArtRecord[] {
  return artRecords(bytes).flatMap((record) => {
    if (record.type === type) return [record];
    return isContainer(record) && depth < DEPTH_MAX ? findRecords(record.bytes, type, depth + 1) : [];
  });
}

/** Containers are those between the whole drawing and a single shape. */
const isContainer = ({ type }: ArtRecord): boolean => type >= 0xf000 && type <= 0xf004;
