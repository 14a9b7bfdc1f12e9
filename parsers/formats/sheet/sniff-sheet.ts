import { UnreadableSourceError } from '../../../src/model/source.js';
import { looksLikeOle, openOle } from '../ole/open-ole.js';
import { listZipNames } from '../zip-package/list-zip-names.js';

export type SheetKind = 'xlsx' | 'xlsb' | 'xls' | 'xls-xml';

/** The stream of a workbook of Excel 97 and later, and of Excel 5 and 95. */
export const WORKBOOK_STREAMS = ['Workbook', 'Book'];

const MAIN_PART = /^\/?xl\/workbook\.(xml|bin)$/;

/** Workbooks before Excel 97 also came without a container: their first record says "begin of file". */
const BARE_STARTS = [
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x00, 0x04, 0x00],
];

export const looksBare = (bytes: Uint8Array): boolean =>
  BARE_STARTS.some((start) => start.every((byte, at) => bytes[at] === byte));

const XML_WORKBOOK =
  /^(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*>(?:\s|<[?!][^>]*>)*<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const XML_HEAD_BYTES = 4096;

/** The XML of Excel 2003, which many programs write and call .xls. */
const looksXml = (bytes: Uint8Array): boolean =>
  XML_WORKBOOK.test(new TextDecoder('latin1').decode(bytes.subarray(0, XML_HEAD_BYTES)));

function sniffZip(bytes: Uint8Array): SheetKind | null {
  const zip = listZipNames(bytes);
  if (zip === null) return null;
  const main = zip.names.map((name) => MAIN_PART.exec(name)).find((match) => match !== null);
  if (main) return main[1] === 'bin' ? 'xlsb' : 'xlsx';
  return !zip.whole && zip.names.some((name) => /^\/?xl\//.test(name)) ? 'xlsx' : null;
}

/** What kind of workbook the bytes are; null where they are none. */
export function sniffSheet(bytes: Uint8Array): SheetKind | null {
  if (looksBare(bytes)) return 'xls';
  if (looksXml(bytes)) return 'xls-xml';
  if (!looksLikeOle(bytes)) return sniffZip(bytes);
  try {
    const { names } = openOle(bytes);
    return WORKBOOK_STREAMS.some((name) => names.includes(name)) ? 'xls' : null;
  } catch (error) {
    if (error instanceof UnreadableSourceError) return null;
    throw error;
  }
}
