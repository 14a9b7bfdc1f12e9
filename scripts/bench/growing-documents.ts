import { utils, write } from '@e965/xlsx';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** A document that can be made longer: a hostile one, or one that a program wrote without end. */
interface GrowingDocument {
  name: string;
  /** Parts in the shortest. */
  size: number;
  make: (size: number) => string | Promise<Uint8Array> | Uint8Array;
}

const TITLE = '某局2021年政府信息公开工作年度报告';
const times = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join('');
const page = (body: string): string =>
  `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1>${body}</body></html>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const rowsOf = (count: number): string =>
  times(count, (i) => `<tr><td>规章${i}</td><td>1</td><td>2</td><td>3</td></tr>`);

/** Signs that patterns and cutters may stumble over, alone and without end. */
const runs: GrowingDocument[] = [...'1*(（|-#a公.'].map((sign) => ({
  ...{ name: `run of ${sign}.txt`, size: 20_000 },
  make: (size) => sign.repeat(size),
}));

const inText: GrowingDocument[] = [
  ...runs,
  { name: 'run of tabs.txt', size: 40_000, make: (size) => '\t'.repeat(size) },
  { name: 'run of spaces.txt', size: 40_000, make: (size) => `报告${' '.repeat(size)}告` },
  { name: 'run of numbers.txt', size: 15_000, make: (size) => '1,'.repeat(size) },
  {
    ...{ name: 'glued.txt', size: 700 },
    make: (size) =>
      TITLE + times(size, (i) => `规章${i}00其他${i % 7}12行政规范性文件6233440本年新收0000001。`),
  },
  {
    ...{ name: 'glued without stops.txt', size: 700 },
    make: (size) => TITLE + times(size, (i) => `规章${i % 9}00其他${i % 7}12行政规范性文件6233440`),
  },
  {
    ...{ name: 'one line.txt', size: 700 },
    make: (size) => times(size, (i) => `收到申请${i}件,其中网上${i}件;`),
  },
  {
    ...{ name: 'headings.txt', size: 700 },
    make: (size) => times(size, (i) => `一、主动公开政府信息情况${i}\n`),
  },
  { name: 'titles.txt', size: 500, make: (size) => times(size, () => `${TITLE}\n`) },
  { name: 'lines.txt', size: 700, make: (size) => times(size, (i) => `规章\n${i}\n2\n3\n`) },
  { name: 'pipes.txt', size: 500, make: (size) => times(size, (i) => `| 规章 | ${i} | 2 | 3 |\n`) },
  { name: 'tabs.txt', size: 500, make: (size) => times(size, (i) => `规章\t${i}\t2\t3\n`) },
  { name: 'no delimiter.csv', size: 1500, make: (size) => times(size, (i) => `规章${i}\n`) },
  {
    ...{ name: 'unnamed.csv', size: 300 },
    make: (size) => times(size, (i) => `Unnamed: ${i},Unnamed: ${i + 1},${i}\n`),
  },
];

const inHtml: GrowingDocument[] = [
  {
    ...{ name: 'escaped twice.html', size: 150 },
    make: (size) => page(escaped(escaped(`<table>${rowsOf(size)}</table>`))),
  },
  {
    ...{ name: 'preformatted.html', size: 700 },
    make: (size) => page(`<pre>${times(size, (i) => `规章${i} 1 2 3\n`)}</pre>`),
  },
  {
    ...{ name: 'headings.html', size: 500 },
    make: (size) => page(times(size, (i) => `<h2>一、主动公开政府信息情况${i}</h2>`)),
  },
  { name: 'titles.html', size: 400, make: (size) => page(times(size, () => `<p>${TITLE}</p>`)) },
  {
    ...{ name: 'sentences.html', size: 300 },
    make: (size) => page(times(size, (i) => `<p>主动公开政府信息${i}条，其中网站${i}条。</p>`)),
  },
  {
    ...{ name: 'small tables.html', size: 200 },
    make: (size) => page(times(size, (i) => `<table>${rowsOf(1)}</table><p>${i}</p>`)),
  },
  { name: 'long table.html', size: 300, make: (size) => page(`<table>${rowsOf(size)}</table>`) },
  {
    ...{ name: 'wide table.html', size: 400 },
    make: (size) => page(`<table><tr>${times(size, (i) => `<td>${i}</td>`)}</tr></table>`),
  },
  {
    ...{ name: 'nested.html', size: 250 },
    make: (size) => page(`${'<div>'.repeat(size)}${TITLE}${'</div>'.repeat(size)}`),
  },
];

const inFiles: GrowingDocument[] = [
  {
    ...{ name: 'paragraphs.docx', size: 150 },
    make: async (size) => {
      const children = Array.from({ length: size }, (_, i) => new Paragraph(`一、主动公开信息${i}条。`));
      return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
    },
  },
  {
    ...{ name: 'table.docx', size: 80 },
    make: async (size) => {
      const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
      const rows = Array.from(
        { length: size },
        (_, i) => new TableRow({ children: [`规章${i}`, '1', '2', '3'].map(cell) }),
      );
      const children = [new Table({ rows })];
      return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
    },
  },
  {
    ...{ name: 'rows.xlsx', size: 300 },
    make: (size) => {
      const sheet = utils.aoa_to_sheet(Array.from({ length: size }, (_, i) => [`规章${i}`, 1, 2, 3]));
      return new Uint8Array(
        write({ SheetNames: ['1'], Sheets: { 1: sheet } }, { type: 'buffer', bookType: 'xlsx' }),
      );
    },
  },
];

export const growingDocuments: readonly GrowingDocument[] = [...inText, ...inHtml, ...inFiles];

export async function growDocument(name: string, factor: number): Promise<Uint8Array> {
  const { size, make } = growingDocuments.find((one) => one.name === name)!;
  const made = await make(size * factor);
  return typeof made === 'string' ? new TextEncoder().encode(made) : made;
}
