import { drawZip } from '../../src/testing/draw-zip.js';
import { pictureOfTable } from './picture-table.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

const relations = (...targets: [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const sheet = (rows: Record<number, string[]>): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${Object.entries(rows)
    .map(([row, texts]) => {
      const cells = texts.map(
        (text, column) =>
          `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${row}">${cells.join('')}</row>`;
    })
    .join('')}</sheetData><drawing r:id="d1"/></worksheet>`;

/** Pictures by the row (from 0) of their upper edge; `id` names the picture in the relations of the drawing. */
const drawing = (...pictures: [id: string, row: number][]): string =>
  `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${pictures
    .map(
      ([id, row], index) =>
        `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
        `<xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 10}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
        `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${index + 1}" name="Picture ${index + 1}"/><xdr:cNvPicPr/></xdr:nvPicPr>` +
        `<xdr:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
        '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="1940000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>',
    )
    .join('')}</xdr:wsDr>`;

/** A workbook with pictures of tables: between two lines and behind a table on its first sheet, on a second and on a hidden sheet. */
export async function pictureWorkbook(): Promise<Uint8Array> {
  const media = await Promise.all([23, 31, 47].map(pictureOfTable));
  const type = (name: string, what: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.${what}+xml"/>`;
  const sheets = ['1', '2', '3'];
  const rows: Record<number, string[]>[] = [
    { 1: ['The first words.'], 13: ['Between two pictures.'], 14: ['甲', '3'], 15: ['乙', '5'] },
    { 1: ['And the last 7.'] },
    { 1: ['Nobody sees this.'] },
  ];
  const anchors: [id: string, row: number][][] = [
    [
      ['p2', 14],
      ['p1', 1],
    ],
    [['p3', 2]],
    [['p1', 1]],
  ];
  return new Uint8Array(
    drawZip([
      {
        name: '[Content_Types].xml',
        content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${type('workbook', 'spreadsheetml.sheet.main')}${sheets
          .map(
            (n) =>
              type(`worksheets/sheet${n}`, 'spreadsheetml.worksheet') +
              type(`drawings/drawing${n}`, 'drawing'),
          )
          .join('')}</Types>`,
      },
      { name: '_rels/.rels', content: relations(['r1', 'officeDocument', 'xl/workbook.xml']) },
      {
        name: 'xl/workbook.xml',
        content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
          .map(
            (n) => `<sheet name="S${n}" sheetId="${n}"${n === '3' ? ' state="hidden"' : ''} r:id="s${n}"/>`,
          )
          .join('')}</sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: relations(
          ...sheets.map((n): [string, string, string] => [`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`]),
        ),
      },
      ...sheets.flatMap((n, index) => [
        { name: `xl/worksheets/sheet${n}.xml`, content: sheet(rows[index]!) },
        {
          name: `xl/worksheets/_rels/sheet${n}.xml.rels`,
          content: relations(['d1', 'drawing', `../drawings/drawing${n}.xml`]),
        },
        { name: `xl/drawings/drawing${n}.xml`, content: drawing(...anchors[index]!) },
        {
          name: `xl/drawings/_rels/drawing${n}.xml.rels`,
          content: relations(
            ['p1', 'image', '../media/image1.png'],
            ['p2', 'image', '../media/image2.png'],
            ['p3', 'image', '../media/image3.png'],
          ),
        },
      ]),
      ...media.map((content, index) => ({ name: `xl/media/image${index + 1}.png`, content })),
    ]),
  );
}
