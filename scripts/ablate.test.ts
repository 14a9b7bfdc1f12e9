import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../parsers/index.js';
import { ruleLists } from '../src/convert/rule-lists.js';
import { drawnDocuments } from './ablate/drawn-documents.js';
import { openTrial, type Trial } from './ablate/open-trial.js';

const knowledge = loadKnowledge();
/** The witnesses need whole tables: src/tables/witnesses/index.test.ts holds them. */
const rules = Object.entries(ruleLists)
  .filter(([list]) => list !== 'witnesses')
  .flatMap(([list, each]) => each.map(({ name }) => ({ list, name })));

const trials = new Map<string, Promise<Trial>>();

/** Each document is parsed once, however many rules it holds. */
const trialOf = (document: string): Promise<Trial> => {
  if (!trials.has(document)) {
    const isPage = document.startsWith('<html>');
    const source = { uri: isPage ? 'drawn.html' : 'drawn.txt', bytes: new TextEncoder().encode(document) };
    trials.set(document, openTrial(source, knowledge));
  }
  return trials.get(document)!;
};

describe('rules', () => {
  it('have names of their own', () => {
    const names = Object.values(ruleLists).flatMap((list) => list.map(({ name }) => name));
    expect([...new Set(names)]).toEqual(names);
  });

  it('are each held by a drawn document', () => {
    expect(Object.keys(drawnDocuments).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(rules)('$list: $name', async ({ list, name }) => {
    const trial = await trialOf(drawnDocuments[name]!);
    expect(trial.without(list, name)).not.toBeNull();
  });
});
