import { describe, expect, it } from 'vitest';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { Cell } from '../../src/model/report-record.js';
import { drawZip } from '../../src/testing/draw-zip.js';
import { loadKnowledge } from '../index.js';

/** A cell of the table: what it says, over how many rows and columns, and what is in the places that it covers. */
interface Drawn {
  text: string;
  down?: number;
  across?: number;
  /** In the part of it in the row below, where the carrier keeps one. */
  under?: string;
  /** Numbered by the word processor. */
  isListed?: true;
}

type Row = (Drawn | null)[];

const TITLE = '青峦县水务局2023年政府信息公开工作年度报告';
const LINES = [TITLE, '一、总体情况', '本局依照规定编制本报告。', '二、主动公开政府信息情况'];
const cell = (text: string, more: Partial<Drawn> = {}): Drawn => ({ text, ...more });

/** null: covered by the cell on its left or above. */
const rowsOf = (figures: {
  rules?: Row;
  permits?: Drawn;
  penalties?: Drawn;
  compulsion?: Drawn | null;
}): Row[] => [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text) => cell(text)),
  [cell('规章'), ...(figures.rules ?? [cell('2'), cell('1'), cell('14')])],
  [cell('行政规范性文件'), cell('23'), cell('6'), cell('187')],
  [cell('信息内容'), cell('本年处理决定数量', { across: 3 }), null, null],
  [cell('行政许可'), { across: 3, ...(figures.permits ?? cell('4526')) }, null, null],
  [cell('行政处罚'), { across: 3, ...(figures.penalties ?? cell('318')) }, null, null],
  [
    cell('行政强制'),
    ...(figures.compulsion === null
      ? [null, null, null]
      : [{ across: 3, ...(figures.compulsion ?? cell('47')) }, null, null]),
  ],
];

const html = (rows: Row[]): Uint8Array => {
  const cellOf = ({ text, down = 1, across = 1, isListed }: Drawn) =>
    `<td rowspan="${down}" colspan="${across}">${isListed ? `<ol><li>${text}</li></ol>` : text}</td>`;
  const table = rows.map((row) => `<tr>${row.map((one) => (one ? cellOf(one) : '')).join('')}</tr>`).join('');
  return Buffer.from(
    `<html><head><meta charset="utf-8"><title>${TITLE}</title></head><body>${LINES.map((line) => `<p>${line}</p>`).join('')}<table>${table}</table></body></html>`,
  );
};

/** The cell that covers a place from above. */
const above = (rows: Row[], row: number, column: number): Drawn | null =>
  rows.slice(0, row).findLast((upper) => upper[column] != null)?.[column] ?? null;

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const docx = (rows: Row[]): Uint8Array => {
  const paragraph = (text: string, isListed?: true) =>
    `<w:p>${isListed ? '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' : ''}${text === '' ? '' : `<w:r><w:t>${text}</w:t></w:r>`}</w:p>`;
  const cellOf = ({ text, down = 1, across = 1, isListed }: Drawn, merge = down > 1 ? 'restart' : '') =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${across}"/>${merge === '' ? '' : `<w:vMerge w:val="${merge}"/>`}</w:tcPr>${paragraph(text, isListed)}</w:tc>`;
  const table = rows
    .map((row, at) => {
      const cells = row.map((one, column) => {
        if (one) return cellOf(one);
        const upper = above(rows, at, column);
        const hangs =
          column > 0 && row.slice(1).every((other) => other === null) && upper !== null && column === 1;
        return hangs ? cellOf({ ...upper, text: upper.under ?? '' }, 'continue') : '';
      });
      return `<w:tr>${cells.join('')}</w:tr>`;
    })
    .join('');
  const body = `${LINES.map((line) => paragraph(line)).join('')}<w:tbl>${table}</w:tbl>`;
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return drawZip([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    },
  ]);
};

const ODT = 'urn:oasis:names:tc:opendocument:xmlns';
const fodt = (rows: Row[]): Uint8Array => {
  const paragraph = (text: string, isListed?: true) =>
    isListed
      ? `<text:list><text:list-item><text:p>${text}</text:p></text:list-item></text:list>`
      : `<text:p>${text}</text:p>`;
  const table = rows
    .map((row, at) => {
      const cells = row.map((one, column) => {
        const under = column === 1 ? (above(rows, at, column)?.under ?? '') : '';
        return one
          ? `<table:table-cell table:number-rows-spanned="${one.down ?? 1}" table:number-columns-spanned="${one.across ?? 1}">${paragraph(one.text, one.isListed)}</table:table-cell>`
          : `<table:covered-table-cell>${under === '' ? '' : paragraph(under)}</table:covered-table-cell>`;
      });
      return `<table:table-row>${cells.join('')}</table:table-row>`;
    })
    .join('');
  const spaces = `xmlns:office="${ODT}:office:1.0" xmlns:text="${ODT}:text:1.0" xmlns:table="${ODT}:table:1.0"`;
  return Buffer.from(
    `<?xml version="1.0"?><office:document ${spaces} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${LINES.map((line) => paragraph(line)).join('')}<table:table>${table}</table:table></office:text></office:body></office:document>`,
  );
};

const knowledge = loadKnowledge();
const carriers = { 'a.html': html, 'a.docx': docx, 'a.fodt': fodt };

describe.each(Object.entries(carriers))('merged and numbered cells of %s', (uri, draw) => {
  const read = async (
    figures: Parameters<typeof rowsOf>[0],
  ): Promise<Record<string, Record<string, Cell>>> => {
    const bytes = draw(rowsOf(figures));
    const { records } = await convertBundle({ files: [{ uri, bytes }] }, knowledge);
    return records[0]!.tables.proactive as Record<string, Record<string, Cell>>;
  };

  it('are read where nothing is merged over others', async () => {
    const table = await read({});
    expect(table.regulations!.issuedThisYear).toMatchObject({ value: 2, confidence: 'read' });
    expect(table.administrativePenalty!.decisions).toMatchObject({ value: 318, confidence: 'read' });
  });

  it('hold a figure over two columns: it is the number of neither', async () => {
    const table = await read({ rules: [cell('3', { across: 2 }), null, cell('14')] });
    expect(table.regulations!.issuedThisYear!.confidence).toBe('suspect');
    expect(table.regulations!.repealedThisYear!.confidence).toBe('suspect');
    expect(table.regulations!.inForce).toMatchObject({ value: 14, confidence: 'read' });
  });

  it('hold a sign for nothing over three columns: it is said of each', async () => {
    const table = await read({ rules: [cell('无', { across: 3 }), null, null] });
    for (const { value } of Object.values(table.regulations!)) expect(value).toBeNull();
  });

  it('hold a figure over two rows: it is the number of neither', async () => {
    const table = await read({ penalties: cell('365', { down: 2 }), compulsion: null });
    expect(table.administrativePenalty!.decisions!.confidence).toBe('suspect');
    expect(table.administrativeCompulsion!.decisions!.confidence).toBe('suspect');
    expect(table.administrativeLicensing!.decisions).toMatchObject({ value: 4526, confidence: 'read' });
  });

  it('hold a figure that is not shown: the merged cell is not blank', async () => {
    if (uri === 'a.html') return;
    const table = await read({ penalties: cell('', { down: 2, under: '47' }), compulsion: null });
    expect(table.administrativePenalty!.decisions!.confidence).toBe('suspect');
  });

  it('hold the number of a list: they are not blank', async () => {
    const table = await read({ permits: cell('', { isListed: true }) });
    expect(table.administrativeLicensing!.decisions!.confidence).toBe('suspect');
    expect(table.administrativePenalty!.decisions).toMatchObject({ value: 318, confidence: 'read' });
  });
});
