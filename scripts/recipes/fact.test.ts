import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { FactPattern } from '../../src/model/fact-pattern.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { ReportRecord } from '../../src/model/report-record.js';
import type { Template } from '../../src/model/template.js';

/** The toy of the recipe: a whole, its two parts, their sum, and a link to a cell of the form of 2021. */
const fact = (id: string, label: string, noun: string, more: Partial<FactPattern> = {}): FactPattern => ({
  id,
  label,
  units: ['件'],
  shapes: [`${noun}#`, `#${noun}`],
  asPart: false,
  ...more,
});
const toyFacts: FactPattern[] = [
  fact('toy.pigeons', '信鸽', '放飞信鸽'),
  fact('toy.pigeons.white', '白鸽', '白鸽', { asPart: true, partOf: 'toy.pigeons' }),
  fact('toy.pigeons.grey', '灰鸽', '灰鸽', { asPart: true, partOf: 'toy.pigeons' }),
];
const known = loadKnowledge();
const linked = (template: Template): Template =>
  template.id === 'ogi-2021'
    ? {
        ...template,
        narrativeLinks: [
          ...(template.narrativeLinks ?? []),
          {
            fact: 'toy.pigeons',
            readings: [[{ table: 'proactive', row: 'administrativeLicensing', column: 'decisions' }]],
            severity: 'warning',
          },
        ],
      }
    : template;
const knowledge: Knowledge = {
  ...known,
  facts: [...known.facts, ...toyFacts],
  factSums: [...known.factSums, { whole: 'toy.pigeons', parts: ['toy.pigeons.white', 'toy.pigeons.grey'] }],
  templates: known.templates.map(linked),
};

/** The toy with its word and its frame. */
const { proseWords } = known;
const withWords: Knowledge = {
  ...knowledge,
  proseWords: {
    ...proseWords,
    words: [{ role: 'subject', name: 'pigeons', text: '放飞信鸽' }, ...proseWords.words],
    frames: [
      ...proseWords.frames,
      { id: 'toy.pigeons', label: '信鸽', subject: 'pigeons', slices: [], units: ['件'] },
    ],
  },
};

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

async function read(sentence: string, lists = knowledge): Promise<ReportRecord> {
  const table = [
    row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
    row('规章', '0', '0', '0'),
    row('行政规范性文件', '2', '1', '9'),
    row('信息内容', '本年处理决定数量'),
    row('行政许可', '30'),
    row('行政处罚', '4'),
    row('行政强制', '0'),
  ].join('');
  const html = `<h1>云栖县2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>${sentence}</p>
    <h2>二、主动公开政府信息情况</h2><table>${table}</table>`;
  const source = { uri: 'report.html', bytes: new TextEncoder().encode(html) };
  return (await convertBundle({ files: [source] }, lists)).records[0]!;
}

const toysOf = ({ facts }: ReportRecord) =>
  facts.filter(({ id }) => id.startsWith('toy.')).map(({ id, value }) => [id, value]);
const codesOf = ({ issues }: ReportRecord): string[] =>
  issues
    .map(({ code }) => code)
    .filter((code) => code === 'parts-do-not-add' || code === 'narrative-differs');

describe('a fact that is added to the lists', () => {
  it('is found with its parts, and agrees with the cell', async () => {
    const record = await read('全年放飞信鸽30件，其中白鸽20件、灰鸽10件。');
    expect(toysOf(record)).toEqual([
      ['toy.pigeons', 30],
      ['toy.pigeons.white', 20],
      ['toy.pigeons.grey', 10],
    ]);
    expect(codesOf(record)).toEqual([]);
  });

  it('is summed, and compared with the cell', async () => {
    const record = await read('全年放飞信鸽31件，其中白鸽20件、灰鸽10件。');
    expect(codesOf(record).sort()).toEqual(['narrative-differs', 'parts-do-not-add']);
    expect(record.issues.find(({ code }) => code === 'narrative-differs')!.path).toBe(
      'tables.proactive.administrativeLicensing.decisions',
    );
  });

  it('is in doubt beside a fact of known words, until it has words and a frame itself', async () => {
    const sentence = '全年收到政府信息公开申请12件，放飞信鸽30件。';
    const confidenceIn = async (lists: Knowledge) =>
      (await read(sentence, lists)).facts.map(({ id, value, confidence }) => [id, value, confidence]);
    expect(await confidenceIn(knowledge)).toEqual([
      ['requests.received', 12, 'read'],
      ['toy.pigeons', 30, 'suspect'],
    ]);
    expect(await confidenceIn(withWords)).toEqual([
      ['requests.received', 12, 'read'],
      ['toy.pigeons', 30, 'read'],
    ]);
  });

  it('is not found where its pattern does not match', async () => {
    expect(toysOf(await read('全年放飞信鸽，天气晴好，共30天。'))).toEqual([]);
  });
});
