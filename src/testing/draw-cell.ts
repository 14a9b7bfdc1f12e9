import { drawZip } from './draw-zip.js';

/** The cell of permits of a small report, in the language of its carrier, and what its document needs beside it. */
export interface DrawnCell {
  /** What stands in the cell; in a workbook the whole `<c>`, in a PDF and an OFD what is painted. */
  cell: string;
  /** A style sheet, styles, fonts: the place is the carrier's. */
  styles?: string;
  /** Of the cell itself: attributes, or properties. */
  own?: string;
  /** Behind the rows of a workbook; annotations of a PDF and an OFD. */
  extra?: string;
}

const TITLE = '青峦县水务局2023年政府信息公开工作年度报告';
const BEFORE = [TITLE, '一、总体情况', '本局依照规定编制本报告。', '二、主动公开政府信息情况'];
const AFTER = ['六、其他需要报告的事项', '无。'];
/** Null is the cell that is drawn. */
const ROWS: (string | null)[][] = [
  ['第二十条第（五）项', ''],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', null],
  ['第二十条第（六）项', ''],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '318'],
  ['行政强制', '47'],
];

type Draw = (drawn: DrawnCell) => Uint8Array;

/** The rows, each cell written by `plain`, and the one that is drawn by `own`. */
const table = (plain: (text: string) => string, own: string, row: (cells: string) => string): string =>
  ROWS.map((cells) => row(cells.map((text) => (text === null ? own : plain(text))).join(''))).join('');

const html: Draw = ({ cell, styles = '', own = '' }) => {
  const rows = table(
    (text) => `<td>${text}</td>`,
    `<td ${own}>${cell}</td>`,
    (cells) => `<tr>${cells}</tr>`,
  );
  const lines = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
  return Buffer.from(
    `<html><head><meta charset="utf-8"><title>${TITLE}</title><style>${styles}</style></head><body>${lines(BEFORE)}<table>${rows}</table>${lines(AFTER)}</body></html>`,
  );
};

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPACES = [
  `xmlns:w="${WORD}" xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');
const relation = (type: string, target: string) =>
  `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>';

const docx: Draw = ({ cell, styles = '', own = '', extra = '' }) => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const content = cell.startsWith('<w:p>') || cell.startsWith('<w:tbl>') ? cell : `<w:p>${cell}</w:p>`;
  const rows = table(
    (text) => `<w:tc>${paragraph(text)}</w:tc>`,
    `<w:tc><w:tcPr>${own}</w:tcPr>${content}</w:tc>`,
    (cells) => `<w:tr>${cells.includes(content) ? extra : ''}${cells}</w:tr>`,
  );
  const body = `${BEFORE.map(paragraph).join('')}<w:tbl>${rows}</w:tbl>${AFTER.map(paragraph).join('')}`;
  return drawZip([
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: relation('officeDocument', 'word/document.xml') },
    { name: 'word/_rels/document.xml.rels', content: relation('styles', 'styles.xml') },
    { name: 'word/styles.xml', content: `<w:styles ${SPACES}>${styles}</w:styles>` },
    { name: 'word/document.xml', content: `<w:document ${SPACES}><w:body>${body}</w:body></w:document>` },
  ]);
};

const inRtf = (text: string): string =>
  [...text].map((char) => (char.charCodeAt(0) < 0x80 ? char : `\\u${char.charCodeAt(0)}?`)).join('');

const rtf: Draw = ({ cell, styles = '', own = '' }) => {
  const rows = table(
    (text) => `\\pard\\intbl ${inRtf(text)}\\cell `,
    `\\pard\\intbl${own} ${cell}\\cell `,
    (cells) => `\\trowd\\cellx4000\\cellx8000 ${cells}\\row\n`,
  );
  const lines = (texts: readonly string[]) => texts.map((text) => `\\pard ${inRtf(text)}\\par\n`).join('');
  return Buffer.from(
    `{\\rtf1\\ansi{\\fonttbl{\\f0 a;}{\\f1 Wingdings;}}{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}${styles}\\f0\\fs24 ${lines(BEFORE)}${rows}${lines(AFTER)}}`,
  );
};

const ODT = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = { office: '', text: '', table: '', style: '', draw: 'drawing', form: '' };
const fodt: Draw = ({ cell, styles = '', own = '' }) => {
  const paragraph = (text: string) => `<text:p>${text}</text:p>`;
  const rows = table(
    (text) => `<table:table-cell>${paragraph(text)}</table:table-cell>`,
    `<table:table-cell ${own}>${cell.startsWith('<text:p>') ? cell : paragraph(cell)}</table:table-cell>`,
    (cells) => `<table:table-row>${cells}</table:table-row>`,
  );
  const spaces = Object.entries(NAMES).map(
    ([name, long]) => `xmlns:${name}="${ODT}:${long === '' ? name : long}:1.0"`,
  );
  return Buffer.from(
    `<?xml version="1.0"?><office:document ${spaces.join(' ')} xmlns:fo="${ODT}:xsl-fo-compatible:1.0" xmlns:svg="${ODT}:svg-compatible:1.0" office:mimetype="application/vnd.oasis.opendocument.text">${styles}<office:body><office:text>${BEFORE.map(paragraph).join('')}<table:table>${rows}</table:table>${AFTER.map(paragraph).join('')}</office:text></office:body></office:document>`,
  );
};

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const xlsx: Draw = ({ cell, styles = '', extra = '', own = '' }) => {
  const rows = [...BEFORE.map((text) => [text]), ...ROWS, ...AFTER.map((text) => [text])];
  const cellOf = (text: string | null, at: string) => {
    if (text === null) return cell.replaceAll('@', at);
    return /^\d+$/u.test(text)
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  const data = rows
    .map((row, index) => {
      const cells = row.map((text, column) => cellOf(text, `${'AB'[column]}${index + 1}`)).join('');
      return `<row r="${index + 1}" ${row.includes(null) ? own : ''}>${cells}</row>`;
    })
    .join('');
  const [before, behind = ''] = extra.startsWith('<cols') ? [extra] : ['', extra];
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${part}.${type}+xml"/>`);
  const ofWorkbook = ['worksheet', 'styles'].map(
    (type, i) =>
      `<Relationship Id="r${i + 1}" Type="${OFFICE}/${type}" Target="${['worksheets/sheet1.xml', 'styles.xml'][i]}"/>`,
  );
  return drawZip([
    {
      name: '[Content_Types].xml',
      content: TYPES.replace('</Types>', `${overrides.join('')}</Types>`),
    },
    { name: '_rels/.rels', content: relation('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}">${ofWorkbook.join('')}</Relationships>`,
    },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${SHEET}">${styles}</styleSheet>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${SHEET}">${before}<sheetData>${data}</sheetData>${behind}</worksheet>`,
    },
  ]);
};

/** Where the cell is on a page: points from the top left. */
export const CELL_ON_PAGE = { left: 260, top: 268, baseline: 284 };
const [LEFT, MIDDLE, RIGHT, TOP, STEP] = [60, 260, 460, 220, 24];
/** Texts of the page with their places: points from the top left. */
const onPage = (): { text: string; x: number; y: number }[] => [
  ...BEFORE.map((text, i) => ({ text, x: LEFT, y: 60 + i * 36 })),
  ...ROWS.flatMap((row, i) =>
    row.flatMap((text, j) =>
      text ? [{ text, x: [LEFT + 10, MIDDLE + 20][j]!, y: TOP + i * STEP + 16 }] : [],
    ),
  ),
  ...AFTER.map((text, i) => ({ text, x: LEFT, y: 440 + i * 36 })),
];
const borders = (): [number, number, number, number][] => [
  ...ROWS.concat([[]]).map((_, i): [number, number, number, number] => [
    LEFT,
    TOP + i * STEP,
    RIGHT,
    TOP + i * STEP,
  ]),
  ...[LEFT, MIDDLE, RIGHT].map((x): [number, number, number, number] => [
    x,
    TOP,
    x,
    TOP + ROWS.length * STEP,
  ]),
];
const HEIGHT = 842;

/** `cell` is painted with /F2 (Helvetica); `styles` are further entries of its resources, `extra` further objects from 10 on. */
const pdf: Draw = ({ cell, styles = '', extra = '', own = '' }) => {
  const hex = (text: string) =>
    [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const lines = borders().map(([x0, y0, x1, y1]) => `${x0} ${HEIGHT - y0} m ${x1} ${HEIGHT - y1} l S`);
  const texts = onPage().map(({ text, x, y }) => `BT /F1 10 Tf ${x} ${HEIGHT - y} Td <${hex(text)}> Tj ET`);
  const content = ['0.5 w', ...lines, ...texts, cell].join('\n');
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 8 0 R/F3 9 0 R>>${styles}>>${own}>>endobj`,
    `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
    '5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>endobj',
    '6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000/W[1 95 500]>>endobj',
    '7 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>endobj',
    '8 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj',
    '9 0 obj<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>endobj',
    extra,
    'trailer<</Root 1 0 R/Size 20>>\nstartxref\n0\n%%EOF',
  ];
  return Buffer.from(`%PDF-1.7\n${objects.join('\n')}`, 'latin1');
};

const mm = (points: number) => ((points * 25.4) / 72).toFixed(3);

/** `cell` are objects of the page, `styles` stand in its resources, `extra` is what lies over the page: `<ofd:Annot>`. */
const ofd: Draw = ({ cell, styles = '', extra = '' }) => {
  const lines = borders().map(
    ([x0, y0, x1, y1], i) =>
      `<ofd:PathObject ID="${i + 100}" Boundary="0 0 210 297" LineWidth="0.2"><ofd:AbbreviatedData>M ${mm(x0)} ${mm(y0)} L ${mm(x1)} ${mm(y1)}</ofd:AbbreviatedData></ofd:PathObject>`,
  );
  const texts = onPage().map(
    ({ text, x, y }, i) =>
      `<ofd:TextObject ID="${i + 200}" Boundary="0 0 210 297" Font="1" Size="${mm(10)}"><ofd:TextCode X="${mm(x)}" Y="${mm(y)}">${text}</ofd:TextCode></ofd:TextObject>`,
  );
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const document = `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages><ofd:Annotations>Annots.xml</ofd:Annotations>`;
  return drawZip([
    {
      name: 'OFD.xml',
      content: `<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    { name: 'Doc_0/Document.xml', content: `<ofd:Document ${ns}>${document}</ofd:Document>` },
    { name: 'Doc_0/Res.xml', content: `<ofd:Res ${ns}>${styles}</ofd:Res>` },
    {
      name: 'Doc_0/Annots.xml',
      content: `<ofd:Annotations ${ns}><ofd:Page PageID="1"><ofd:FileLoc>Annot.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
    },
    { name: 'Doc_0/Annot.xml', content: `<ofd:PageAnnot ${ns}>${extra}</ofd:PageAnnot>` },
    {
      name: 'Doc_0/Page.xml',
      content: `<ofd:Page ${ns}><ofd:Content><ofd:Layer ID="2">${lines.join('')}${texts.join('')}${cell}</ofd:Layer></ofd:Content></ofd:Page>`,
    },
  ]);
};

/** Draws the small report in each carrier, by the names of its files. */
export const drawCell = {
  'a.html': html,
  'a.docx': docx,
  'a.rtf': rtf,
  'a.fodt': fodt,
  'a.xlsx': xlsx,
  'a.pdf': pdf,
  'a.ofd': ofd,
} as const satisfies Record<string, Draw>;
