import { describe, expect, it } from 'vitest';
import { characterVariants } from '../parsers/lookups/character-variants.js';
import { templates } from '../parsers/templates/index.js';
import { setFigure } from '../scripts/synthesise/alter/report.js';
import { makeDocument } from '../scripts/synthesise/document.js';
import { convert } from './index.js';
import type { Cell } from './model/report-record.js';
import type { ColumnSpec } from './model/template.js';
import { inlineTokens } from './tables/rows/inline-tokens.js';
import { drawDocument, drawTable } from './testing/draw-table.js';
import { readDrawing, showRow } from './testing/read-drawing.js';
import { makeFolder } from './words/label-text.js';
import { readValue } from './words/read-value.js';

const knowledge = { templates, characterVariants };
const isSure = (cell: Cell) => cell.value !== null && ['verified', 'read'].includes(cell.confidence);
const formOf = (template: string, table: string) =>
  templates.find((t) => t.id === template)!.tables.find((t) => t.id === table)!;

describe('bugs', () => {
  it('1. ragged: a heading that swaps two columns is not followed', () => {
    const drawing = `信息内容 | 本年废止件数 | 本年制发件数 | 现行有效件数
规章 | 1 | 2 | 3
行政规范性文件 | 4 | 5 | 6
行政许可 | 7`;
    const graded = readDrawing(drawTable(drawing, 'ragged'), knowledge, 2022);
    const { issuedThisYear } = graded.tables.proactive!.regulations!;
    expect(isSure(issuedThisYear!) && issuedThisYear!.value !== 2).toBe(false);
  });

  it('2. ragged table 四: sub-headings in another order are verified', () => {
    const columns = '结果纠正 | 结果维持 | 其他结果 | 尚未审结 | 总计';
    const drawing = `行政复议 | 行政诉讼
${columns} | 未经复议直接起诉 | 复议后起诉
${columns} | ${columns}
1 | 2 | 3 | 4 | 10 | 0 | 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2`;
    const graded = readDrawing(drawTable(drawing, 'ragged'), knowledge, 2022);
    const { corrected } = graded.tables.review!.reconsideration!;
    expect(isSure(corrected!) && corrected!.value !== 1).toBe(false);
  });

  it('2b. ragged table 四: litigation printed before reconsideration is verified as reconsideration', () => {
    const columns = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
    const drawing = `行政诉讼 | 行政复议
未经复议直接起诉 | 复议后起诉 | ${columns}
${columns} | ${columns}
1 | 2 | 3 | 4 | 10 | 0 | 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2`;
    const graded = readDrawing(drawTable(drawing, 'ragged'), knowledge, 2022);
    const { upheld } = graded.tables.review!.reconsideration!;
    expect(isSure(upheld!) && upheld!.value !== 2).toBe(false);
  });

  it('3. statistics without the litigation rows: reconsideration outcomes become litigation outcomes', () => {
    const rows = formOf('statistics-2014', 'statistics').groups[0]!.rows.filter(
      (row) => !row.id.startsWith('litigation'),
    );
    const drawing = [
      '统计指标 | 单位 | 统计数',
      ...rows.map((row, i) => `${row.labelPath.at(-1)} | ${row.unit} | ${100 + i}`),
    ].join('\n');
    const graded = readDrawing(drawTable(drawing), knowledge, 2015);
    expect(showRow(graded, 'statistics', 'litigationsCorrected').value).toBe('missing');
    expect(showRow(graded, 'statistics', 'reconsiderationsCorrected').value).toMatch(/^\d+/u);
  });

  const { columns, rows } = formOf('ogi-2021', 'applications').groups[0]!;
  const drawApplications = (requests: number, skip: string[] = []) =>
    [
      `项目 | ${columns.map((c) => c.label).join(' | ')}`,
      ...rows
        .filter((row) => !skip.includes(row.id))
        .map((row) => {
          const n = ['newlyReceived', 'granted', 'totalProcessed'].includes(row.id) ? requests : 0;
          return `${row.labelPath.at(-1)} | ${columns.map(({ id }) => (['naturalPerson', 'total'].includes(id) ? n : 0)).join(' | ')}`;
        }),
    ].join('\n');

  it("4. this year's table lacks its last rows, last year's stands below: last year's numbers are verified", () => {
    const graded = readDrawing(
      drawDocument(
        { table: drawApplications(5, ['totalProcessed', 'carriedForward']) },
        { table: drawApplications(9) },
      ),
      knowledge,
      2022,
    );
    const cell = graded.tables.applications!.totalProcessed!.naturalPerson!;
    expect(isSure(cell) && cell.value === 9).toBe(false);
  });

  const count: ColumnSpec = { id: 'count', label: '件数' };
  const fees: ColumnSpec = { id: 'fees', label: '收费金额', unit: 'CNY', printedIn: '万元' };
  it.each(['52件', '-5', '减4'])('5. %s is no amount of money without a doubt', (text) => {
    expect(readValue(text, fees, null).doubts).not.toEqual([]);
    expect(readValue('3', count, null).doubts).toEqual([]);
  });

  it('6. words in the first value column of a rectangle are blank, not unreadable', () => {
    const drawing =
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 1 | 2 | 3\n行政规范性文件 | 若干 | 5 | 6\n行政许可 | 7 | < | <';
    const graded = readDrawing(drawTable(drawing), knowledge, 2022);
    expect(graded.tables.proactive!.normativeDocuments!.issuedThisYear!.confidence).toBe('suspect');
  });

  it('7. pinyin in brackets with a space is not taken out the first time', () => {
    const fold = makeFolder(characterVariants);
    expect(fold('機(jī )構')).toBe('机构');
  });

  it('8. a number alone on its line is cut like glued digits', () => {
    expect(inlineTokens('13', { start: 0, end: 2 }, 0).map((t) => t.kind)).toEqual(['value']);
  });

  it('9. the heading contradicts itself (the same column twice): values are read without a doubt', () => {
    const drawing =
      '信息内容 | 本年制发件数 | 本年废止件数 | 本年废止件数\n规章 | 1 | 2 | 3\n行政规范性文件 | 4 | 5 | 6\n行政许可 | 7 | < | <';
    const graded = readDrawing(drawTable(drawing), knowledge, 2022);
    expect(isSure(graded.tables.proactive!.regulations!.inForce!)).toBe(false);
  });

  it.each([
    ['glued', 0, 5000, 'ogi-2021', 'few', 'petitionOrComplaint', 'naturalPerson', 11],
    ['spaces', 0.5, 5001, 'ogi-2019', 'some', 'deniedInternalAffairs', 'otherOrganization', 2],
    ['lines', 0.5, 5004, 'ogi-2021', 'some', 'feeOverdue', 'total', 11],
  ] as const)(
    '10. %s: a row that does not add up is cut by the columns alone, and read',
    async (carrier, blankShare, seed, form, scale, row, column, value) => {
      const { bytes, truth } = await makeDocument(
        {
          form,
          carrier,
          seed,
          scale,
          style: { zero: '0', blankShare, thousands: false, fullWidth: false },
          alterReport: (report) =>
            setFigure(report, 'applications', row, column, { text: String(value), value }),
        },
        'x',
      );
      const { records } = await convert({ uri: 'x', bytes });
      const silent = Object.entries(records[0]!.tables.applications![row]!).filter(
        ([name, cell]) =>
          ['verified', 'read'].includes(cell.confidence) &&
          cell.value !== truth.tables.applications![row]![name],
      );
      expect(silent.map(([name, cell]) => `${name} ${cell.value}`)).toEqual([]);
    },
  );

  it('11. numbers read from running text and lines say where they stand in the source', async () => {
    const { bytes } = await makeDocument({ form: 'ogi-2021', carrier: 'lines', seed: 1, scale: 'few' }, 'x');
    const { records } = await convert({ uri: 'x', bytes });
    const cell = records[0]!.tables.applications!.granted!.total!;
    expect(cell.at!.sourceStart).toEqual(expect.any(Number));
  });
});

describe('a parent of another row', () => {
  it('is not a row of the older form: the first of three rows under （六） left of a table that was cut short', () => {
    const spec = formOf('ogi-2021', 'applications');
    const columns = spec.groups[0]!.columns.map((c) => c.label).join(' | ');
    const rows = spec.groups[0]!.rows.slice(0, 21).map((row) => {
      const label =
        row.id === 'correctionOverdue' ? row.labelPath.slice(1).join(' | ') : row.labelPath.at(-1)!;
      return `${label} | 0 | 0 | 0 | 0 | 0 | 0 | 0`;
    });
    const graded = readDrawing(
      drawTable([`项目 | ${columns}`, ...rows].join('\n'), 'ragged'),
      knowledge,
      2022,
    );
    expect(graded.tableTemplates.applications).toBe('ogi-2021');
    expect(showRow(graded, 'applications', 'otherHandling').total).toBe('missing');
  });
});
