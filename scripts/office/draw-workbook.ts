import { drawZip } from '../../src/testing/draw-zip.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** A sheet with text and pictures. */
export interface DrawnSheet {
  /** Texts of cells, from the first column on, by the number of the row, from 1. */
  rows: Record<number, string[]>;
  /** Numbers of pictures of the workbook, from 0, and the row (from 0) of their upper edge. */
  pictures: [picture: number, row: number][];
  isHidden?: boolean;
}

const relations = (...targets: [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const sheet = (rows: DrawnSheet['rows']): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${Object.entries(rows)
    .map(([row, texts]) => {
      const cells = texts.map(
        (text, column) =>
          `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
      );
      return `<row r="${row}">${cells.join('')}</row>`;
    })
    .join('')}</sheetData><drawing r:id="d1"/></worksheet>`;

const drawing = (pictures: readonly [picture: number, row: number][]): string =>
  `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${pictures
    .map(
      ([picture, row], index) =>
        `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
        `<xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 10}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
        `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${index + 1}" name="Picture ${index + 1}"/><xdr:cNvPicPr/></xdr:nvPicPr>` +
        `<xdr:blipFill><a:blip r:embed="p${picture}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
        '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="1940000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>',
    )
    .join('')}</xdr:wsDr>`;

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** A workbook of sheets with pictures: the little of XLSX that this takes. @param media the picture files, all of one kind */
export function drawWorkbook(
  sheets: readonly DrawnSheet[],
  media: readonly Uint8Array[],
  suffix: 'png' | 'jpeg',
): Uint8Array {
  const type = (name: string, what: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.${what}+xml"/>`;
  const numbers = sheets.map((_, index) => index + 1);
  const images = media.map((_, index): [string, string, string] => [
    `p${index}`,
    'image',
    `../media/image${index + 1}.${suffix}`,
  ]);
  const types = numbers.map(
    (n) => type(`worksheets/sheet${n}`, 'spreadsheetml.worksheet') + type(`drawings/drawing${n}`, 'drawing'),
  );
  const listed = sheets.map(
    ({ isHidden }, index) =>
      `<sheet name="S${index + 1}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="s${index + 1}"/>`,
  );
  const parts = sheets.flatMap(({ rows, pictures }, index) => {
    const n = index + 1;
    return [
      { name: `xl/worksheets/sheet${n}.xml`, content: sheet(rows) },
      {
        name: `xl/worksheets/_rels/sheet${n}.xml.rels`,
        content: relations(['d1', 'drawing', `../drawings/drawing${n}.xml`]),
      },
      { name: `xl/drawings/drawing${n}.xml`, content: drawing(pictures) },
      { name: `xl/drawings/_rels/drawing${n}.xml.rels`, content: relations(...images) },
    ];
  });
  const links = numbers.map((n): [string, string, string] => [
    `s${n}`,
    'worksheet',
    `worksheets/sheet${n}.xml`,
  ]);
  return new Uint8Array(
    drawZip([
      {
        name: '[Content_Types].xml',
        content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="${suffix}" ContentType="image/${suffix}"/>${type('workbook', 'spreadsheetml.sheet.main')}${types.join('')}</Types>`,
      },
      { name: '_rels/.rels', content: relations(['r1', 'officeDocument', 'xl/workbook.xml']) },
      {
        name: 'xl/workbook.xml',
        content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
      },
      { name: 'xl/_rels/workbook.xml.rels', content: relations(...links) },
      ...parts,
      ...media.map((content, index) => ({ name: `xl/media/image${index + 1}.${suffix}`, content })),
    ]),
  );
}
