import { isPictureFont } from '../css/is-picture-font.js';
import { createRunGatherer } from '../office-html/create-run-gatherer.js';
import type { OfficeRun } from '../office-html/office-block.js';
import {
  type CellLook,
  type CellStyle,
  type FontLook,
  looksOfFont,
  PLAIN_FONT,
  type SheetLooks,
} from './cell-look.js';
import { cellsInDoubt } from './cells-in-doubt.js';
import { colorIn } from './color-in.js';
import { attributeIn, type OpenedElement, relationsOf, walkPart } from './package-relations.js';
import { keyOf, placeOf } from './place-of.js';
import { readConditionalFormats } from './read-conditional-formats.js';

const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';
const isOn = (element: OpenedElement): boolean => !/^(?:0|false)$/u.test(attributeIn(element, 'val') ?? '1');

const FONT_PARTS: Record<string, (font: FontLook, element: OpenedElement) => void> = {
  strike: (font, element) => {
    font.struck = isOn(element);
  },
  vertAlign: (font, element) => {
    font.raised = /^(?:super|sub)script$/u.test(attributeIn(element, 'val') ?? '');
  },
  color: (font, element) => {
    font.color = colorIn(element);
  },
  sz: (font, element) => {
    font.size = Number(attributeIn(element, 'val')) || PLAIN_FONT.size;
  },
};

/** Formats of numbers in the colour of the paper. */
const WHITE = /\[(?:white|白色?|color\s*2)\]/iu;

/** The styles that cells name by a number. */
function readStyles(part: Uint8Array | undefined): CellStyle[] {
  const fonts: FontLook[] = [];
  const names: string[] = [];
  const fills: (string | null)[] = [];
  const whiteFormats = new Set<string>();
  const styles: CellStyle[] = [];
  const open: string[] = [];
  walkPart(part, {
    open(element) {
      const { name } = element;
      const around = open.at(-1);
      open.push(name);
      if (name === 'font' && around === 'fonts') fonts.push({ ...PLAIN_FONT });
      else if (around === 'font' && open.includes('fonts') && name === 'name')
        names[fonts.length - 1] = (attributeIn(element, 'val') ?? '').toLowerCase();
      else if (around === 'font' && open.includes('fonts')) FONT_PARTS[name]?.(fonts.at(-1)!, element);
      else if (name === 'fill' && around === 'fills') fills.push(null);
      else if (name === 'fgColor' && open.includes('fills')) fills[fills.length - 1] = colorIn(element);
      else if (name === 'xf' && around === 'cellXfs')
        styles.push({
          font: fonts[Number(attributeIn(element, 'fontId') ?? 0)] ?? PLAIN_FONT,
          fill: fills[Number(attributeIn(element, 'fillId') ?? 0)] ?? null,
          shrinks: false,
          isOdd:
            isPictureFont(names[Number(attributeIn(element, 'fontId') ?? 0)] ?? '') ||
            whiteFormats.has(attributeIn(element, 'numFmtId') ?? ''),
        });
      else if (name === 'alignment' && open.includes('cellXfs')) {
        styles.at(-1)!.shrinks = attributeIn(element, 'shrinkToFit') === '1';
        // Repeated until the cell is full.
        styles.at(-1)!.isOdd ||= attributeIn(element, 'horizontal') === 'fill';
      } else if (name === 'numFmt' && WHITE.test(attributeIn(element, 'formatCode') ?? ''))
        whiteFormats.add(attributeIn(element, 'numFmtId') ?? '');
    },
    close: () => open.pop(),
  });
  return styles;
}

/** Reads rich texts element by element; null for plain ones. */
function createRichReader() {
  const gatherer = createRunGatherer();
  let font: FontLook | null = null;
  let isRich = false;
  let inText = false;
  let passed = 0;
  return {
    open(element: OpenedElement) {
      const { name } = element;
      if (passed > 0 || name === 'rPh') passed++;
      else if (name === 'r') {
        font = { ...PLAIN_FONT };
        isRich = true;
      } else if (name === 't') inText = true;
      else if (font !== null) FONT_PARTS[name]?.(font, element);
    },
    text(text: string) {
      if (!inText || passed > 0) return;
      const own = font ?? PLAIN_FONT;
      gatherer.add(text, looksOfFont(own, null), font === null ? 0 : own.size);
    },
    close(name: string) {
      if (passed > 0) passed--;
      else if (name === 't') inText = false;
      else if (name === 'r') font = null;
    },
    take(): OfficeRun[] | null {
      const { runs } = gatherer.take();
      const found = isRich && runs !== undefined ? runs : null;
      isRich = false;
      return found;
    },
  };
}

function readStrings(part: Uint8Array | undefined): (OfficeRun[] | null)[] {
  const strings: (OfficeRun[] | null)[] = [];
  const rich = createRichReader();
  walkPart(part, {
    open: rich.open,
    text: rich.text,
    close(name) {
      rich.close(name);
      if (name === 'si') strings.push(rich.take());
    },
  });
  return strings;
}

function readSheet(
  part: Uint8Array | undefined,
  styles: readonly CellStyle[],
  strings: readonly (OfficeRun[] | null)[],
): Map<number, CellLook> {
  const looks = new Map<number, CellLook>();
  const rich = createRichReader();
  let cell: { key: number | null; style: CellStyle | undefined; isShared: boolean } | null = null;
  let value = '';
  let inValue = false;
  walkPart(part, {
    open(element) {
      const { name } = element;
      if (name === 'c') {
        const place = placeOf(attributeIn(element, 'r') ?? '');
        const style = styles[Number(attributeIn(element, 's') ?? 0)];
        cell = { key: place && keyOf(...place), style, isShared: attributeIn(element, 't') === 's' };
        value = '';
      } else if (name === 'v') inValue = true;
      else if (cell !== null) rich.open(element);
    },
    text(text) {
      if (inValue) value += text;
      else rich.text(text);
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name !== 'c') rich.close(name);
      else if (cell !== null) {
        const own = rich.take();
        const runs = cell.isShared ? strings[Number(value)] : own;
        const font = cell.style ? looksOfFont(cell.style.font, cell.style.fill) : [];
        if (cell.key !== null && (font.length > 0 || runs))
          looks.set(cell.key, { looks: font, ...(runs ? { runs } : {}) });
        cell = null;
      }
    },
  });
  return looks;
}

/** Cells that pictures and shapes with text hang on: what they show may be the figure of the cell. */
function anchoredCells(part: Uint8Array | undefined): number[] {
  const found: number[] = [];
  let place = { row: -1, column: -1 };
  let inFrom = false;
  let reading: 'row' | 'column' | null = null;
  let isUsed = true;
  walkPart(part, {
    open({ name }) {
      if (/Anchor$/u.test(name)) {
        place = { row: -1, column: -1 };
        isUsed = false;
      } else if (name === 'from') inFrom = true;
      else if (inFrom && name === 'row') reading = 'row';
      else if (inFrom && name === 'col') reading = 'column';
      else if ((name === 'pic' || name === 't' || name === 'graphicFrame') && !isUsed && place.row >= 0) {
        isUsed = true;
        found.push(keyOf(place.row, place.column));
      }
    },
    text(text) {
      if (reading !== null) place[reading] = Number.parseInt(text, 10) || 0;
    },
    close(name) {
      if (name === 'from') inFrom = false;
      if (name === 'row' || name === 'col') reading = null;
    },
  });
  return found;
}

/** How the cells of the sheets of a workbook look, in the order of its sheets. @param parts the XML parts of the package, unpacked */
export function xlsxLooks(
  parts: ReadonlyMap<string, Uint8Array>,
  sheets: readonly (string | null)[],
): SheetLooks[] {
  const styles = readStyles(parts.get(STYLES));
  const strings = readStrings(parts.get(STRINGS));
  const formats = readConditionalFormats(parts.get(STYLES));
  return sheets.map((sheet): SheetLooks => {
    const looks = sheet === null ? new Map<number, CellLook>() : readSheet(parts.get(sheet), styles, strings);
    const drawings = sheet === null ? [] : relationsOf(parts, sheet).filter(({ type }) => type === 'drawing');
    for (const key of cellsInDoubt(sheet === null ? undefined : parts.get(sheet), styles, formats))
      looks.set(key, { ...looks.get(key), looks: [...(looks.get(key)?.looks ?? []), 'several'] });
    for (const { part } of drawings)
      for (const key of part === null ? [] : anchoredCells(parts.get(part)))
        looks.set(key, { ...looks.get(key), looks: [...(looks.get(key)?.looks ?? []), 'unread'] });
    return (row, column) => looks.get(keyOf(row, column));
  });
}
