import { inflateSync } from 'node:zlib';
import { ART, type ArtRecord, artRecords } from './art-records.js';
import { bitmapFile } from './bitmap-file.js';

/** A record that holds a picture file: how its bytes are kept, and the instance that says that they stand behind one mark. */
interface BlipKind {
  kept: 'as-is' | 'bitmap' | 'metafile';
  oneMark: number[];
}

const BLIPS = new Map<number, BlipKind>([
  [0xf01a, { kept: 'metafile', oneMark: [0x3d4] }],
  [0xf01b, { kept: 'metafile', oneMark: [0x216] }],
  [0xf01c, { kept: 'metafile', oneMark: [0x542] }],
  [0xf01d, { kept: 'as-is', oneMark: [0x46a, 0x6e2] }],
  [0xf01e, { kept: 'as-is', oneMark: [0x6e0] }],
  [0xf01f, { kept: 'bitmap', oneMark: [0x7a8] }],
  [0xf029, { kept: 'as-is', oneMark: [0x6e4] }],
  [0xf02a, { kept: 'as-is', oneMark: [0x46a, 0x6e2] }],
]);

/** Each mark is a hash of the picture. */
const MARK_BYTES = 16;
const METAFILE_HEAD_BYTES = 34;
const METAFILE_BYTES_MAX = 50 * 1024 * 1024;
/** Of a store's entry, before its name and the picture that it may hold itself. */
const ENTRY_HEAD_BYTES = 36;
const NAME_LENGTH_AT = 33;
const DELAYED_AT = 28;
const NOWHERE = 0xffffffff;

function pictureInBlip({ type, instance, bytes }: ArtRecord): Uint8Array | null {
  const blip = BLIPS.get(type);
  if (blip === undefined) return null;
  const marks = blip.oneMark.includes(instance) ? 1 : 2;
  const behind = bytes.subarray(marks * MARK_BYTES);
  if (blip.kept === 'metafile') return unpackMetafile(behind);
  const picture = behind.subarray(1);
  return blip.kept === 'bitmap' ? bitmapFile(picture) : picture;
}

/** Metafiles are packed mostly; the head says so. */
function unpackMetafile(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length <= METAFILE_HEAD_BYTES) return null;
  const packed = bytes.subarray(METAFILE_HEAD_BYTES);
  if (bytes[32] !== 0) return packed;
  try {
    return inflateSync(packed, { maxOutputLength: METAFILE_BYTES_MAX });
  } catch {
    return null;
  }
}

/**
 * The picture file that a record of a store holds, or names by its place in another stream.
 *
 * @param record an entry of a store, or the picture's own record
 * @param delayed the stream that the place counts in; null where pictures stand in the store itself
 * @returns null where there is none, or none that is kept as bytes
 */
export function storedPicture(record: ArtRecord, delayed: Uint8Array | null): Uint8Array | null {
  if (record.type !== ART.storeEntry) return pictureInBlip(record);
  const { bytes } = record;
  if (bytes.length < ENTRY_HEAD_BYTES) return null;
  const [own] = artRecords(bytes.subarray(ENTRY_HEAD_BYTES + bytes[NAME_LENGTH_AT]!));
  if (own !== undefined) return pictureInBlip(own);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = view.getUint32(DELAYED_AT, true);
  if (delayed === null || at === NOWHERE || at + 8 > delayed.length) return null;
  const length = new DataView(delayed.buffer, delayed.byteOffset).getUint32(at + 4, true);
  const [named] = artRecords(delayed.subarray(at, at + 8 + length));
  return named === undefined ? null : pictureInBlip(named);
}
