import type { Crop } from '../../../src/layout/page/crop.js';
import { ART, type ArtRecord, artRecords, findRecords } from './art-records.js';

/** A shape that shows a picture. */
export interface PictureShape {
  /** Number of the shape; of a group, of the whole group. */
  shape: number;
  /** Number of the picture in the store of the file, from 1. */
  picture: number;
  crop: Crop | null;
  /** In a workbook, the row of its upper edge, from 0. */
  row: number | null;
}

const PROPERTY = { cropTop: 0x100, cropBottom: 0x101, cropLeft: 0x102, cropRight: 0x103, picture: 0x104 };
const PROPERTY_BYTES = 6;
const NUMBER_BITS = 0x3fff;
/** Shares are kept as numbers with 16 bits behind the point. */
const ONE = 0x10000;
const ROW_AT = 6;

/** The simple properties of a shape by their numbers. */
function propertiesOf(shape: ArtRecord): Map<number, number> {
  const found = new Map<number, number>();
  for (const { type, instance, bytes } of artRecords(shape.bytes)) {
    if (type !== ART.properties) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < instance && PROPERTY_BYTES * (index + 1) <= bytes.length; index++) {
      const at = PROPERTY_BYTES * index;
      found.set(view.getUint16(at, true) & NUMBER_BITS, view.getInt32(at + 2, true));
    }
  }
  return found;
}

function numberIn(shape: ArtRecord, type: number, at: number, size: 2 | 4): number | null {
  const record = artRecords(shape.bytes).find((part) => part.type === type);
  if (record === undefined || at + size > record.bytes.length) return null;
  const view = new DataView(record.bytes.buffer, record.bytes.byteOffset, record.bytes.byteLength);
  return size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

/** What a shape does not show of its picture; null where it shows all of it. */
export function cropOf(shape: ArtRecord): Crop | null {
  const properties = propertiesOf(shape);
  const share = (property: number) => (properties.get(property) ?? 0) / ONE;
  const crop = {
    left: share(PROPERTY.cropLeft),
    top: share(PROPERTY.cropTop),
    right: share(PROPERTY.cropRight),
    bottom: share(PROPERTY.cropBottom),
  };
  return Object.values(crop).some((side) => side !== 0) ? crop : null;
}

function shapeIn(shape: ArtRecord, group: { shape: number; row: number | null } | null): PictureShape[] {
  const picture = propertiesOf(shape).get(PROPERTY.picture) ?? 0;
  const own = group ?? idAndRow(shape);
  return picture > 0 && own !== null ? [{ ...own, picture, crop: cropOf(shape) }] : [];
}

function idAndRow(shape: ArtRecord): { shape: number; row: number | null } | null {
  const id = numberIn(shape, ART.shapeFacts, 0, 4);
  return id === null ? null : { shape: id, row: numberIn(shape, ART.sheetAnchor, ROW_AT, 2) };
}

/** Pictures in a group, and in groups in it, hang where the group does: its first shape stands for it. */
function groupIn(group: ArtRecord): PictureShape[] {
  const [head, ...rest] = artRecords(group.bytes);
  const own = head?.type === ART.shape ? idAndRow(head) : null;
  return rest.flatMap((record) => {
    if (record.type === ART.shape) return shapeIn(record, own);
    return findRecords(record.bytes, ART.shape).flatMap((shape) => shapeIn(shape, own));
  });
}

/** The shapes of one drawing that show pictures of the store, in their order. @param drawing the records in its container */
export function readShapes(drawing: Uint8Array): PictureShape[] {
  return artRecords(drawing).flatMap((record) => {
    if (record.type === ART.shape) return shapeIn(record, null);
    // The outermost group is the whole drawing.
    if (record.type !== ART.group) return [];
    return artRecords(record.bytes).flatMap((part) => {
      if (part.type === ART.group) return groupIn(part);
      return part.type === ART.shape ? shapeIn(part, null) : [];
    });
  });
}
