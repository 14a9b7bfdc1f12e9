import { describe, expect, it } from 'vitest';
import { characterVariants } from '../parsers/lookups/character-variants.js';
import { templates } from '../parsers/templates/index.js';
import type { Grid } from './model/parsed-document.js';
import type { Cell } from './model/report-record.js';
import { drawDocument, drawTable } from './testing/draw-table.js';
import { readDrawing } from './testing/read-drawing.js';

/** Rows that lost, doubled or moved something in their source: a cell that is not what was printed may not look sure. */

const applications = templates.find((t) => t.id === 'ogi-2021')!.tables.find((t) => t.id === 'applications')!
  .groups[0]!;

const read = (drawing: string, layout: Grid['layout'] = 'ragged') =>
  readDrawing(drawTable(drawing, layout), { templates, characterVariants }, 2022).tables;

/** The same table as lines of a text without borders. */
const readLines = (drawing: string) => {
  const lines = drawing.split('\n').map((line) => ({ paragraph: line.replaceAll('|', ' ') }));
  return readDrawing(drawDocument(...lines), { templates, characterVariants }, 2022).tables;
};

const isSure = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.value !== null && ['verified', 'read'].includes(cell.confidence);

/** The columns of a row whose number looks sure. */
const sureColumns = (row: Record<string, Cell> | undefined): string[] =>
  Object.entries(row ?? {}).flatMap(([column, cell]) => (isSure(cell) ? [column] : []));

/** Table 三 with other figures in some rows, and zeros elsewhere. */
const drawApplications = (rows: Record<string, string>, columns = applications.columns): string =>
  [
    `项目 | ${columns.map(({ label }) => label).join(' | ')}`,
    ...applications.rows.map(
      ({ id, labelPath }) => `${labelPath.at(-1)} | ${rows[id] ?? columns.map(() => '0').join(' | ')}`,
    ),
  ].join('\n');

describe('columns', () => {
  it('a heading that leaves one out does not say whose the blank of a short row is', () => {
    const columns = applications.columns.filter(({ id }) => id !== 'researchInstitution');
    const drawing = drawApplications({ granted: ' | 30 | 0 | 0 | 0 | 0 | 30' }, columns);
    expect(sureColumns(read(drawing).applications!.granted)).toEqual([]);
  });
});

describe('a heading that leaves a column out', () => {
  it('speaks for the rows behind one whose cells are all empty and that has two labels', () => {
    const columns = applications.columns.filter(({ id }) => id !== 'researchInstitution');
    const blanks = columns.map(() => '').join(' | ');
    const rowOf = (id: string, label: string): string =>
      id === 'totalProcessed'
        ? `${label} | | 1 | | | | | 1`
        : `${id === 'correctionOverdue' ? '（六）其他处理' : ''} | ${label} | ${blanks}`;
    const rows = applications.rows.map(({ id, labelPath }) => rowOf(id, labelPath.at(-1)!));
    const drawing = [`| | ${columns.map(({ label }) => label).join(' | ')}`, ...rows].join('\n');
    expect(sureColumns(read(drawing, 'rectangle').applications!.totalProcessed)).toEqual([]);
  });
});

describe('a cell that is printed twice', () => {
  it('pushes a blank out of table 四: the blank is no border', () => {
    const columns = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
    const drawing = `行政复议 | 行政诉讼
${columns} | 未经复议直接起诉 | 复议后起诉
${columns} | ${columns}
 | 0 | | 0 | 0 | | 0 | 0 | | 0 | 0 | 0 | 0 | 1 | | 1`;
    const { review } = read(drawing);
    expect(isSure(review!.reconsideration!.upheld)).toBe(false);
    expect(isSure(review!.litigationDirect!.upheld)).toBe(false);
  });

  it.each(['ragged', 'rectangle'] as const)('%s: does not fill a blank behind it', (layout) => {
    const drawing = drawApplications({ granted: '0 | 0 | 0 | 0 | 0 | 0 | | 0' });
    expect(isSure(read(drawing, layout).applications!.granted!.otherOrganization)).toBe(false);
  });
});

describe('table 四 that lost a cell', () => {
  const columns = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  const heading = `行政复议 | 行政诉讼\n${columns} | 未经复议直接起诉 | 复议后起诉\n${columns} | ${columns}`;

  it.each(['ragged', 'rectangle'] as const)('%s: may have lost a figure and no empty one', (layout) => {
    // 1 + 0 + 0 + 1 = 2, and the 2 is gone: 1, 0, 0, an empty cell and 1 would add up as well.
    const { review } = read(`${heading}\n1 | 0 | 0 | 1${' | 0'.repeat(10)}`, layout);
    expect(sureColumns(review!.reconsideration)).toEqual([]);
    expect(sureColumns(review!.litigationDirect)).toHaveLength(5);
  });

  it('may have lost none: two of its cells may have become one', () => {
    const { review } = read(`${heading}\n${'0 | '.repeat(10)}345 | 0 | 355300 | 1000`);
    expect(sureColumns(review!.litigationAfterReconsideration)).toEqual([]);
  });

  it('may have lost the last one', () => {
    const { review } = read(`${heading}\n${'0 | '.repeat(11)}1 | 0 | 1`);
    expect(sureColumns(review!.litigationAfterReconsideration)).toEqual([]);
  });
});

describe('table 四 with a cell a line', () => {
  const columns = '结果维持\n结果纠正\n其他结果\n尚未审结\n总计';
  const heading = `行政复议\n行政诉讼\n${columns}\n未经复议直接起诉\n复议后起诉\n${columns}\n${columns}`;
  const drawn = (broken: string) => `${heading}\n0\n0\n0\n0\n0\n2\n2\n0\n${broken}\n4\n0\n0\n0\n0\n0`;

  it('holds a letter that stands for a figure', () => {
    const { review } = read(drawn('O'));
    expect(isSure(review!.litigationDirect!.pending)).toBe(false);
    expect(review!.litigationDirect!.total).toMatchObject({ value: 4 });
  });

  it('is in doubt where words cut it in two', () => {
    const { review } = read(drawn('略'));
    expect(Object.values(review!).flatMap(sureColumns)).toEqual([]);
  });
});

describe('a row longer than its grid', () => {
  it('is not read by the heading, though rows without figures are as long', () => {
    const drawing = `信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 1 | 2 | 3
行政规范性文件 | 0 | 0 | 0 |
第二十条第（五）项 | < | < | < |
信息内容 | 本年处理决定数量 | < | <
行政许可 | 7 | < | <`;
    const row = read(drawing, 'rectangle').proactive!.normativeDocuments;
    expect(isSure(row!.inForce)).toBe(false);
  });
});

describe('a row that is printed twice', () => {
  it('is doubtful where the copies differ, however short its label', () => {
    const drawing = `信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 1 | 0 | 7
规章 | 1 | 3 | 7
行政规范性文件 | 4 | 5 | 6`;
    expect(sureColumns(read(drawing, 'rectangle').proactive!.regulations)).not.toContain('repealedThisYear');
  });

  it('is doubtful where one of the copies is empty', () => {
    const drawing = `信息内容 | 本年处理决定数量
行政许可 | 7
行政处罚 |
行政处罚 | 3
行政强制 | 0`;
    expect(sureColumns(read(drawing, 'rectangle').proactive!.administrativePenalty)).toEqual([]);
  });

  it('is doubtful where its label stands twice in borderless text', () => {
    const drawing = drawApplications({}).replace('2.重复申请 |', '2.重复申请\n2.重复申请 |');
    expect(sureColumns(readLines(drawing).applications!.repeatRequest)).toEqual([]);
  });
});

describe('text without borders', () => {
  const others = Array(6).fill('0').join(' | ');

  it('has two rows in one where a row has more values than columns', () => {
    const drawing = drawApplications({ granted: `0 | ${others} | 0` });
    expect(sureColumns(readLines(drawing).applications!.granted)).toEqual([]);
  });

  it('names its columns in another order in one line of the heading', () => {
    const [first, , , ...rest] = applications.columns;
    const columns = [first!, applications.columns[2]!, applications.columns[1]!, ...rest];
    const drawing = drawApplications({ granted: '0 | 3 | 0 | 0 | 0 | 0 | 3' }, columns);
    expect(isSure(readLines(drawing).applications!.granted!.commercialEnterprise)).toBe(false);
  });

  it('does not take 总计 in the heading of table 四 for the row of the outcomes', () => {
    const drawing = drawApplications({}).split('\n').slice(0, 16);
    const columns = '结果维持\n结果纠正\n其他结果\n尚未审结\n总计';
    const review = ['行政复议\n行政诉讼', columns, '未经复议直接起诉\n复议后起诉', columns, columns];
    const { applications: fitted } = readLines([...drawing, ...review, '0 0 0 0 0 0 0'].join('\n'));
    expect(sureColumns(fitted!.totalProcessed)).toEqual([]);
  });

  it('reads digits of full width', () => {
    const drawing = drawApplications({ granted: '３ | 0 | 0 | １２ | 0 | 0 | １５' });
    const { granted } = readLines(drawing).applications!;
    expect(Object.values(granted!).map(({ value }) => value)).toEqual([3, 0, 0, 12, 0, 0, 15]);
  });
});

describe('labels a row too low', () => {
  it('are no evidence where the row that lost its own begins with the empty cell of its label', () => {
    const drawing = `信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
 | 4 | 3 | 2
规章 | 12 | 11 | 5
信息内容 | 本年处理决定数量
行政规范性文件 | 3
行政许可 | 8`;
    const { proactive } = read(drawing);
    expect(Object.values(proactive!).flatMap(sureColumns)).toEqual([]);
  });

  it('are no evidence where the empty row that lost its own was taken for the heading, and one stands under the next', () => {
    const drawing = `信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | | |
规章 | | |
信息内容 | 本年处理决定数量
行政规范性文件 | 4
信息内容 | 本年处理决定数量
行政许可 | 2
行政处罚 |
信息内容 | 本年收费金额
行政强制 | 446`;
    const { proactive } = read(drawing);
    expect(Object.values(proactive!).flatMap(sureColumns)).toEqual([]);
  });

  it('are no evidence where the row that lost its own shows a unit in its place, in one line of text', () => {
    const { rows } = templates
      .find((t) => t.id === 'statistics-2014')!
      .tables.find((t) => t.id === 'statistics')!.groups[0]!;
    const labels = rows.slice(0, 24).map(({ labelPath }) => labelPath.at(-1));
    const indicators = labels.slice(0, -1).map((label, i) => `${label} 条 ${11 + i}`);
    const line = `统计指标 单位 统计数 一、主动公开情况 —— ———— 条 1865 ${indicators.join(' ')} 七、其他。`;
    const { statistics } = readDrawing(
      drawDocument({ paragraph: line }),
      { templates, characterVariants },
      2016,
    ).tables;
    expect(Object.values(statistics!).flatMap(sureColumns)).toEqual([]);
  });
});

/** Table 三 in lines without white space or borders. */
const readGlued = (figures: Record<string, string>) => {
  const lines = drawApplications(figures)
    .split('\n')
    .map((line) => ({ paragraph: line.replace(/[\s|]/gu, '') }));
  return readDrawing(drawDocument(...lines), { templates, characterVariants }, 2022).tables.applications;
};

describe('glued digits', () => {
  it('are not cut with empty cells in a table that shows none, however well the sums of all rows hold', () => {
    // The figures of the last two columns changed places: 2|0|0|0|0|2|0 adds up only as 20|…|20.
    const figures = {
      newlyReceived: '5000050',
      granted: '2000020',
      notHeld: '3000030',
      totalProcessed: '5000050',
    };
    const fitted = readGlued(figures);
    for (const row of Object.keys(figures)) {
      const sure = sureColumns(fitted![row]);
      expect(sure).not.toContain('otherOrganization');
      expect(sure).not.toContain('total');
    }
    expect(sureColumns(fitted!.repeatRequest)).toHaveLength(7);
  });

  it('stand as they are where there is one figure a cell, and one of them is wrong', () => {
    const figures = { newlyReceived: '5000005', granted: '3000005', totalProcessed: '5000005' };
    const fitted = readGlued(figures);
    expect(fitted!.granted!.naturalPerson).toMatchObject({
      value: 3,
      confidence: 'suspect',
      suggested: { value: 5 },
    });
    expect(sureColumns(fitted!.granted)).toHaveLength(6);
  });
});

describe('a form', () => {
  it('none of whose columns is named does not take the glued figures of one whose heading stands there', () => {
    const text = `信息内容上一年项目数量本年增/减处理决定数量 行政许可2-13 其他对外管理服务事项——— 行政处罚——— 行政强制927
信息内容上一年项目数量本年增/减 行政事业性收费22 信息内容采购项目数量采购总金额（万元） 政府集中采购——`;
    const { proactive } = readDrawing(
      drawDocument({ paragraph: text }),
      { templates, characterVariants },
      2020,
    ).tables;
    expect(Object.keys(proactive!.administrativeCompulsion!)).toHaveLength(3);
    expect(sureColumns(proactive!.administrativeCompulsion)).toEqual([]);
  });
});

describe('a row that lost a cell', () => {
  const others = '15 | 0 | 0 | 0 | 0 | 0 | 15';
  const drawn = (granted: string) =>
    drawApplications({ newlyReceived: others, granted, totalProcessed: others })
      .split('\n')
      .map((line, i) => (i === 0 ? `${line} |` : line.replace(' | ', ' | | ').replace('| | |', '| |')))
      .join('\n');

  it('may have lost the empty one between its label and its figures', () => {
    const whole = read(drawn(others)).applications!.granted;
    expect(sureColumns(whole)).toHaveLength(7);
    const { granted } = read(drawn(' 15 | 0 | 0 | 0 | 0 | 15')).applications!;
    expect(isSure(granted!.commercialEnterprise)).toBe(false);
    expect(isSure(granted!.total)).toBe(true);
  });

  it('stays in doubt where its last figure stands in a row of its own', () => {
    const drawing = drawApplications({ granted: '2 | 0 | 0 | 2 | 2 | 19 | 0\n23' });
    expect(sureColumns(readLines(drawing).applications!.granted)).toEqual([]);
  });
});

describe('a row whose zeros could stand in several cells', () => {
  it('counts nothing in the sums of its columns, so that these speak against a wrong figure elsewhere', () => {
    const drawing = drawApplications({
      granted: '0 | 0 | 0 | 0 | 0 | 0',
      repeatRequest: '0 | 0 | | 0 | 6 | 0 |',
    });
    const { granted, repeatRequest } = read(drawing).applications!;
    expect(isSure(granted!.legalServiceOrganization)).toBe(false);
    expect(isSure(repeatRequest!.legalServiceOrganization)).toBe(false);
  });
});

describe('a row of empty cells and figures for two', () => {
  it('is two rows, though it has as many figures as one', () => {
    const drawing = drawApplications({ granted: '0 | 0 |  |  |  | 0 | 0 |  |  |  | 0 |  |  | 0 | 0' });
    expect(sureColumns(read(drawing.replace(/\n[^\n]*部分公开[^\n]*/u, '')).applications!.granted)).toEqual(
      [],
    );
  });
});

describe('two labels in one', () => {
  it('are two rows, though a unit stands behind them', () => {
    const { rows } = templates
      .find((t) => t.id === 'statistics-2014')!
      .tables.find((t) => t.id === 'statistics')!.groups[0]!;
    const lines = rows.slice(0, 24).map(({ labelPath }, i) => `${labelPath.at(-1)} | 条 | ${11 + i}`);
    const drawing = ['统计指标 | 单位 | 统计数', ...lines].join('\n').replace(' | 条 | 14\n', ' ');
    const { statistics } = read(drawing);
    expect(sureColumns(statistics![rows[3]!.id])).toEqual([]);
    expect(sureColumns(statistics![rows[4]!.id])).toEqual([]);
    expect(sureColumns(statistics![rows[5]!.id])).toEqual(['value']);
  });

  it('are two rows, though one of them is short', () => {
    const drawing = drawApplications({}).replace(
      /(（七）总计) [^\n]*\n(四、[^|]*)[^\n]*/u,
      '$1$2 | 2 | 0 | 0 | 0 | 0 | 0 | 2',
    );
    expect(sureColumns(read(drawing).applications!.carriedForward)).toEqual([]);
  });
});

describe('a parent in the cell of its row', () => {
  it('leaves the row its label', () => {
    const { rows } = templates
      .find((t) => t.id === 'statistics-2014')!
      .tables.find((t) => t.id === 'statistics')!.groups[0]!;
    const lines = rows.map(({ id, labelPath }, i) => {
      const parent = id === 'requestsReceived' ? '三、依申请公开情况 ' : '';
      return `${parent}${labelPath.at(-1)} | 件 | ${11 + i}`;
    });
    const { statistics } = read(['统计指标 | 单位 | 统计数', ...lines].join('\n'));
    expect(statistics!.requestsReceived!.value!.value).toBe(
      11 + rows.findIndex(({ id }) => id === 'requestsReceived'),
    );
  });
});

describe('a cell printed twice in a row with empty cells before it', () => {
  it('does not push out the blank among the figures', () => {
    const figures = '5 | 0 | 15 |  | 0 | 2 | 22';
    const drawing = drawApplications({ newlyReceived: ` | | ${figures} | 22`, totalProcessed: figures });
    const { newlyReceived } = read(drawing).applications!;
    expect(isSure(newlyReceived!.publicInterestOrganization)).toBe(false);
    expect(
      isSure(newlyReceived!.legalServiceOrganization) && newlyReceived!.legalServiceOrganization!.value !== 0,
    ).toBe(false);
  });
});

describe('a figure broken over two rows', () => {
  it('is in doubt, though its row has its cells', () => {
    const drawing = `信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 0
行政规范性文件 | 0 | 0 | 0
信息内容 | 本年收费金额（单位：万元）
行政事业性收费 | 4
77 | |`;
    expect(sureColumns(read(drawing).proactive!.administrativeFees)).toEqual([]);
  });
});

describe('a heading in one line', () => {
  it('speaks for all rows below it', () => {
    const drawing = `信息内容 | 上一年项目数量 | 处理决定数量 | 本年增/减
行政许可 | 10 | 0 | 2
其他对外管理服务事项 | 3 | 3 | -9`;
    const heading =
      '信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量\n规章 | 0 | 0 | 0\n规范性文件 | 4 | 6 | 1';
    const { proactive } = readLines(`${heading}\n${drawing}`);
    expect(isSure(proactive!.otherManagementServices!.changeThisYear)).toBe(false);
    expect(isSure(proactive!.normativeDocuments!.madeThisYear)).toBe(true);
  });
});

describe('a row that is gone', () => {
  it('leaves the others sure, though the next table has figures for as many columns', () => {
    const whole = drawApplications({});
    const gone = whole.replace(/[^\n]*重复申请[^\n]*\n/u, '');
    const review = `行政复议 行政诉讼\n${'结果维持 结果纠正 其他结果 尚未审结 总计 '.repeat(3)}\n${'0\n'.repeat(15)}`;
    const { applications: fitted } = readLines(`${gone}\n${review.trim()}`);
    expect(gone).not.toBe(whole);
    expect(sureColumns(fitted!.granted)).toHaveLength(7);
    expect(sureColumns(fitted!.repeatRequest)).toEqual([]);
  });
});
