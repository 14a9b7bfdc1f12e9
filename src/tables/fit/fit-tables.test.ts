import { describe, expect, it } from 'vitest';
import { characterVariants } from '../../../parsers/lookups/character-variants.js';
import { templates } from '../../../parsers/templates/index.js';
import { drawDocument, drawTable } from '../../testing/draw-table.js';
import { readDrawing, showRow } from '../../testing/read-drawing.js';

const knowledge = { templates, characterVariants };
const read = (drawing: string, layout?: 'rectangle' | 'ragged') =>
  readDrawing(drawTable(drawing, layout), knowledge, 2022);
const codes = (graded: ReturnType<typeof read>) => graded.issues.map((issue) => issue.code);

const PROACTIVE = `
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 1 | 2 | 3
行政规范性文件 | 4 | 5 | 6
信息内容 | 本年处理决定数量 | < | <
行政许可 | 7 | < | <
行政处罚 | 8 | < | <
行政强制 | 9 | < | <
信息内容 | 本年收费金额（单位：万元） | < | <
行政事业性收费 | 10 | < | <`;

describe('table 二', () => {
  it('is read row by row', () => {
    const graded = read(PROACTIVE);
    expect(graded.tableTemplates).toEqual({ proactive: 'ogi-2021' });
    expect(showRow(graded, 'proactive', 'normativeDocuments')).toEqual({
      issuedThisYear: '4 read',
      repealedThisYear: '5 read',
      inForce: '6 read',
    });
    expect(showRow(graded, 'proactive', 'administrativeFees')).toEqual({ feesCollected: '100000 read' });
  });

  it('follows a heading that names the columns in another order, in doubt of it', () => {
    const graded = read(PROACTIVE.replace('本年制发件数 | 本年废止件数', '本年废止件数 | 本年制发件数'));
    expect(showRow(graded, 'proactive', 'regulations')).toEqual({
      issuedThisYear: '2?',
      repealedThisYear: '1?',
      inForce: '3 read',
    });
  });

  it('knows misprinted labels, and says so', () => {
    const graded = read(
      PROACTIVE.replace('规章 |', '规 章 |').replace('行政规范性文件', '行政规范性文件（含修订）'),
    );
    expect(showRow(graded, 'proactive', 'regulations').inForce).toBe('3 read');
    expect(showRow(graded, 'proactive', 'normativeDocuments').inForce).toBe('6 read');
  });

  it('keeps a row that the form does not have', () => {
    const graded = read(
      PROACTIVE.replace('行政强制 | 9 | < | <', '行政强制 | 9 | < | <\n行政检查 | 11 | < | <'),
    );
    expect(graded.extras.map((extra) => extra.label)).toEqual(['行政检查']);
    expect(Object.values(graded.extras[0]!.cells).map((cell) => cell.value)).toEqual([11]);
    expect(showRow(graded, 'proactive', 'administrativeCompulsion')).toEqual({ decisions: '9 read' });
  });

  it('misses a row that is not there, and leaves an empty one blank', () => {
    const without = read(PROACTIVE.replace('行政处罚 | 8 | < | <\n', ''));
    expect(showRow(without, 'proactive', 'administrativePenalty')).toEqual({ decisions: 'missing' });
    const empty = read(PROACTIVE.replace('行政处罚 | 8 |', '行政处罚 | |'));
    expect(showRow(empty, 'proactive', 'administrativePenalty')).toEqual({ decisions: 'blank' });
    expect(showRow(empty, 'proactive', 'administrativeCompulsion')).toEqual({ decisions: '9 read' });
  });

  it('leaves no row blank whose label goes on below its figures', () => {
    const broken = read(PROACTIVE.replace('行政处罚 | 8 | < | <', '行 | 8 | < | <\n政处 | | |\n罚 | | |'));
    expect(showRow(broken, 'proactive', 'administrativePenalty').decisions).not.toBe('blank');
  });

  it.each([
    ['规章 | 1 | 2 | 3', '规章 | \ufffd 0 | 2 | 3', 'regulations'],
    ['规章 | 1 | 2 | 3', '规章 | 数据 | 2 | 3', 'regulations'],
    ['行政处罚 | 8 |', '行政处罚 | 数据 |', 'administrativePenalty'],
    ['行政处罚 | 8 |', '行政处罚 | . 8. |', 'administrativePenalty'],
  ])('never calls a row blank in which something is printed: %s -> %s', (printed, dirty, row) => {
    expect(PROACTIVE).toContain(printed);
    const shown = showRow(read(PROACTIVE.replace(printed, dirty)), 'proactive', row);
    expect(Object.values(shown)).not.toContain('blank');
  });

  it('does not read words as numbers', () => {
    const graded = read(PROACTIVE.replace('| 5 |', '| 若干 |'));
    expect(showRow(graded, 'proactive', 'normativeDocuments')).toEqual({
      issuedThisYear: '4 read',
      repealedThisYear: '?',
      inForce: '6 read',
    });
  });

  it('doubts values that more columns claim than there are', () => {
    const graded = read(PROACTIVE.replace('规章 | 1 | 2 | 3', '规章 | 1 | 2 | 3 | 4'));
    const shown = Object.values(showRow(graded, 'proactive', 'regulations'));
    expect(shown.filter((cell) => cell.endsWith('read') && !['1 read', '3 read'].includes(cell))).toEqual([]);
  });
});

const APPLICATIONS = templates
  .find(({ id }) => id === 'ogi-2021')!
  .tables.find(({ id }) => id === 'applications');
const columns = APPLICATIONS!.groups[0]!.columns;
const rows = APPLICATIONS!.groups[0]!.rows;

/** Table 三 of a body that got so many requests of natural persons and granted them all. */
function drawApplications(requests: number, skip: string[] = []): string {
  const filled = ['newlyReceived', 'granted', 'totalProcessed'];
  const lines = rows
    .filter((row) => !skip.includes(row.id))
    .map((row) => {
      const number = filled.includes(row.id) ? requests : 0;
      const cells = columns.map(({ id }) => (id === 'naturalPerson' || id === 'total' ? number : 0));
      return `${row.labelPath.at(-1)} | ${cells.join(' | ')}`;
    });
  return [`项目 | ${columns.map((column) => column.label).join(' | ')}`, ...lines].join('\n');
}

describe.each(['rectangle', 'ragged'] as const)('table 三 (%s)', (layout) => {
  it('is verified where its sums hold', () => {
    const graded = read(drawApplications(5), layout);
    const confidences = Object.values(graded.tables.applications!).flatMap((row) =>
      Object.values(row).map((c) => c.confidence),
    );
    expect(confidences).toHaveLength(175);
    expect(new Set(confidences)).toEqual(new Set(['verified']));
    expect(
      graded.checks.filter((check) => check.status !== 'pass' && check.id.startsWith('applications/')),
    ).toEqual([]);
  });

  it('locates one wrong number, says what was meant, and keeps what is printed', () => {
    const graded = read(drawApplications(5).replace('予以公开 | 5', '予以公开 | 8'), layout);
    const cell = graded.tables.applications!.granted!.naturalPerson!;
    expect(cell).toMatchObject({ value: 8, raw: '8', confidence: 'suspect', suggested: { value: 5 } });
    expect(cell.flags).toContain('identity-failed');
    expect(cell.suggested!.because.split(', ').sort()).toEqual([
      'applications/outcomes-total/naturalPerson',
      'applications/row-total/granted',
    ]);
    const others = Object.values(graded.tables.applications!).flatMap((row) => Object.values(row));
    expect(others.filter((other) => other.confidence === 'suspect')).toHaveLength(1);
    expect(codes(graded)).toContain('identity-failed');
  });

  it('takes the other form by its single row of other handling', () => {
    const drawing = drawApplications(5, ['correctionOverdue', 'feeOverdue']).replace(
      '3.其他',
      '（六）其他处理',
    );
    expect(read(drawing, layout).tableTemplates.applications).toBe('ogi-2019');
    expect(read(drawApplications(5), layout).tableTemplates.applications).toBe('ogi-2021');
  });

  it('does not fill a row that is not printed', () => {
    const graded = read(drawApplications(5, ['deniedStateSecret']), layout);
    expect(new Set(Object.values(showRow(graded, 'applications', 'deniedStateSecret')))).toEqual(
      new Set(['missing']),
    );
    expect(showRow(graded, 'applications', 'granted').total).toBe('5 verified');
  });

  it('doubts the numbers on which two copies differ', () => {
    const graded = readDrawing(
      drawDocument({ table: drawApplications(5), layout }, { table: drawApplications(9), layout }),
      knowledge,
      2022,
    );
    expect(codes(graded)).toContain('copies-differ');
    for (const row of ['newlyReceived', 'granted', 'totalProcessed']) {
      expect(showRow(graded, 'applications', row).naturalPerson).toMatch(/\?$/u);
      expect(showRow(graded, 'applications', row).total).toMatch(/\?$/u);
    }
    expect(showRow(graded, 'applications', 'notHeld').total).toBe('0 verified');
  });

  it('takes two copies that agree for one table', () => {
    const graded = readDrawing(
      drawDocument({ table: drawApplications(5), layout }, { table: drawApplications(5), layout }),
      knowledge,
      2022,
    );
    expect(codes(graded)).toContain('table-repeated');
    expect(showRow(graded, 'applications', 'granted').total).toBe('5 verified');
  });

  it('is not sure of columns that no heading names', () => {
    const graded = read(drawApplications(5).split('\n').slice(1).join('\n'), layout);
    expect(showRow(graded, 'applications', 'granted').total).not.toMatch(/verified/u);
  });
});

const REVIEW = `
行政复议 | < | < | < | < | 行政诉讼 | < | < | < | < | < | < | < | < | <
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | < | < | < | < | 复议后起诉 | < | < | < | <
^ | ^ | ^ | ^ | ^ | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
1 | 2 | 3 | 4 | 10 | 0 | 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2`;

describe('table 四', () => {
  it('is read from its one line', () => {
    const graded = read(REVIEW);
    expect(Object.values(showRow(graded, 'review', 'reconsideration'))).toEqual(
      ['1', '2', '3', '4', '10'].map((n) => `${n} verified`),
    );
    expect(showRow(graded, 'review', 'litigationDirect').corrected).toBe('1 verified');
    expect(showRow(graded, 'review', 'litigationAfterReconsideration').upheld).toBe('2 verified');
  });

  it('suspects all of a sum that does not hold, and corrects nothing', () => {
    const graded = read(REVIEW.replace('| 10 |', '| 12 |'));
    const cells = Object.values(graded.tables.review!.reconsideration!);
    expect(cells.every((cell) => cell.confidence === 'suspect' && !cell.suggested)).toBe(true);
    expect(showRow(graded, 'review', 'litigationDirect').total).toBe('1 read');
  });

  it('follows headings in another order', () => {
    const graded = read(REVIEW.replaceAll('结果维持 | 结果纠正', '结果纠正 | 结果维持'));
    expect(showRow(graded, 'review', 'reconsideration')).toMatchObject({
      upheld: '2 verified',
      corrected: '1 verified',
    });
  });

  it('is not found in other tables', () => {
    expect(read('年份 | 收入 | 支出\n2021 | 5 | 6\n2022 | 7 | 8').tables.review).toBeUndefined();
  });
});

describe('no table of a form', () => {
  it.each([
    ['a list of numbers', '序号 | 事项 | 次数\n1 | 会议 | 12\n2 | 培训 | 3'],
    ['one row that sounds like one', '行政处罚 | 15'],
    ['labels without numbers', '规章 | 无\n行政许可 | 有'],
  ])('%s', (_, drawing) => {
    const graded = read(drawing);
    const sure = Object.values(graded.tables).flatMap((table) =>
      Object.values(table).flatMap((row) => Object.values(row).filter((cell) => cell.value !== null)),
    );
    expect(sure).toEqual([]);
  });

  it('in prose that names the rows', () => {
    const paragraph = '全年办理行政许可12件，行政处罚3件，行政强制0件；制发规章1件、规范性文件4件。';
    const graded = readDrawing(drawDocument({ paragraph }), knowledge, 2022);
    expect(graded.filled).toBe(0);
  });
});

describe('indicators of a province', () => {
  const drawing = `
指标名称 | 计量单位 | 2014年度 | 历年累计
主动公开文件数 | 条 | 2543 | 78967
其中：网站公开数 | 条 | 2500 | 70000
收到申请数 | 件 | 12 | 90
专项会议次数 | 次 | 3 | 21
示范点数 | 个 | 2 | 2`;

  it('are kept with label, unit and all columns', () => {
    const graded = readDrawing(drawTable(drawing), knowledge, 2014);
    expect(codes(graded)).toContain('provincial-form');
    const first = graded.extras[0]!;
    expect(first).toMatchObject({ label: '主动公开文件数', unit: '条' });
    expect(Object.entries(first.cells).map(([name, cell]) => [name, cell.value])).toEqual([
      ['2014年度', 2543],
      ['历年累计', 78967],
    ]);
    expect(graded.extras).toHaveLength(5);
  });
});

describe('a line of figures without the heading of its table', () => {
  const TITLE = { paragraph: '四、政府信息公开行政复议、行政诉讼情况' };
  const FIGURES = '9 | 5 | 1 | 4 | 19 | 7 | 0 | 5 | 6 | 18 | 2 | 1 | 7 | 9 | 19';
  const review = (figures: string) =>
    readDrawing(drawDocument(TITLE, { table: figures }), knowledge, 2022).tables.review;

  it('is known by its section, and by its sums', () => {
    expect(review(FIGURES)?.litigationDirect?.total?.value).toBe(18);
  });

  it.each([
    ['a sum fails', FIGURES.replace('18', '17')],
    ['a figure is missing', FIGURES.replace('9 | 5', '9')],
    ['all figures are zeros', Array(15).fill('0').join(' | ')],
  ])('is none where %s', (_, figures) => {
    expect(review(figures)?.litigationDirect?.total?.value ?? null).toBeNull();
  });
});

describe('words that programs write into empty cells', () => {
  it('stand for no label and for no figure', () => {
    // The label of the group is merged over its rows: a program leaves its place empty in the rows below.
    const filled = PROACTIVE.replaceAll('<', 'NaN')
      .split('\n')
      .map((line) => (line.startsWith('信息内容') ? `第二十条 | ${line}` : `NaN | ${line}`))
      .slice(1)
      .join('\n');
    const graded = read(filled);
    expect(showRow(graded, 'proactive', 'administrativeLicensing')).toEqual({ decisions: '7 read' });
    expect(showRow(graded, 'proactive', 'normativeDocuments')).toEqual({
      issuedThisYear: '4 read',
      repealedThisYear: '5 read',
      inForce: '6 read',
    });
  });
});
