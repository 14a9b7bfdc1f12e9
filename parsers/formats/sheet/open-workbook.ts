import type { ParsingOptions, WorkBook } from '@e965/xlsx';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { openOle } from '../ole/open-ole.js';
import { openZipPackage, partReader } from '../zip-package/open-zip-package.js';
import { biffLooks } from './biff-looks.js';
import { biffPictures } from './biff-pictures.js';
import type { SheetLooks } from './cell-look.js';
import { scanBiff } from './scan-biff.js';
import { noPictures, type WorkbookPictures } from './sheet-picture.js';
import { looksBare, type SheetKind, WORKBOOK_STREAMS } from './sniff-sheet.js';
import { withoutConsole } from './without-console.js';
import { withoutFormulas } from './without-formulas.js';
import { xlsxLooks } from './xlsx-looks.js';
import { sheetParts, xlsxPictures } from './xlsx-pictures.js';

/** A workbook, and what its reader says nothing of. */
export interface OpenedWorkbook {
  workbook: WorkBook;
  textBoxes: number;
  pictures: WorkbookPictures;
  /** How the cells of each sheet look, where the file says it. */
  looks: SheetLooks[];
}

/** What the library can do and its types don't tell: read parts that are unpacked already. */
interface Library {
  read(bytes: Uint8Array, options: ParsingOptions): WorkBook;
  parse_zip(zip: { files: Record<string, UnpackedPart> }, options: ParsingOptions): WorkBook;
  set_cptable(tables: unknown): void;
}

interface UnpackedPart {
  name: string;
  asNodeBuffer(): Buffer;
}

/** Tags of all parts together. The library needs some hundred bytes for each. */
const TAGS_MAX = 500_000;
/** Cells and columns that a few tags can stretch over. */
const STRETCHED_MAX = 1_000_000;
/** Excel's last row. */
const INDEX_MAX = 1_048_576;
/** Of an old workbook with its pictures. */
const STREAM_BYTES_MAX = 64 * 1024 * 1024;

const OPTIONS: ParsingOptions = {
  dense: true,
  // Each formula would be worked over, at a cost that grows with the square of their number.
  cellFormula: false,
  cellHTML: false,
  // A number is shown by its format.
  cellNF: true,
  // Hidden rows and columns are told only with the styles.
  cellStyles: true,
  bookVBA: false,
};

const tooLarge = (what: string): UnreadableSourceError =>
  new UnreadableSourceError('sheet-too-large', `The workbook holds more than ${what}.`);

async function loadLibrary(): Promise<Library> {
  // Loaded when a workbook is met: it is larger than the rest of the program.
  return (await import('@e965/xlsx')) as unknown as Library;
}

function count(bytes: Uint8Array, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found++;
  return found;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Shapes with text in the drawings of a workbook. */
function countTextBoxes(parts: ReadonlyMap<string, Uint8Array>): number {
  return [...parts]
    .filter(([name]) => /^xl\/drawings\/[^/]+\.xml$/.test(name))
    .reduce((sum, [, bytes]) => sum + (asBuffer(bytes).toString('utf8').match(/<a:t>/g)?.length ?? 0), 0);
}

/** A cell with a formula and no value: what made the file never worked it out. */
const VALUELESS = /<c\b([^<>]*)>\s*<f\b[^<>]*(?:\/>|>([^<>]*)<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g;

const COLUMNS = /<col\b[^<>]*>/g;
const LINKS = /<\/?hyperlinks?\b[^<>]*>/g;

/** Columns that one tag describes together; the library makes an object for each. */
function countColumns(xml: string): number {
  const of = (tag: string, name: string) =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["'](\\d{1,15})`).exec(tag)?.[1] ?? 0);
  return [...xml.matchAll(COLUMNS)].reduce(
    (sum, [tag]) => sum + Math.max(of(tag, 'max') - of(tag, 'min'), 0) + 1,
    0,
  );
}

/**
 * A sheet as the library takes it: formulas without a value shown, so that they don't look blank; links taken out, which
 * it would follow over every cell that they name.
 */
function prepareSheet(part: Uint8Array): Buffer {
  const xml = asBuffer(part).toString('utf8');
  if (countColumns(xml) > STRETCHED_MAX) throw tooLarge(`${STRETCHED_MAX} columns`);
  const show = (_: string, attributes: string, formula: string | undefined) =>
    `<c${attributes.replace(/\st="[^"]*"/, '')} t="str"><v>=${formula ?? ''}</v></c>`;
  return Buffer.from(xml.replace(LINKS, '').replace(VALUELESS, show));
}

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);

const PACKED = {
  noun: 'workbook',
  codes: { truncated: 'sheet-damaged', tooLarge: 'sheet-too-large' },
} as const;

/** Unpacked here and measured; the library would unpack everything, however large. */
async function openZipped(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const { parts, names } = await openZipPackage(bytes, {
    ...PACKED,
    isWanted: (name) => /^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/.*\.(?:xml|rels))$/i.test(name),
  });
  const xml = [...parts].filter(([name]) => !name.endsWith('.bin'));
  if (xml.reduce((sum, [, part]) => sum + count(part, 0x3c), 0) > TAGS_MAX)
    throw tooLarge(`${TAGS_MAX} tags`);
  const files = Object.fromEntries(
    [...parts].map(([name, part]) => {
      const bytes = isSheet(name) ? prepareSheet(part) : asBuffer(part);
      return [name, { name, asNodeBuffer: () => bytes }];
    }),
  );
  const library = await loadLibrary();
  const workbook = withoutConsole(() => library.parse_zip({ files }, { ...OPTIONS, type: 'buffer' }));
  const pictures = xlsxPictures(parts, names, partReader(bytes, PACKED));
  return {
    workbook,
    pictures,
    textBoxes: countTextBoxes(parts),
    looks: xlsxLooks(parts, sheetParts(parts)),
  };
}

async function openBinary(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const ole = looksBare(bytes) ? null : openOle(bytes);
  const name = WORKBOOK_STREAMS.find((stream) => ole?.names.includes(stream));
  const stream = ole === null ? bytes : ole.stream(name ?? '');
  if (stream === null) throw new UnreadableSourceError('sheet-damaged', 'The workbook has lost its cells.');
  if (stream.length > STREAM_BYTES_MAX) throw tooLarge(`${STREAM_BYTES_MAX} bytes`);
  const { encrypted, textBoxes, pictures } = scanBiff(stream);
  if (encrypted) {
    throw new UnreadableSourceError('encrypted', 'The workbook is encrypted: it needs a password.');
  }
  const library = await loadLibrary();
  const looks = name === WORKBOOK_STREAMS[0] ? biffLooks(stream) : [];
  // Before Excel 97 texts stand in a code page, and only those of the West are built in.
  if (name !== WORKBOOK_STREAMS[0]) library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const workbook = withoutConsole(() =>
    library.read(asBuffer(withoutFormulas(stream)), { ...OPTIONS, type: 'buffer' }),
  );
  return { workbook, textBoxes, pictures: biffPictures(stream, pictures), looks };
}

const REPEATING_TAG = /<[^<>]*\b(?:MergeAcross|MergeDown|Span|Index)\s*=[^<>]*>/g;

/** How many cells the tags of an XML workbook stretch over; the library visits each. */
function countStretched(xml: string): number {
  let cells = 0;
  for (const [tag] of xml.matchAll(REPEATING_TAG)) {
    const of = (name: string) => Number(new RegExp(`\\b${name}\\s*=\\s*["'](\\d{1,15})`).exec(tag)?.[1] ?? 0);
    cells += (of('MergeAcross') + 1) * (of('MergeDown') + 1) + of('Span');
    if (of('Index') > INDEX_MAX) cells += STRETCHED_MAX;
  }
  return cells;
}

async function openXml(bytes: Uint8Array): Promise<OpenedWorkbook> {
  if (count(bytes, 0x3c) > TAGS_MAX) throw tooLarge(`${TAGS_MAX} tags`);
  if (countStretched(asBuffer(bytes).toString('latin1')) > STRETCHED_MAX) {
    throw tooLarge(`${STRETCHED_MAX} merged cells`);
  }
  if (!/<\/(?:\w+:)?Workbook>\s*$/.test(asBuffer(bytes.subarray(-200)).toString('latin1'))) {
    throw new UnreadableSourceError('sheet-damaged', 'The workbook is cut off.');
  }
  const library = await loadLibrary();
  const workbook = withoutConsole(() => library.read(asBuffer(bytes), { ...OPTIONS, type: 'buffer' }));
  return { workbook, textBoxes: 0, pictures: noPictures, looks: [] };
}

const openers: Record<SheetKind, (bytes: Uint8Array) => Promise<OpenedWorkbook>> = {
  xls: openBinary,
  'xls-xml': openXml,
  xlsx: openZipped,
  xlsb: async () => {
    throw new UnreadableSourceError(
      'office-unsupported',
      'The file is a binary workbook (XLSB), which is not read: save it as XLSX.',
    );
  },
};

/**
 * Opens a workbook within limits of size.
 *
 * @throws UnreadableSourceError sheet-damaged | sheet-too-large | encrypted | ole-damaged
 */
export async function openWorkbook(bytes: Uint8Array, kind: SheetKind): Promise<OpenedWorkbook> {
  try {
    return await openers[kind](bytes);
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) {
      throw new UnreadableSourceError('encrypted', 'The workbook is encrypted: it needs a password.');
    }
    throw new UnreadableSourceError('sheet-damaged', `The workbook can't be read: ${reason}`, {
      cause: error,
    });
  }
}
