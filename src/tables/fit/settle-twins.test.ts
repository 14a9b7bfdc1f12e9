import { describe, expect, it } from 'vitest';
import { convert } from '../../index.js';
import type { Cell, TableCells } from '../../model/report-record.js';

const HEAD = `2014年石漳县统计局政府信息公开工作年度报告
政府信息公开情况统计表
`;
/** Rows of the form around those of one label, in one line, as scrapers flatten it: empty cells leave nothing. */
const table = (twins: string): string =>
  `统计指标 单位 统计数 三、依申请公开情况 —— ———— （一）收到申请数 件 2261 1.当面申请数 件 157 2.传真申请数 件 19 3.网络申请数 件 1642 4.信函申请数 件 443 \
（二）申请办结数 件 843 1.按时办结数 件 573 2.延期办结数 件 270 （三）申请答复数 件 843 1.属于已主动公开范围数 件 339 2.同意公开答复数 件 265 \
3.同意部分公开答复数 件 119 7.告知作出更改补充数 件 109 8.告知通过其他途径办理数 件 11 ${twins} 六、举报投诉数量 件 50`.replaceAll(
    '\\\n',
    '',
  );

async function read(twins: string): Promise<(row: string) => Cell> {
  const bytes = Buffer.from(`${HEAD}${table(twins)}\n`);
  const { records } = await convert({ uri: 'test', bytes });
  return (row) => (records[0]!.tables.statistics as TableCells)[row]!.value!;
}

const RECONSIDERATION = '四、行政复议数量 件 60 （一）维持具体行政行为数 件 16 （二）被依法纠错数 件';
const LITIGATION =
  '五、行政诉讼数量 件 （一）维持具体行政行为或者驳回原告诉讼请求数 件 （二）被依法纠错数 件';

describe('rows of one label', () => {
  it('are told apart by the labels of the empty rows behind them', async () => {
    const cell = await read(`${RECONSIDERATION} （三）其他情形数 件 44 ${LITIGATION} （三）其他情形数 件`);
    expect([cell('reconsiderationsOther').value, cell('litigationsOther').value]).toEqual([44, null]);
    expect(cell('reconsiderationsOther').confidence).not.toBe('suspect');
    expect(cell('litigationsOther').confidence).toBe('missing');
  });

  it('... and before them', async () => {
    const cell = await read(`${RECONSIDERATION} （三）其他情形数 件 ${LITIGATION} （三）其他情形数 件 7`);
    expect([cell('reconsiderationsOther').value, cell('litigationsOther').value]).toEqual([null, 7]);
    expect(cell('litigationsOther').flags).not.toContain('label-of-two-rows');
  });

  it('are in doubt where nothing tells them apart', async () => {
    const cell = await read('四、行政复议数量 件 60 （三）其他情形数 件 44');
    const holder = [cell('reconsiderationsOther'), cell('litigationsOther')].filter(
      ({ value }) => value !== null,
    );
    for (const { confidence } of holder) expect(confidence).toBe('suspect');
    expect(holder.flatMap(({ flags }) => flags)).toContain('label-of-two-rows');
  });
});
