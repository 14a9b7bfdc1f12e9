import { describe, expect, it } from 'vitest';
import { factPatterns } from '../../parsers/lookups/fact-patterns.js';
import { proseWords } from '../../parsers/lookups/prose-words.js';
import type { PackedModel } from '../model/packed-model.js';
import { PACK_FIRST, PACK_NOUGHT, packSign } from '../model/packed-model.js';
import { findFacts } from './find-facts.js';

/** One class; the model believes it by `bias` steps, and by more where a feature is there. */
const modelOf = (
  id: string,
  bias: number,
  weights: Record<string, number> = {},
  findFrom: number | null = 0.5,
): PackedModel => ({
  ...{ classes: [id], findFrom: [findFrom], bias: [bias], step: 0.1 },
  weights: Object.fromEntries(
    Object.entries(weights).map(([feature, steps]) => [
      feature,
      packSign(PACK_FIRST) + packSign(PACK_NOUGHT + steps),
    ]),
  ),
});

const drawn = (text: string, model: PackedModel, without: string[] = []): string[] =>
  findFacts(
    { text, paragraphs: [{ text, start: 0, block: 0 }], year: 2021, issuer: null },
    { facts: factPatterns, proseWords: { ...proseWords, model: () => model }, without: new Set(without) },
  ).value.map(({ id, value, confidence }) => `${id}=${value}${confidence === 'suspect' ? '?' : ''}`);

const READ = '全年收到政府信息公开申请12件。';
const UNKNOWN = '逢集便讲给乡亲听，凡93条。';

describe('hearModel', () => {
  it('leaves what it bears out', () => {
    expect(drawn(READ, modelOf('requests.received', 40))).toEqual(['requests.received=12']);
  });

  it('doubts what it does not bear out, and keeps the number', () => {
    expect(drawn(READ, modelOf('requests.received', -40))).toEqual(['requests.received=12?']);
    expect(drawn(READ, modelOf('requests.received', -40), ['model-doubts'])).toEqual([
      'requests.received=12',
    ]);
  });

  it('says nothing of facts that it does not know', () => {
    expect(drawn(READ, modelOf('meetings', -40))).toEqual(['requests.received=12']);
  });

  it('finds what nobody else knows, and is never sure of it', () => {
    const model = modelOf('disclosed.total', -30, { 'u:条': 44 });
    expect(drawn(UNKNOWN, model)).toEqual(['disclosed.total=93?']);
    expect(drawn(UNKNOWN, model, ['model-finds'])).toEqual([]);
  });

  it('finds nothing below the chance that was measured for the fact', () => {
    expect(drawn(UNKNOWN, modelOf('disclosed.total', 5, {}, 0.9))).toEqual([]);
    expect(drawn(UNKNOWN, modelOf('disclosed.total', 40, {}, null))).toEqual([]);
  });

  it('finds nothing in a unit that the fact never has', () => {
    expect(drawn(UNKNOWN, modelOf('staff.total', 40))).toEqual([]);
  });

  it.each(['2019年讲给乡亲听，凡93条。', '去年讲给乡亲听的凡93条。', '计划明年讲93条。'])(
    'finds nothing of another time: %s',
    (text) => {
      expect(drawn(text, modelOf('disclosed.total', 40))).toEqual([]);
    },
  );
});
