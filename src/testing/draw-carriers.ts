import { drawZip } from './draw-zip.js';

/** A stretch of the text of a cell, and how it looks: in each carrier by its own means. */
export interface DrawnRun {
  text: string;
  look?: DrawnLook;
}

export type DrawnLook =
  | 'struck'
  | 'struck-by-style'
  | 'raised'
  | 'small'
  | 'hidden'
  | 'hidden-by-style'
  | 'white'
  | 'turned'
  | 'formula'
  | 'twice';

const TITLE = '青峦县水务局2023年政府信息公开工作年度报告';
const rowsOf = (cell: string): string[][] => [
  ['第二十条第（五）项', ''],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', cell],
  ['第二十条第（六）项', ''],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '318'],
  ['行政强制', '47'],
];

/** Lines before the table, the rows of the table, a line behind it; `cell` is the markup of the cell of permits. */
interface Draft {
  paragraph(text: string): string;
  table(rows: string[][]): string;
}

const draft = ({ paragraph, table }: Draft, cell: string): string =>
  [
    ...[TITLE, '一、总体情况', '本局依照规定编制本报告。', '二、主动公开政府信息情况'].map(paragraph),
    table(rowsOf(cell)),
    ...['六、其他需要报告的事项', '无。'].map(paragraph),
  ].join('');

const HTML_RUNS: Record<DrawnLook, (text: string) => string> = {
  struck: (text) => `<s>${text}</s>`,
  'struck-by-style': (text) => `<b class="x1"><i>${text}</i></b>`,
  raised: (text) => `<sup>${text}</sup>`,
  small: (text) => `<span style="font-size:7px">${text}</span>`,
  hidden: (text) => `<span style="display:none">${text}</span>`,
  'hidden-by-style': (text) => `<em class="x2">${text}</em>`,
  white: (text) => `<font color="white">${text}</font>`,
  turned: (text) => `<bdo dir="rtl">${text}</bdo>`,
  formula: (text) => `<math><mn>${text}</mn></math>`,
  twice: (text) => `<span class="wide">${text}</span><span class="narrow">${text}</span>`,
};

function html(runs: readonly DrawnRun[]): string {
  const cell = runs.map(({ text, look }) => (look ? HTML_RUNS[look](text) : text)).join('');
  const body = draft(
    {
      paragraph: (text) => `<p>${text}</p>`,
      table: (rows) =>
        `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`,
    },
    cell,
  );
  const style = 'table .x1{text-decoration:line-through} td > .x2{display:none}';
  return `<html><head><meta charset="utf-8"><title>${TITLE}</title><style>${style}</style></head><body>${body}</body></html>`;
}

const mhtml = (page: string): string =>
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="b"; type="text/html"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(page).toString('base64'),
    '--b--',
    '',
  ].join('\r\n');

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MATH = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const WORD_PROPERTIES: Partial<Record<DrawnLook, string>> = {
  struck: '<q:strike/>',
  'struck-by-style': '<q:rStyle q:val="X1"/>',
  raised: '<q:vertAlign q:val="superscript"/>',
  small: '<q:position q:val="8"/><q:sz q:val="12"/>',
  hidden: '<q:vanish/>',
  'hidden-by-style': '<q:rStyle q:val="X2"/>',
  white: '<q:color q:val="FFFFFF"/>',
};

function docxRun({ text, look }: DrawnRun): string {
  const run = (properties: string) => `<q:r><q:rPr>${properties}</q:rPr><q:t>${text}</q:t></q:r>`;
  if (look === 'turned') return `<q:bdo q:val="rtl">${run('')}</q:bdo>`;
  if (look === 'formula') return `<m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath>`;
  return run(look === undefined ? '' : (WORD_PROPERTIES[look] ?? ''));
}

/** A Word file whose XML has another prefix than usual. */
function docx(runs: readonly DrawnRun[]): Buffer {
  const body = draft(
    {
      paragraph: (text) => `<q:p>${docxRun({ text })}</q:p>`,
      table: (rows) =>
        `<q:tbl>${rows
          .map(
            (row) =>
              `<q:tr>${row.map((cell) => `<q:tc><q:p>${cell.startsWith('<') ? cell : docxRun({ text: cell })}</q:p></q:tc>`).join('')}</q:tr>`,
          )
          .join('')}</q:tbl>`,
    },
    runs.map(docxRun).join(''),
  );
  const style = (id: string, base: string, properties: string) =>
    `<q:style q:type="character" q:styleId="${id}">${base === '' ? '' : `<q:basedOn q:val="${base}"/>`}<q:rPr>${properties}</q:rPr></q:style>`;
  const styles = style('X0', '', '<q:dstrike/>') + style('X1', 'X0', '') + style('X2', '', '<q:vanish/>');
  return drawZip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'word/styles.xml', content: `<q:styles xmlns:q="${WORD}">${styles}</q:styles>` },
    {
      name: 'word/document.xml',
      content: `<q:document xmlns:q="${WORD}" xmlns:m="${MATH}"><q:body>${body}</q:body></q:document>`,
    },
  ]);
}

const RTF_RUNS: Partial<Record<DrawnLook, string>> = {
  struck: '\\strike',
  raised: '\\super',
  small: '\\fs12',
  hidden: '\\v',
  white: '\\cf2',
};
const inRtf = (text: string): string =>
  [...text].map((char) => (char.charCodeAt(0) < 0x80 ? char : `\\u${char.charCodeAt(0)}?`)).join('');

function rtfRun({ text, look }: DrawnRun): string {
  if (look === 'formula') return `{\\*\\moMath ${text}}`;
  const word = look === undefined ? '' : (RTF_RUNS[look] ?? '');
  return `{${word} ${inRtf(text)}}`;
}

function rtf(runs: readonly DrawnRun[]): string {
  const body = draft(
    {
      paragraph: (text) => `\\pard ${inRtf(text)}\\par\n`,
      table: (rows) =>
        rows
          .map(
            (row) =>
              `\\trowd\\cellx4000\\cellx8000 ${row.map((cell) => `\\pard\\intbl ${cell.startsWith('{') ? cell : inRtf(cell)}\\cell `).join('')}\\row\n`,
          )
          .join(''),
    },
    runs.map(rtfRun).join(''),
  );
  return `{\\rtf1\\ansi{\\fonttbl{\\f0 a;}}{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}\\f0\\fs24 ${body}}`;
}

const ODT = 'urn:oasis:names:tc:opendocument:xmlns';
const ODT_STYLES: Partial<Record<DrawnLook, string>> = {
  struck: 'style:text-line-through-style="solid"',
  'struck-by-style': 'style:text-line-through-type="double"',
  raised: 'style:text-position="super 58%"',
  small: 'fo:font-size="6pt"',
  hidden: 'text:display="none"',
  'hidden-by-style': 'text:display="none"',
  white: 'fo:color="#ffffff"',
};

function odtRun({ text, look }: DrawnRun): string {
  if (look === 'formula')
    return `<draw:frame><draw:object><math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:mn>${text}</math:mn></math:math></draw:object></draw:frame>`;
  return `<t:span t:style-name="${look ?? 'plain'}">${text}</t:span>`;
}

/** A flat OpenDocument text with other prefixes than usual. */
function odt(runs: readonly DrawnRun[]): string {
  const body = draft(
    {
      paragraph: (text) => `<t:p>${text}</t:p>`,
      table: (rows) =>
        `<table:table>${rows
          .map(
            (row) =>
              `<table:table-row>${row.map((cell) => `<table:table-cell><t:p>${cell}</t:p></table:table-cell>`).join('')}</table:table-row>`,
          )
          .join('')}</table:table>`,
    },
    runs.map(odtRun).join(''),
  );
  const styles = Object.entries(ODT_STYLES).map(([look, properties]) => {
    const own = `<style:text-properties ${properties.replace(/^text:/u, 't:')}/>`;
    if (!look.endsWith('-by-style'))
      return `<style:style style:name="${look}" style:family="text">${own}</style:style>`;
    return `<style:style style:name="${look}-0" style:family="text">${own}</style:style><style:style style:name="${look}" style:family="text" style:parent-style-name="${look}-0"/>`;
  });
  const spaces = `xmlns:office="${ODT}:office:1.0" xmlns:t="${ODT}:text:1.0" xmlns:table="${ODT}:table:1.0" xmlns:style="${ODT}:style:1.0" xmlns:fo="${ODT}:xsl-fo-compatible:1.0" xmlns:draw="${ODT}:drawing:1.0"`;
  return `<?xml version="1.0"?><office:document ${spaces} office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_PROPERTIES: Partial<Record<DrawnLook, string>> = {
  struck: '<strike/>',
  raised: '<vertAlign val="superscript"/>',
  small: '<sz val="5"/>',
  white: '<color rgb="FFFFFFFF"/>',
};

function xlsx(runs: readonly DrawnRun[]): Buffer {
  const rich = runs
    .map(
      ({ text, look }) =>
        `<r><rPr>${look === 'small' ? '' : '<sz val="11"/>'}${look === undefined ? '' : (SHEET_PROPERTIES[look] ?? '')}</rPr><t>${text}</t></r>`,
    )
    .join('');
  const lines = [TITLE, '一、总体情况', '本局依照规定编制本报告。', '二、主动公开政府信息情况'].map(
    (text) => [text],
  );
  const rows = [...lines, ...rowsOf(rich), ['六、其他需要报告的事项'], ['无。']];
  const cellOf = (text: string, at: string) => {
    if (/^\d+$/u.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is>${text.startsWith('<r>') ? text : `<t>${text}</t>`}</is></c>`;
  };
  const data = rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row.map((text, column) => cellOf(text, `${'AB'[column]}${index + 1}`)).join('')}</row>`,
    )
    .join('');
  return drawZip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${SHEET}"><sheetData>${data}</sheetData></worksheet>`,
    },
  ]);
}

/** Draws a report in one carrier whose cell of permits holds runs, and the looks that the carrier has. */
interface DrawnCarrier {
  draw(runs: readonly DrawnRun[]): Uint8Array;
  looks: readonly DrawnLook[];
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** The carriers with structure, by the names of their files. */
export const drawnCarriers: Record<string, DrawnCarrier> = {
  'a.html': { draw: (runs) => bytes(html(runs)), looks: Object.keys(HTML_RUNS) as DrawnLook[] },
  'a.mht': { draw: (runs) => bytes(mhtml(html(runs))), looks: Object.keys(HTML_RUNS) as DrawnLook[] },
  'a.docx': { draw: docx, looks: [...(Object.keys(WORD_PROPERTIES) as DrawnLook[]), 'turned', 'formula'] },
  'a.rtf': {
    draw: (runs) => bytes(rtf(runs)),
    looks: [...(Object.keys(RTF_RUNS) as DrawnLook[]), 'formula'],
  },
  'a.fodt': {
    draw: (runs) => bytes(odt(runs)),
    looks: [...(Object.keys(ODT_STYLES) as DrawnLook[]), 'formula'],
  },
  'a.xlsx': { draw: xlsx, looks: Object.keys(SHEET_PROPERTIES) as DrawnLook[] },
};
