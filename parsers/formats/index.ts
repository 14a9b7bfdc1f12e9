import type { Format } from '../../src/model/format.js';
import { docFormat } from './doc/index.js';
import { docxFormat } from './docx/index.js';
import { htmlFormat } from './html/index.js';
import { imageFormat } from './image/index.js';
import { jsonFormat } from './json/index.js';
import { markdownFormat } from './markdown/index.js';
import { mhtmlFormat } from './mhtml/index.js';
import { odtFormat } from './odt/index.js';
import { ofdFormat } from './ofd/index.js';
import { oleFormat } from './ole/index.js';
import { packedFormat } from './packed/index.js';
import { pdfFormat } from './pdf/index.js';
import { rtfFormat } from './rtf/index.js';
import { sheetFormat } from './sheet/index.js';
import { textFormat } from './text/index.js';
import { zipFormat } from './zip/index.js';

/** In the order in which they are asked: binary containers by their magic bytes, any ZIP behind them, then markup, then any text. */
export const formats: readonly Format[] = [
  pdfFormat,
  imageFormat,
  rtfFormat,
  odtFormat,
  docxFormat,
  ofdFormat,
  docFormat,
  sheetFormat,
  oleFormat,
  zipFormat,
  packedFormat,
  mhtmlFormat,
  jsonFormat,
  markdownFormat,
  htmlFormat,
  textFormat,
];
