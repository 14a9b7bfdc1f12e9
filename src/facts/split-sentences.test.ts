import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.js';

const sentences = (text: string) => splitSentences(text, [{ text, start: 0, block: 0 }]);
const texts = (text: string): string[] => sentences(text).map((one) => one.text);

describe('splitSentences', () => {
  it.each([
    ['甲。乙！丙', ['甲', '乙', '丙']],
    ['一、标题\n甲乙', ['一、标题', '甲乙']],
    ['二、标题情况 甲乙丙 三、标题 丁', ['二、标题情况', '甲乙丙', '三、标题', '丁']],
    [
      '本报告所列的数据由办公室按照各单位上\n报的结果汇总。',
      ['本报告所列的数据由办公室按照各单位上报的结果汇总'],
    ],
    ['甲，\n乙', ['甲,乙']],
    ['甲\n乙', ['甲', '乙']],
    ['本报告所列的数据由办公室按照各单位上报的12\n3', ['本报告所列的数据由办公室按照各单位上报的12 3']],
    ['印发《某通知。》一份', ['印发《》一份']],
    ['答复9件（含上年结转2件）。', ['答复9件', '含上年结转2件']],
    ['专（兼）职', ['专(兼)职']],
    ['情况（一）数量', ['情况,,,数量']],
    ['', []],
  ])('%s', (text, wanted) => {
    expect(texts(text)).toEqual(wanted);
  });

  it('knows the way back', () => {
    const text = '前 言。共 1２ 条（注）。';
    for (const { text: folded, sourceAt } of sentences(text)) expect(sourceAt).toHaveLength(folded.length);
    const { sourceAt } = sentences(text)[1]!;
    expect(text.slice(sourceAt[0], sourceAt.at(-1)! + 1)).toBe('共 1２ 条（注）');
  });

  it('cuts what is no sentence, not inside a number, and remembers that a list goes on', () => {
    const pieces = sentences(`共900条其中${'规划计划信息1,234条'.repeat(200)}`);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces[0]!.aside).toBe(false);
    for (const piece of pieces.slice(1)) {
      expect(piece.aside).toBe(true);
      expect(piece.text).not.toMatch(/^[\d,.]/);
    }
    expect(sentences('1'.repeat(5000)).length).toBeLessThan(10);
  });

  it('gives an aside and a passage what was said before', () => {
    const [, aside] = sentences('依申请公开答复9件（含上年结转2件）。');
    expect(aside).toMatchObject({ aside: true, context: '依申请公开答复9件' });
    expect(sentences('三、依申请公开\n全年没有')[1]!.context).toBe('三、依申请公开');
  });
});
