import type { Crop } from '../../../src/layout/page/crop.js';
import { attributeIn, type OpenedElement, relationsOf, walkPart } from './package-relations.js';
import { nameOf, numberIn, type WorkbookPictures } from './sheet-picture.js';

const WORKBOOK = 'xl/workbook.xml';
const MEDIA = /^\/?xl\/media\//;
const ANCHORS = new Set(['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor']);
/** Shares of a cut are kept in thousandths of a percent. */
const ONE = 100_000;

interface DrawnPicture {
  row: number | null;
  /** Of the relation to the picture's part. */
  id: string | null;
  crop: Crop | null;
}

function cropIn(element: OpenedElement): Crop | null {
  const share = (side: string) => (Number.parseInt(attributeIn(element, side) ?? '', 10) || 0) / ONE;
  const crop = { left: share('l'), top: share('t'), right: share('r'), bottom: share('b') };
  return Object.values(crop).some((side) => side !== 0) ? crop : null;
}

/** The pictures of a drawing in their order; of a drawing that is kept in two ways only the first is looked at. */
function readDrawing(bytes: Uint8Array | undefined): DrawnPicture[] {
  const pictures: DrawnPicture[] = [];
  let row: number | null = null;
  /** Depth below a part that is passed over; the elements of the upper edge that are open. */
  let passed = 0;
  let isHidden = false;
  let inFrom = false;
  let inRow = false;
  walkPart(bytes, {
    open(element) {
      const { name } = element;
      if (passed > 0 || name === 'Fallback') passed++;
      else if (ANCHORS.has(name)) row = null;
      else if (name === 'from') inFrom = true;
      else if (name === 'row') inRow = inFrom;
      else if (name === 'cNvPr') isHidden = /^(?:1|true)$/.test(attributeIn(element, 'hidden') ?? '');
      else if (name === 'blip') {
        const id = isHidden ? null : (attributeIn(element, 'embed') ?? null);
        pictures.push({ row, id, crop: null });
      } else if (name === 'srcRect' && pictures.length > 0) pictures.at(-1)!.crop = cropIn(element);
    },
    text(text) {
      if (inRow && passed === 0) row = Number.parseInt(text, 10) || 0;
    },
    close(name) {
      if (passed > 0) passed--;
      else if (name === 'from') inFrom = false;
      else if (name === 'row') inRow = false;
    },
  });
  return pictures;
}

/** The parts of the sheets, in the order of the workbook. */
export function sheetParts(parts: ReadonlyMap<string, Uint8Array>): (string | null)[] {
  const relations = relationsOf(parts, WORKBOOK);
  const found: (string | null)[] = [];
  walkPart(parts.get(WORKBOOK), {
    open(element) {
      if (element.name !== 'sheet') return;
      const id = attributeIn(element, 'id');
      found.push(relations.find((relation) => relation.id === id)?.part ?? null);
    },
  });
  return found;
}

/**
 * Finds the pictures in the drawings of the sheets of a workbook.
 *
 * @param parts the XML parts of the package, unpacked
 * @param names of all its parts
 * @param unpack a part by its name, when it is asked for
 */
export function xlsxPictures(
  parts: ReadonlyMap<string, Uint8Array>,
  names: readonly string[],
  unpack: (name: string) => Promise<Uint8Array | null>,
): WorkbookPictures {
  const shown: { part: string; crop: Crop | null }[] = [];
  let unheld = 0;
  const bySheet = sheetParts(parts).map((sheet) => {
    const drawings = sheet === null ? [] : relationsOf(parts, sheet).filter(({ type }) => type === 'drawing');
    return drawings.flatMap(({ part: drawing }) => {
      if (drawing === null) return [];
      const relations = relationsOf(parts, drawing);
      return readDrawing(parts.get(drawing)).map(({ row, id, crop }) => {
        const part = relations.find((relation) => relation.id === id)?.part ?? null;
        if (part === null) unheld++;
        return { row, src: part === null ? '' : nameOf(shown.push({ part, crop }) - 1) };
      });
    });
  });
  const pictureOf = (src: string) => shown[numberIn(src)];
  const drawn = new Set(shown.map(({ part }) => part));
  const undrawn = names.filter((name) => MEDIA.test(name) && !drawn.has(name)).length;
  return {
    bySheet,
    count: shown.length + Math.max(undrawn, unheld),
    bytesOf: async (src) => {
      const picture = pictureOf(src);
      return picture === undefined ? null : unpack(picture.part);
    },
    cropOf: (src) => pictureOf(src)?.crop ?? null,
  };
}
