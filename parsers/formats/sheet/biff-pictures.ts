import { ART, artRecords, findRecords } from '../office-art/art-records.js';
import { type PictureShape, readShapes } from '../office-art/read-shapes.js';
import { storedPicture } from '../office-art/stored-picture.js';
import { nameOf, numberIn, type WorkbookPictures } from './sheet-picture.js';

const RECORD = {
  begins: 0x0809,
  end: 0x000a,
  goesOn: 0x003c,
  sheet: 0x0085,
  store: 0x00eb,
  drawing: 0x00ec,
} as const;

/** The bytes of all drawing records of a part, put together; and where the part begins. */
interface Part {
  at: number;
  store: Uint8Array[];
  drawing: Uint8Array[];
}

interface Found {
  parts: Part[];
  /** Where the sheets begin, in the order of the workbook. */
  sheets: number[];
}

/** A drawing is cut into records of some kilobytes, each going on in the next; charts in a sheet have drawings of their own. */
function gather(stream: Uint8Array): Found {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const found: Found = { parts: [], sheets: [] };
  let depth = 0;
  let open: Uint8Array[] | null = null;
  for (let at = 0; at + 4 <= stream.length; ) {
    const record = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    const bytes = stream.subarray(at + 4, end);
    if (depth === 0 && record !== RECORD.begins) break;
    if (record !== RECORD.goesOn) open = null;
    if (record === RECORD.begins) {
      if (depth++ === 0) found.parts.push({ at, store: [], drawing: [] });
    } else if (record === RECORD.end) depth--;
    else if (record === RECORD.sheet && bytes.length >= 4) found.sheets.push(view.getUint32(at + 4, true));
    else if (record === RECORD.store) open = found.parts.at(-1)!.store;
    else if (record === RECORD.drawing && depth === 1) open = found.parts.at(-1)!.drawing;
    open?.push(bytes);
    at = end;
  }
  return found;
}

/**
 * Finds the pictures in the drawings of a workbook stream of Excel 97 and later; older ones have none that are found.
 *
 * @param stream as `scanBiff` let it pass
 * @param count how many pictures the sheets have
 */
export function biffPictures(stream: Uint8Array, count: number): WorkbookPictures {
  const { parts, sheets } = gather(stream);
  const group = Buffer.concat(parts[0]?.store ?? []);
  const store = findRecords(group, ART.store).flatMap((record) => artRecords(record.bytes));
  const shapes: PictureShape[] = [];
  const bySheet = sheets.map((start) => {
    const drawing = Buffer.concat(parts.find(({ at }) => at === start)?.drawing ?? []);
    return artRecords(drawing).flatMap((record) =>
      readShapes(record.bytes).map((shape) => ({ src: nameOf(shapes.push(shape) - 1), row: shape.row })),
    );
  });
  const shapeOf = (src: string): PictureShape | undefined => shapes[numberIn(src)];
  return {
    bySheet,
    count: Math.max(count, shapes.length),
    bytesOf(src) {
      const record = store[(shapeOf(src)?.picture ?? 0) - 1];
      return record === undefined ? null : storedPicture(record, null);
    },
    cropOf: (src) => shapeOf(src)?.crop ?? null,
  };
}
