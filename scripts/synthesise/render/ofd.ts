import { drawZip } from '../../../src/testing/draw-zip.js';
import type { Page } from '../printed.js';
import { plainPdf } from './pdf/index.js';
import { type PdfOptions, paginate } from './pdf/paginate.js';
import { type Mark, sheetSize } from './pdf/sheet.js';

/** The choices that GB/T 33190 leaves to a writer. */
export interface OfdStyle {
  /** Of the elements; empty if the namespace is the default one. */
  prefix: 'ofd:' | '';
  /** Paths of parts from the root of the package, or from the part that names them. */
  paths: 'absolute' | 'relative';
  /** `g 3 4.2 2.1`, `4.2 4.2 4.2 2.1`, or a place for each character. */
  shifts: 'grouped' | 'listed' | 'single';
  /** Sizes in points under a matrix, or in millimetres. */
  matrix: boolean;
  /** Lines as thin filled boxes, all of a page in one path. */
  filledLines: boolean;
  /** Objects in blocks of a layer, and half of the lines in a template of the page. */
  nested: boolean;
}

export const plainOfd: OfdStyle = {
  prefix: 'ofd:',
  paths: 'relative',
  shifts: 'grouped',
  matrix: false,
  filledLines: false,
  nested: false,
};

type TextMark = Extract<Mark, { kind: 'text' }>;
type LineMark = Extract<Mark, { kind: 'line' }>;

const MM = 25.4 / 72;
const HALF_LINE = 0.25;

const mm = (points: number): string => {
  if (!Number.isFinite(points)) throw new Error('a coordinate is no number: a row is wider than its table');
  return String(Math.round(points * MM * 1000) / 1000);
};
const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const widthOf = (character: string, size: number): number => (character <= '~' ? size / 2 : size);
const isLine = (mark: Mark): mark is LineMark => mark.kind === 'line';
const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';

/** How far each character moves the next. */
const deltas = (widths: string[], shifts: OfdStyle['shifts']): string => {
  if (shifts === 'listed') return widths.join(' ');
  const runs: { width: string; count: number }[] = [];
  for (const width of widths) {
    const last = runs.at(-1);
    if (last?.width === width) last.count++;
    else runs.push({ width, count: 1 });
  }
  const write = ({ width, count }: (typeof runs)[number]): string =>
    count > 2 ? `g ${count} ${width}` : Array<string>(count).fill(width).join(' ');
  return runs.map(write).join(' ');
};

/** An object has a box of its own; what is in it counts from the box's corner. */
const writeText = ({ text, x, y, size }: TextMark, id: number, style: OfdStyle): string => {
  // In an object under a matrix the numbers are points.
  const own = style.matrix ? (points: number) => String(Math.round(points * 1000) / 1000) : mm;
  const characters = [...text];
  const widths = characters.map((character) => widthOf(character, size));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const top = own(0.88 * size);
  let at = 0;
  const single = characters.map((character, index) => {
    const code = `<TextCode X="${own(at)}" Y="${top}">${escaped(character)}</TextCode>`;
    at += widths[index]!;
    return code;
  });
  const moves =
    characters.length > 1 ? ` DeltaX="${deltas(widths.slice(0, -1).map(own), style.shifts)}"` : '';
  const codes =
    style.shifts === 'single'
      ? single.join('')
      : `<TextCode X="0" Y="${top}"${moves}>${escaped(text)}</TextCode>`;
  const matrix = style.matrix ? ` CTM="${MM} 0 0 ${MM} 0 0"` : '';
  return `<TextObject ID="${id}" Boundary="${mm(x)} ${mm(y - 0.88 * size)} ${mm(width)} ${mm(size)}"${matrix} Font="2" Size="${own(size)}">${codes}</TextObject>`;
};

const writeLine = ({ x0, y0, x1, y1 }: LineMark, id: number): string =>
  `<PathObject ID="${id}" Boundary="${mm(x0)} ${mm(y0)} ${mm(x1 - x0)} ${mm(y1 - y0)}" LineWidth="0.18"><AbbreviatedData>M 0 0 L ${mm(x1 - x0)} ${mm(y1 - y0)}</AbbreviatedData></PathObject>`;

const writeBoxes = (lines: readonly LineMark[], id: number): string => {
  const boxes = lines.map(({ x0, y0, x1, y1 }) => {
    const [left, right] = [mm(x0 - HALF_LINE), mm(x1 + HALF_LINE)];
    const [top, bottom] = [mm(y0 - HALF_LINE), mm(y1 + HALF_LINE)];
    return `M ${left} ${top} L ${right} ${top} L ${right} ${bottom} L ${left} ${bottom} C`;
  });
  return `<PathObject ID="${id}" Boundary="0 0 ${mm(sheetSize.width)} ${mm(sheetSize.height)}" Stroke="false" Fill="true"><AbbreviatedData>${boxes.join(' ')}</AbbreviatedData></PathObject>`;
};

const writeLines = (lines: readonly LineMark[], style: OfdStyle, nextId: () => number): string =>
  style.filledLines && lines.length > 0
    ? writeBoxes(lines, nextId())
    : lines.map((line) => writeLine(line, nextId())).join('');

/** The same drawing as the PDF of the generator, as a fixed-layout document of GB/T 33190. */
export const ofdBytes = (
  page: Page,
  options: PdfOptions = plainPdf,
  style: OfdStyle = plainOfd,
): Uint8Array => {
  let id = 10;
  const nextId = (): number => id++;
  const at = (name: string): string => (style.paths === 'absolute' ? `/Doc_0/${name}` : name);
  const part = (name: string, element: string, inner: string, attributes = '') => {
    const bound = `xmlns${style.prefix === '' ? '' : ':ofd'}="http://www.ofdspec.org/2016"`;
    const prefixed = `<${element} ${bound}${attributes}>${inner}</${element}>`.replace(
      /<(\/?)(?=[A-Za-z])/gu,
      `<$1${style.prefix}`,
    );
    return { name, content: `<?xml version="1.0" encoding="UTF-8"?>\n${prefixed}` };
  };
  const layer = (inner: string): string => {
    const block = style.nested
      ? `<PageBlock ID="${nextId()}"><PageBlock ID="${nextId()}">${inner}</PageBlock></PageBlock>`
      : inner;
    return `<Content><Layer ID="${nextId()}" Type="Body">${block}</Layer></Content>`;
  };
  const sheets = paginate(page, options);
  const parts = sheets.flatMap((marks, index) => {
    const [lines, texts] = [marks.filter(isLine), marks.filter(isText)];
    const below = style.nested ? lines.filter((_, number) => number % 2 === 0) : [];
    const own = lines.filter((line) => !below.includes(line));
    const template = style.nested ? `<Template TemplateID="${1000000 + index}" ZOrder="Background"/>` : '';
    const content =
      writeLines(own, style, nextId) + texts.map((text) => writeText(text, nextId(), style)).join('');
    const templates = style.nested
      ? [part(`Doc_0/Tpls/Tpl_${index}/Content.xml`, 'Page', layer(writeLines(below, style, nextId)))]
      : [];
    return [part(`Doc_0/Pages/Page_${index}/Content.xml`, 'Page', template + layer(content)), ...templates];
  });
  const listed = sheets.map(
    (_, index) => `<Page ID="${nextId()}" BaseLoc="${at(`Pages/Page_${index}/Content.xml`)}"/>`,
  );
  const templates = sheets.map(
    (_, index) => `<TemplatePage ID="${1000000 + index}" BaseLoc="${at(`Tpls/Tpl_${index}/Content.xml`)}"/>`,
  );
  const area = `<PageArea><PhysicalBox>0 0 ${mm(sheetSize.width)} ${mm(sheetSize.height)}</PhysicalBox></PageArea>`;
  const common = `<CommonData><MaxUnitID>${id}</MaxUnitID>${area}<PublicRes>${at('PublicRes.xml')}</PublicRes>${style.nested ? templates.join('') : ''}</CommonData>`;
  const root = style.paths === 'absolute' ? '/Doc_0/Document.xml' : 'Doc_0/Document.xml';
  const body = `<DocBody><DocInfo><DocID>0</DocID></DocInfo><DocRoot>${root}</DocRoot></DocBody>`;
  const fonts = '<Fonts><Font ID="2" FontName="宋体" FamilyName="宋体"/></Fonts>';
  return new Uint8Array(
    drawZip([
      part('OFD.xml', 'OFD', body, ' Version="1.0" DocType="OFD"'),
      part('Doc_0/Document.xml', 'Document', `${common}<Pages>${listed.join('')}</Pages>`),
      part('Doc_0/PublicRes.xml', 'Res', fonts, ' BaseLoc="Res"'),
      ...parts,
    ]),
  );
};
