import type { Format } from '../../../src/model/format.js';
import { type SheetKind, sniffSheet } from './sniff-sheet.js';

const MEDIA_TYPES: Record<SheetKind, string> = {
  xls: 'application/vnd.ms-excel',
  'xls-xml': 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroEnabled.12',
};

/** Workbooks of Excel, WPS (.et) and LibreOffice. Each sheet becomes lines of text and tables. */
export const sheetFormat: Format = {
  id: 'sheet',
  about:
    'XLS (also in the XML of Excel 2003), XLSX and ET: each sheet as lines of text and tables with merged cells, numbers and dates as displayed, pictures; a formula without a value shows itself',
  cannotRead: [
    { what: 'encrypted files', code: 'encrypted' },
    { what: 'XLSB', code: 'office-unsupported' },
    { what: 'hidden rows, columns and sheets', code: 'hidden-content' },
    { what: 'text boxes', code: 'content-not-read' },
    { what: 'charts; sheets set to hide zeros; borders' },
    { what: 'pictures in EMF and WMF', code: 'ocr-page-unreadable' },
    { what: 'places in the source' },
  ],
  suffixes: ['xls', 'xlsx', 'xlsm', 'xlsb', 'et'],
  mediaTypes: ['application/vnd.ms-excel*', 'application/vnd.openxmlformats-officedocument.spreadsheetml.*'],
  recordedAs: ['xls', 'xlsx'],
  traits: [],
  sniff({ bytes }) {
    const kind = sniffSheet(bytes);
    return kind === null ? null : { value: { mediaType: MEDIA_TYPES[kind] }, issues: [] };
  },
  read: async (...given) => (await import('./read.js')).read(...given),
};
