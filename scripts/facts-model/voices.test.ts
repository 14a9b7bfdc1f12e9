import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { factsModelText } from '../../parsers/lookups/facts-model-text.js';
import { labelledOf } from './lessons-of.js';
import { readVoices } from './read-voices.js';

const voices = readVoices(new URL('voices/', import.meta.url));

describe('the voices that the model learns from', () => {
  it('have names of their own', () => {
    expect(new Set(voices.map(({ name }) => name)).size).toBe(voices.length);
  });

  it('mark quantities that the reader meets', () => {
    const knowledge = loadKnowledge();
    const met = voices.flatMap((voice) =>
      labelledOf(voice, knowledge).flatMap(({ ids, optional }) => [...ids, ...optional]),
    );
    const marked = voices.flatMap(({ marks }) => marks);
    expect(met.length / marked.length).toBeGreaterThan(0.97);
  });
});

describe('the model', () => {
  it('is small, and knows nothing but facts', () => {
    expect(factsModelText.length).toBeLessThan(300_000);
    const { model, frames } = loadKnowledge().proseWords;
    expect(frames.map(({ id }) => id)).toEqual(expect.arrayContaining([...model!().classes]));
  });
});
