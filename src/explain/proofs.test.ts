import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { convert } from '../index.js';
import type { Cell, ReportRecord } from '../model/report-record.js';
import { describeDoubts } from './describe-doubts.js';
import type { Doubt } from './doubt.js';
import { formLabels } from './form-labels.js';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const { templates } = loadKnowledge();

const TABLE = '2023-linxi-clean-html';
const STATISTICS = '2016-tongye-national-statistics';

const NEW = '一、本年新收政府信息公开申请数量';
const PARTLY = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
const SECRET = '1.属于国家秘密';
const FORBIDDEN = '2.其他法律行政法规禁止公开';

/** The record of a sample whose source has other numbers in some rows: `[label, printed, damaged]`. */
async function damaged(sample: string, rows: [string, string, string][] = []): Promise<ReportRecord> {
  let text = readFileSync(join(samples, sample, 'source.html'), 'utf8');
  const cells = (numbers: string) => numbers.split(' ').map((n) => `<td>${n === '_' ? '' : n}</td>`);
  for (const [label, printed, wrong] of rows) {
    const places = text.split(`${label}</td>${cells(printed).join('')}`);
    expect(places).toHaveLength(2);
    text = places.join(`${label}</td>${cells(wrong).join('')}`);
  }
  const { records } = await convert({ uri: sample, bytes: new TextEncoder().encode(text) });
  return records[0]!;
}

function doubtsIn(record: ReportRecord, table: string): Doubt[] {
  const template = templates.find(({ id }) => id === record.tableTemplates[table]);
  return describeDoubts(record, table, formLabels(table, template), picocolors.createColors(false));
}

const textsOf = (record: ReportRecord, table: string, sign: string): string[] =>
  doubtsIn(record, table)
    .filter((doubt) => doubt.sign === sign)
    .map(({ text }) => text);

/** What is said of the suspects of 申请情况 where rows are damaged. */
const suspects = async (...rows: [string, string, string][]): Promise<string[]> =>
  textsOf(await damaged(TABLE, rows), 'applications', '?');

describe('the proof of a suggestion', () => {
  it('names the two sums that fail, and by how much', async () => {
    expect(await suspects([PARTLY, '2 2 0 0 0 0 4', '1 2 0 0 0 0 4'])).toEqual([
      '（二）部分公开 · 自然人: row （二）部分公开 is 1 short of its total and column 自然人 is 1 short of ' +
        '（七）总计: this cell must be 2, the source prints 1',
    ]);
  });

  it('says what the parts of a total make', async () => {
    expect(await suspects([PARTLY, '2 2 0 0 0 0 4', '2 2 0 0 0 0 7'])).toEqual([
      '（二）部分公开 · 总计: the parts of row （二）部分公开 make 4 and column 总计 is 3 over ' +
        '（七）总计: this cell must be 4, the source prints 7',
    ]);
    expect(await suspects(['（七）总计', '13 11 0 0 0 1 25', '13 11 0 0 0 1 52'])).toEqual([
      '（七）总计 · 总计: the parts of row （七）总计 make 25, the parts of column 总计 make 25 and column 总计 ' +
        'takes in 27 fewer than it accounts for (勾稽关系): this cell must be 25, the source prints 52',
    ]);
  });

  it('puts 勾稽关系 into plain words', async () => {
    const record = await damaged(TABLE, [[NEW, '13 11 0 0 0 1 25', '18 11 0 0 0 1 25']]);
    expect(textsOf(record, 'applications', '?')).toEqual([
      `${NEW} · 自然人: row ${NEW} is 5 over its total and column 自然人 takes in 5 more than it accounts for ` +
        '(勾稽关系): this cell must be 13, the source prints 18',
    ]);
    expect(textsOf(record, 'applications', '✗')).toContain(
      `column 自然人: ${NEW} + 二、上年结转政府信息公开申请数量 make 18, but （七）总计 + 四、结转下年度继续办理 ` +
        'make 13 (勾稽关系: what comes in must be accounted for) intake-balance/naturalPerson',
    );
  });

  it('says what part of a gap each of two cells takes', async () => {
    const record = await damaged(TABLE, [[PARTLY, '2 2 0 0 0 0 4', '2 2 0 0 3 5 4']]);
    // Whether three other cells could have done it as well is the decoder's to say.
    const sayOnce = (text: string) => text.replace('is most likely', 'must be');
    expect(textsOf(record, 'applications', '?').slice(0, 2).map(sayOnce)).toEqual([
      '（二）部分公开 · 法律服务机构: row （二）部分公开 is 8 over its total (-3 here and -5 in 其他) and column ' +
        '法律服务机构 is 3 over （七）总计: this cell must be 0, the source prints 3',
      '（二）部分公开 · 其他: row （二）部分公开 is 8 over its total (-5 here and -3 in 法律服务机构) and column ' +
        '其他 is 5 over （七）总计: this cell must be 0, the source prints 5',
    ]);
  });

  it('says where two faults hide each other', async () => {
    const texts = textsOf(await damaged('2020-chengtang-own-sums-wrong'), 'applications', '?');
    expect(texts[0]).toBe(
      `${NEW} · 总计: the parts of row ${NEW} make 80 and column 总计 balances (勾稽关系) as printed and still ` +
        'does (-1 here and -1 in （七）总计): this cell must be 80, the source prints 81',
    );
  });

  it('quotes what is printed otherwise than it is read', async () => {
    expect(await suspects([PARTLY, '2 2 0 0 0 0 4', '１ 2 0 0 0 0 4'])).toEqual([
      expect.stringMatching(/: this cell must be 2, the source prints "１", read as 1$/u),
    ]);
  });

  it('says of a likely number that it is not the only one', async () => {
    const record = await damaged(STATISTICS, [['（一）收到申请数</td><td>件', '374', '37']]);
    const cell = record.tables.statistics!.requestsReceived!.value!;
    cell.suggested = { value: 374, because: 'statistics/requests-by-channel' };
    cell.flags = ['identity-failed', 'fault:digit-dropped'];
    expect(doubtsIn(record, 'statistics').filter(({ sign }) => sign === '?')[0]).toEqual({
      sign: '?',
      text:
        '（一）收到申请数: the 4 rows from 1.当面申请数 to 4.信函申请数 make 374, （一）收到申请数 prints 37: ' +
        'this cell is most likely 374',
      details: ['likeliest fault: a digit was dropped (374 printed as 37)'],
    });
  });

  it('names the checks alone where the numbers do not show the proof', async () => {
    const record = await damaged(TABLE, [[PARTLY, '2 2 0 0 0 0 4', '1 2 0 0 0 0 4']]);
    const cell = record.tables.applications!.partiallyGranted!.naturalPerson!;
    cell.suggested = { ...cell.suggested!, value: 9 };
    const [doubt] = doubtsIn(record, 'applications').filter(({ sign }) => sign === '?');
    expect(doubt!.text).toBe('（二）部分公开 · 自然人: printed "1", read as 1');
    expect(doubt!.details.at(-1)).toBe(
      'suggested: 9, with which row-total/partiallyGranted, outcomes-total/naturalPerson would hold',
    );
  });
});

describe('blanks that the sums fill', () => {
  const blanks = async (sample: string, ...rows: [string, string, string][]): Promise<Doubt[]> =>
    doubtsIn(await damaged(sample, rows), 'applications').filter(({ sign }) => sign === '–');

  it('can only be 0 where a sum holds without them', async () => {
    expect(await blanks(TABLE, [PARTLY, '2 2 0 0 0 0 4', '2 2 _ 0 0 0 4'])).toEqual([
      {
        sign: '–',
        text: '（二）部分公开 · 科研机构: row （二）部分公开 already adds up without it: this blank can only be 0',
        details: [],
      },
    ]);
    expect((await blanks(TABLE, [PARTLY, '2 2 0 0 0 0 4', '2 2 _ _ 0 0 4'])).map(({ text }) => text)).toEqual(
      [
        '2 blank cells can only be 0, in [brackets]: sums that they stand in already add up without them: ' +
          '（二）部分公开 · 科研机构, （二）部分公开 · 社会公益组织',
      ],
    );
  });

  it('have a number where two sums fall short without it', async () => {
    expect((await blanks(TABLE, [PARTLY, '2 2 0 0 0 0 4', '_ 2 0 0 0 0 4'])).map(({ text }) => text)).toEqual(
      [
        '（二）部分公开 · 自然人: row （二）部分公开 is 2 short of its total and column 自然人 is 2 short of ' +
          '（七）总计: this blank can only be 2',
      ],
    );
  });

  it('are told together where they are many', async () => {
    const [numbers, zeros] = await blanks('2024-tangping-blank-totals');
    expect(numbers!.text).toContain('the sums leave one number for each of 22 blank cells');
    expect(numbers!.details).toEqual([
      `as in ${NEW} · 总计: the parts of row ${NEW} make 138: this blank can only be 138`,
    ]);
    expect(zeros!.text).toContain('3 blank cells can only be 0');
  });
});

describe('cells without a number that the sums fill', () => {
  it('unreadable: what the sums leave for them, as far as other suggestions are believed', async () => {
    expect(await suspects([PARTLY, '2 2 0 0 0 0 4', '2 2 0 x 0 0 4'])).toEqual([
      '（二）部分公开 · 社会公益组织: row （二）部分公开 leaves 0 for it and column 社会公益组织 leaves 0 for it: ' +
        'this cell must be 0, the source prints "x"',
    ]);
    const two = await suspects([PARTLY, '2 2 0 0 0 0 4', '2 x 0 5 0 0 4']);
    expect(two[0]).toContain(
      'row （二）部分公开 with its other cells as suggested leaves 2 for it and column 商业企业 leaves 2 for it',
    );
  });

  it('gone with their row: the source does not print them', async () => {
    const bytes = readFileSync(join(samples, TABLE, 'source.html'), 'utf8');
    const row = bytes.split('<tr>').find((line) => line.includes(PARTLY))!;
    const without = new TextEncoder().encode(bytes.replace(`<tr>${row}`, ''));
    const { records } = await convert({ uri: TABLE, bytes: without });
    const told = doubtsIn(records[0]!, 'applications');
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toMatch(
      /^the sums leave one number for each of 7 cells that the source does not hold, in \[brackets\]: （二）部分公开.*\(7 cells\)$/u,
    );
    expect(told[0]!.details).toEqual([
      'as in （二）部分公开 · 自然人: row （二）部分公开 with its other cells as suggested leaves 2 for it and ' +
        'column 自然人 leaves 2 for it: were it there, it could only be 2',
    ]);
  });
});

describe('rival explanations', () => {
  it('say what each cell of a lone sum would have to be', async () => {
    const record = await damaged(STATISTICS, [['（二）申请办结数</td><td>件', '123', '157']]);
    expect(textsOf(record, 'statistics', '?')).toEqual([
      'any one of these cells could be the wrong one, and would have to be: （二）申请办结数 123 (printed 157), ' +
        '1.按时办结数 143 (printed 109) or 2.延期办结数 48 (printed 14)',
    ]);
    record.tables.statistics!.requestsClosedOnTime!.value!.flags.push('fault:digit-confused');
    expect(textsOf(record, 'statistics', '?')[0]).toContain(
      '1.按时办结数 143 (printed 109: a digit was taken for one that looks like it)',
    );
  });

  it('leave out a number below zero, and count a blank among them', async () => {
    const less = await damaged(STATISTICS, [['3.网络申请数</td><td>件', '19', '60']]);
    expect(textsOf(less, 'statistics', '?')[0]).toContain(
      'any one of these cells could be the wrong one, and would have to be: （一）收到申请数 415 (printed 374), ' +
        '1.当面申请数 112 (printed 153), 3.网络申请数 19 (printed 60) or 4.信函申请数 161 (printed 202)',
    );
    const blank = await damaged(STATISTICS, [['4.信函申请数</td><td>件', '202', '_']]);
    expect(textsOf(blank, 'statistics', '?')).toEqual([
      'any one of these cells could be the wrong one, and would have to be: （一）收到申请数 172 (printed 374), ' +
        '1.当面申请数 355 (printed 153), 2.传真申请数 202 (printed 0), 3.网络申请数 221 (printed 19) or ' +
        '4.信函申请数 202 (printed empty)',
    ]);
  });

  it('pair the cells that two rows and two columns leave open', async () => {
    const [first] = await suspects(
      [SECRET, '1 1 0 0 0 0 2', '2 1 0 0 0 0 2'],
      [FORBIDDEN, '2 1 0 0 0 0 3', '2 2 0 0 0 0 3'],
    );
    expect(first).toContain(
      `two cells are wrong, and the sums do not tell which: either ${SECRET} · 自然人 must be 1 and ` +
        `${FORBIDDEN} · 商业企业 1, or ${SECRET} · 商业企业 must be 0 and ${FORBIDDEN} · 自然人 1`,
    );
  });

  it('weigh a part against its whole', async () => {
    const record = await damaged(STATISTICS, [['其中：主动公开规范性文件数</td><td>条', '275', '279']]);
    expect(textsOf(record, 'statistics', '?')).toEqual([
      'one of two cells is wrong: either 其中：主动公开规范性文件数 (printed 279) is at most 275, ' +
        'or （一）主动公开政府信息数 (printed 275) at least 279',
    ]);
  });

  it('are no line a cell where they are the figures of two rows', async () => {
    const record = await damaged(TABLE);
    const { totalProcessed, carriedForward } = record.tables.applications!;
    const exchange = (cell: Cell, value: number) =>
      Object.assign(cell, {
        confidence: 'suspect',
        flags: ['identity-failed', 'source-inconsistent', 'fault:lines-exchanged'],
        suggested: { value, because: 'applications/outcomes-total/total' },
      });
    for (const column of ['naturalPerson', 'total']) {
      const [one, other] = [totalProcessed![column]!, carriedForward![column]!];
      exchange(one, other.value!);
      exchange(other, one.value!);
    }
    expect(doubtsIn(record, 'applications')).toEqual([
      {
        sign: '?',
        text:
          "the figures of rows （七）总计 and 四、结转下年度继续办理 most likely stand in each other's place: " +
          'exchanged, they make the failed sums hold',
        details: [
          'row （七）总计: 自然人 0 (printed 13), 总计 0 (printed 25)',
          'row 四、结转下年度继续办理: 自然人 13 (printed 0), 总计 25 (printed 0)',
        ],
      },
      {
        sign: 'i',
        text:
          'the printed table itself does not add up: place and label agree on what is printed, so the fault is the ' +
          "body's and not the reading's: （七）总计 · 自然人, （七）总计 · 总计, 四、结转下年度继续办理 · 自然人, " +
          '四、结转下年度继续办理 · 总计',
        details: [],
      },
    ]);
  });
});

describe('cells that no reading decides', () => {
  it('are told together where they share a row and its text', async () => {
    const uri = '2023-weiqiao-single-spaces';
    const bytes = readFileSync(join(samples, uri, 'source.txt'));
    const { records } = await convert({ uri, bytes });
    const told = doubtsIn(records[0]!, 'review').filter(({ text }) => text.startsWith('行政复议'));
    expect(told).toEqual([
      {
        sign: '?',
        text: '行政复议: "0 0 0 0 0 0 1 1 0 0 0 0 0" is printed for 5 of its cells, and no number was taken',
        details: [
          'the source does not say in which column it stands; the sums decided, and so cannot confirm it',
          'more than one reading is possible, and nothing decides between them',
          'what they may be: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计: each 0 or empty',
        ],
      },
    ]);
  });
});
