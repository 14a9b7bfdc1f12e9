import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { ReportRecord } from '../../src/model/report-record.js';
import { type PageBlock, proactive, requests } from './page.js';
import { pageCarriers, printPage } from './print-page.js';

const knowledge = loadKnowledge();

async function read(blocks: readonly PageBlock[], carrier: (typeof pageCarriers)[number], metadata = {}) {
  const bytes = new TextEncoder().encode(printPage({ group: '', blocks, metadata }, carrier));
  const { records } = await convertBundle({ files: [{ uri: `page.${carrier}`, bytes }] }, knowledge);
  return records;
}

const TITLE = '黟县财政局2021年政府信息公开工作年度报告';
const BODY: PageBlock[] = [
  '一、总体情况',
  '我局主动公开政府信息215条。',
  '二、主动公开政府信息情况',
  proactive('2', '37'),
  '三、收到和处理政府信息公开申请情况',
  requests(6, 1, 5, 1),
];
const CREDIT = '11341023003187123X';
const keysOf = ({ keys }: ReportRecord) =>
  keys?.map(({ scheme, value, identifies }) => [scheme, value, identifies]);

describe.each(pageCarriers)('codes in %s', (carrier) => {
  it.each<[string, string, [string, string, string][]]>([
    ['behind a label', `统一社会信用代码：${CREDIT}`, [['uscc', CREDIT, 'body']]],
    ['at the head of an index number', `索引号：${CREDIT}/202201-00012`, [['uscc', CREDIT, 'body']]],
    ['with a hyphen', '索引号：00318712-2/2022-00012', [['org-code', '003187122', 'body']]],
    ['of an organisation', '组织机构代码：003187122', [['org-code', '003187122', 'body']]],
    ['of the site', '主办：黟县人民政府 网站标识码：3410230001', [['site-id', '3410230001', 'host']]],
  ])('are found %s', async (_, line, keys) => {
    const [record] = await read([TITLE, line, ...BODY], carrier);
    expect(keysOf(record!)).toEqual(keys);
    const [at] = record!.keys!.map((key) => key.at);
    expect(at?.start).toBeGreaterThan(0);
    expect(record!.issues.filter(({ code }) => code === 'key-invalid')).toEqual([]);
  });

  it.each([
    ['统一社会信用代码：113410230031871239'],
    ['组织机构代码：003187123'],
    ['网站标识码：9910230001'],
  ])('whose check fails are an issue and no key: %s', async (line) => {
    const [record] = await read([TITLE, line, ...BODY], carrier);
    expect(record!.keys).toBeUndefined();
    expect(record!.issues.filter(({ code }) => code === 'key-invalid')).toHaveLength(1);
  });

  it.each([['索引号：003187123/2022-00012'], ['联系电话：3410230001'], ['附件编号：113410230031871239']])(
    'are not guessed: %s',
    async (line) => {
      const [record] = await read([TITLE, line, ...BODY], carrier);
      expect(record!.keys).toBeUndefined();
      expect(record!.issues.map(({ code }) => code)).not.toContain('key-invalid');
    },
  );
});

describe.each(pageCarriers)('whom figures count, in %s', (carrier) => {
  it.each([
    ['own', '本报告数据仅为黟县财政局机关本级。'],
    ['own', '统计数据不含下属单位。'],
    ['with-subordinates', '本报告统计数据包括局属事业单位。'],
    ['territory', '本报告汇总了各乡镇、各部门的数据。'],
    ['territory', '报告中的数据为全县数据。'],
    ['system', '以上统计数据为全县财政系统汇总。'],
  ])('%s: %s', async (scope, sentence) => {
    const [record] = await read([TITLE, sentence, ...BODY], carrier);
    expect(record!.scope).toMatchObject({ value: scope, confidence: 'read', raw: sentence.slice(0, -1) });
  });

  it('is of one table where the sentence says so', async () => {
    const [record] = await read([TITLE, ...BODY, '注：上表数据包括各乡镇。'], carrier);
    expect([record!.scope, Object.keys(record!.tableScopes!)]).toEqual([undefined, ['applications']]);
  });

  it.each([
    ['全县各级行政机关主动公开政府信息3万条。'],
    ['我局加强对下属单位的指导。'],
    ['建立数据库，统一管理。'],
  ])('is unknown where nothing says it: %s', async (sentence) => {
    const [record] = await read([TITLE, sentence, ...BODY], carrier);
    expect([record!.scope, record!.tableScopes]).toEqual([undefined, undefined]);
  });
});

describe.each(pageCarriers)('two bodies in one %s', (carrier) => {
  const other = (name: string): PageBlock[] => [`# ${name}2021年政府信息公开工作年度报告`, ...BODY];

  it.each([
    ['民政局', '财政局'],
    ['交通运输局', '交通警察支队'],
    ['教育局', '教师进修学校'],
  ])('are two records: %s and %s', async (first, second) => {
    const records = await read([...other(`黟县${first}`), ...other(`黟县${second}`)], carrier);
    expect(records.map(({ issuer }) => issuer.value)).toEqual([`黟县${first}`, `黟县${second}`]);
  });

  it('are named where the second is no whole report', async () => {
    const [record, ...more] = await read(
      [TITLE, ...BODY, '# 黟县民政局2021年政府信息公开工作年度报告', '四、其他需要报告的事项', '无。'],
      carrier,
    );
    expect(more).toEqual([]);
    expect(record!.issues.filter(({ code }) => code === 'two-bodies')).toHaveLength(1);
  });

  it('are two records where the second has nothing but tables', async () => {
    const records = await read(
      [
        ...other('黟县民政局'),
        '# 黟县财政局2021年政府信息公开工作年度报告',
        proactive('9', '8'),
        requests(3, 0, 3, 0),
      ],
      carrier,
    );
    expect(records.map(({ issuer }) => issuer.value)).toEqual(['黟县民政局', '黟县财政局']);
  });
});
