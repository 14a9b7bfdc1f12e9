import iconv from 'iconv-lite';
import { type Page, type PrintedBlock, type PrintedTable, unfoldTable } from '../synthesise/printed.js';

/** The width of a page's text, in twips. */
const TEXT_TWIPS = 9000;
/** Word's own edges of one line differ by some twips from row to row. */
const JITTER_TWIPS = 9;

const HEAD =
  '{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0\\stshfdbch13\\stshfloch0\\deflang1033\\deflangfe2052' +
  '{\\fonttbl{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}' +
  "{\\f13\\fbidi \\fnil\\fcharset134\\fprq2{\\*\\panose 02010600030101010101}\\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}}" +
  '{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql \\li0\\ri0\\nowidctlpar \\fs21 \\snext0 Normal;}' +
  '{\\s1\\ql \\outlinelevel0 \\b\\fs44 \\sbasedon0 \\snext0 heading 1;}{\\s2\\ql \\b\\fs32 \\sbasedon0 \\snext0 heading 2;}' +
  '{\\*\\cs10 \\additive Default Paragraph Font;}}{\\*\\rsidtbl \\rsid1201}{\\info{\\title 2099}{\\creatim\\yr2024\\mo1\\dy31}}' +
  '{\\*\\xmlnstbl }\\paperw11906\\paperh16838{\\*\\pnseclvl1\\pnucrm{\\pntxta .}}{\\header \\pard\\plain {\\f0 88}\\par }';

/** Bytes of the Chinese code page where it has the character, else \u with two bytes for programs that can't read it. */
function codes(text: string): string {
  return [...text]
    .map((char) => {
      if (/[\\{}]/.test(char)) return `\\${char}`;
      if (char.charCodeAt(0) < 0x80) return char;
      const bytes = iconv.encode(char, 'gbk');
      if (iconv.decode(bytes, 'gbk') !== char) {
        return [...Array(char.length).keys()]
          .map((i) => `\\u${(char.charCodeAt(i) << 16) >> 16}\\'a1\\'f5`)
          .join('');
      }
      return [...bytes].map((byte) => `\\'${byte.toString(16)}`).join('');
    })
    .join('');
}

/** Runs of one script each: Latin text and digits in one font, Chinese in the other. */
const runs = (text: string): string =>
  (text.match(/[\0-\x7f]+|[^\0-\x7f]+/g) ?? [])
    .map((run) => {
      const font =
        run.charCodeAt(0) < 0x80 ? '\\hich\\af0\\dbch\\af13\\loch\\f0' : '\\loch\\af0\\hich\\af0\\dbch\\f13';
      return `{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\insrsid1201${font} ${codes(run)}}`;
    })
    .join('\r\n');

const paragraph = (text: string, style: string): string =>
  `\\pard\\plain \\ltrpar${style}\\ql \\li0\\ri0\\nowidctlpar ${runs(text)}{\\insrsid1201 \r\n\\par }`;

function tableRtf(table: PrintedTable): string {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const edge = (columns: number): number =>
    Math.round((table.widths.slice(0, columns).reduce((sum, width) => sum + width, 0) * TEXT_TWIPS) / total);
  return unfoldTable(table)
    .map((places, row) => {
      const cells = places.flatMap(({ cell, origin, leftEdge }, column) =>
        leftEdge ? [{ cell, origin, end: column + cell.colSpan }] : [],
      );
      const definition = `\\trowd \\irow${row}\\irowband${row}\\ltrrow\\ts15\\trgaph108\\trleft-108\\trftsWidth1${cells
        .map(({ cell, origin, end }) => {
          const merge = cell.rowSpan === 1 ? '' : origin ? '\\clvmgf' : '\\clvmrg';
          const jitter = (row * 7 + end * 5) % JITTER_TWIPS;
          return `${merge}\\clvertalc\\clbrdrt\\brdrs\\brdrw10 \\cltxlrtb\\clftsWidth3\\clwWidth900 \\cellx${edge(end) - 108 + jitter}`;
        })
        .join('\r\n')}`;
      const content = cells.map(({ cell, origin }) => {
        const lines = origin ? cell.text.split('\n') : [''];
        return `${lines.map(runs).join('\r\n\\par ')}{\\insrsid1201 \\cell }`;
      });
      const pard = '\\pard\\plain \\ltrpar\\qc \\li0\\ri0\\nowidctlpar\\intbl\\faauto ';
      return `${definition}${pard}${content.join(pard)}\\pard\\plain \\ltrpar\\intbl {\\insrsid1201 ${definition}\\row }`;
    })
    .join('\r\n');
}

function blockRtf(block: PrintedBlock): string {
  if (block.kind === 'hidden') return '';
  if (block.kind === 'table') return `${tableRtf(block.table)}${paragraph('', '')}`;
  if (block.kind === 'title') return paragraph(block.text, '\\s1');
  return paragraph(block.text, block.kind === 'heading' ? '\\s2' : '');
}

/** Writes a page with the turns of phrase that Word uses: code page bytes, definitions before and behind each row, groups in groups. */
export const writeLikeWord = (page: Page): Uint8Array =>
  new Uint8Array(Buffer.from(`${HEAD}${page.blocks.map(blockRtf).join('\r\n')}}\0`, 'latin1'));
