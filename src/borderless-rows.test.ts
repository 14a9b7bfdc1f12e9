import { describe, expect, it } from 'vitest';
import { characterVariants } from '../parsers/lookups/character-variants.js';
import { templates } from '../parsers/templates/index.js';
import type { Cell, TableCells } from './model/report-record.js';
import { drawDocument } from './testing/draw-table.js';
import { readDrawing } from './testing/read-drawing.js';

/** Text without borders, in which empty cells leave no trace: whose a figure is must not look surer than it is. */

const formOf = (table: string, id = 'ogi-2021') =>
  templates.find((t) => t.id === id)!.tables.find((t) => t.id === table)!.groups[0]!;

const { columns, rows } = formOf('applications');

const readLines = (text: string, year = 2022): Record<string, TableCells> => {
  const lines = text.split('\n').map((line) => ({ paragraph: line }));
  return readDrawing(drawDocument(...lines), { templates, characterVariants }, year).tables;
};

const isSure = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.value !== null && ['verified', 'read'].includes(cell.confidence);

const sureColumns = (row: Record<string, Cell> | undefined): string[] =>
  Object.entries(row ?? {}).flatMap(([column, cell]) => (isSure(cell) ? [column] : []));

const ZEROS = '0 0 0 0 0 0 0';

/** Table 三, a row a line; other rows than the given ones are zeros, an empty one is its label alone. */
const drawApplications = (figures: Record<string, string>): string =>
  [
    `项目 ${columns.map(({ label }) => label).join(' ')}`,
    ...rows.map(({ id, labelPath }) => `${labelPath.at(-1)} ${figures[id] ?? ZEROS}`),
  ].join('\n');

const aCellALine = (text: string): string => text.replaceAll(' ', '\n');

const without = (text: string, ...labels: string[]): string =>
  labels.reduce((left, label) => left.replace(label, ''), text);

describe('figures behind a row that lost their label', () => {
  const short = '0 0 0 0 0';

  it('may be its own where empty cells leave no trace', () => {
    const figures = { deniedProcessInformation: short, deniedEnforcementFile: short, granted: short };
    const whole = drawApplications({ ...figures, deniedAdministrativeQuery: short });
    const { applications } = readLines(
      aCellALine(without(whole, '7.属于行政执法案卷', '8.属于行政查询事项')),
    );
    expect(sureColumns(applications!.deniedProcessInformation)).toEqual([]);
    expect(sureColumns(applications!.notHeld)).toHaveLength(7);
  });

  it('are not where every row prints all its cells', () => {
    const { applications } = readLines(aCellALine(without(drawApplications({}), '7.属于行政执法案卷')));
    expect(sureColumns(applications!.deniedProcessInformation)).toHaveLength(7);
    expect(sureColumns(applications!.deniedAdministrativeQuery)).toHaveLength(7);
  });
});

describe('a row whose follower is not printed', () => {
  const figures = { newlyReceived: '2 2', totalProcessed: '2 2', feeOverdue: '', otherHandling: '2 2' };

  it('may hold its figures where empty cells leave no trace', () => {
    const { applications } = readLines(aCellALine(without(drawApplications(figures), '3.其他')));
    expect(sureColumns(applications!.feeOverdue)).toEqual([]);
  });

  it('is sure where every row prints all its cells', () => {
    const gone = drawApplications({}).replace(/3\.其他[^\n]*\n/u, '');
    expect(sureColumns(readLines(gone).applications!.feeOverdue)).toHaveLength(7);
  });
});

describe('a row printed twice', () => {
  const proactive = (twice: string): string =>
    `信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 7 0 4\n信息内容 本年处理决定数量\n${twice}`;

  it('is compared though its heading stands in one piece with its label', () => {
    const text = proactive('行政许可 146').replaceAll('\n', ' ');
    const { proactive: read } = readLines(`如下：${text} 行政许可 149。`);
    expect(sureColumns(read!.administrativeLicensing)).toEqual([]);
    expect(sureColumns(readLines(`如下：${text}。`).proactive!.administrativeLicensing)).toEqual([
      'decisions',
    ]);
  });

  it('is compared though a unit stands behind its label', () => {
    const indicators = formOf('statistics', 'statistics-2014').rows;
    const lines = indicators.map(({ labelPath, unit }, i) => `${labelPath.at(-1)} ${unit} ${11 + i}`);
    const twice = lines.flatMap((line, i) => (i === 3 ? [line, line.replace(/\d+$/u, '99')] : [line]));
    const { statistics } = readLines(['统计指标 单位 统计数', ...twice].join('\n'), 2016);
    expect(sureColumns(statistics![indicators[3]!.id])).toEqual([]);
    expect(sureColumns(statistics![indicators[4]!.id])).toEqual(['value']);
  });

  it('is in doubt where one of the copies is empty', () => {
    const text = proactive('行政许可 3\n行政许可\n行政处罚 4').replaceAll(' ', '');
    const { proactive: read } = readLines(text);
    expect(sureColumns(read!.administrativeLicensing)).toEqual([]);
    expect(sureColumns(readLines(proactive('行政许可 3')).proactive!.administrativeLicensing)).toHaveLength(
      1,
    );
  });
});

describe('a label that ends in another one', () => {
  it('is not the shorter one, however much text stands before it', () => {
    const indicators = formOf('statistics', 'statistics-2014').rows;
    const empty = new Set(['repliesGranted', 'repliesPartiallyGranted']);
    const pieces = indicators.map(
      ({ id, labelPath, unit }) => `${labelPath.at(-1)} ${unit}${empty.has(id) ? '' : ' 0'}`,
    );
    const { statistics } = readLines(`统计指标 单位 统计数 ${pieces.join(' ')}。`, 2016);
    expect(sureColumns(statistics!.repliesGranted)).toEqual([]);
    expect(isSure(statistics!.repliesAlreadyDisclosed!.value)).toBe(true);
  });
});

describe('indicators of a form that is not the national one', () => {
  const drawing = `指标 单位 统计数\n主动公开政府信息数 条 40\n1.政府公报公开政府信息数 条 24\n2.政府网站公开政府信息数 条 9\n3.政务微博公开政府信息数 条 7`;

  it('are sure where each has its name', () => {
    expect(isSure(readLines(drawing, 2016).statistics!.disclosedByWebsite!.value)).toBe(true);
  });

  it('may stand beside their neighbours’ names where one has none', () => {
    const { statistics } = readLines(drawing.replace('主动公开政府信息数 条', '条'), 2016);
    expect(isSure(statistics!.disclosedByWebsite!.value)).toBe(false);
  });
});

describe('a row of one form beside a row of another', () => {
  const first = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';

  it('may be the parent of the rows below it', () => {
    const gone = drawApplications({ correctionOverdue: '1 0 0 0 0 0 1' })
      .replace(first, '（六）其他处理')
      .replace(/2\.申请人逾期[^\n]*\n/u, '');
    const { applications } = readLines(gone);
    expect(sureColumns(applications!.otherHandling)).toEqual([]);
    expect(sureColumns(applications!.granted)).toHaveLength(7);
  });
});

describe('a sum that no reading keeps', () => {
  it('leaves none of its numbers sure, though rows that it touches have no reading left', () => {
    // 22 0 0 0 1 0 23 moved one cell to the left: 0 0 0 1 0 23, which also reads 0 0 0 1 0 2 3.
    const figures: Record<string, string> = {
      newlyReceived: '340001035',
      granted: '120000012',
      confirmationRequest: '0001023',
      totalProcessed: '340001035',
    };
    const drawing = drawApplications(figures).replaceAll(' ', '');
    const { applications } = readLines(drawing);
    expect(sureColumns(applications!.confirmationRequest)).toEqual([
      'commercialEnterprise',
      'researchInstitution',
    ]);
    const right = drawing.replace('0001023', '220001023');
    expect(isSure(readLines(right).applications!.granted!.naturalPerson)).toBe(true);
  });
});

describe('table 四 with one figure too few', () => {
  const names = '结果维持 结果纠正 其他结果 尚未审结 总计';
  const heading = `行政复议 行政诉讼\n${names} 未经复议直接起诉 复议后起诉\n${names} ${names}`;

  it('may have lost a total', () => {
    const { review } = readLines(`${heading}\n0 0 1 1 0 0 0 0 0 0 0 0 0 0`);
    expect(isSure(review!.reconsideration!.total)).toBe(false);
    expect(sureColumns(review!.litigationDirect)).toHaveLength(5);
  });
});

describe('labels under the heading of other rows', () => {
  const headings = [
    '本年制发件数 本年废止件数 现行有效件数',
    '本年处理决定数量',
    '本年处理决定数量',
    '本年收费金额',
  ];
  const table = (labels: string[][], figures: string[][]): string =>
    headings
      .map(
        (heading, g) =>
          `信息内容 ${heading}\n${labels[g]!.map((label, i) => `${label} ${figures[g]![i]}`).join('\n')}`,
      )
      .join('\n');
  const figures = [['', '3 4 11'], [''], ['11', '12'], ['573.02']];

  it('stand a row too low, though a row that has none left no trace', () => {
    const right = [['规章', '行政规范性文件'], ['行政许可'], ['行政处罚', '行政强制'], ['行政事业性收费']];
    const low = [['', '规章'], ['行政规范性文件'], ['行政许可', '行政处罚'], ['行政强制']];
    const { proactive } = readLines(aCellALine(table(right, figures)));
    expect(sureColumns(proactive!.normativeDocuments)).toHaveLength(3);
    const { proactive: shifted } = readLines(aCellALine(table(low, figures)));
    expect(Object.values(shifted!).flatMap(sureColumns)).toEqual([]);
  });
});
