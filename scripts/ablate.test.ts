import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../parsers/index.js';
import { ruleLists } from '../src/convert/rule-lists.js';
import { compareClaims, noCounts } from './ablate/compare-claims.js';
import { drawnDocuments } from './ablate/drawn-documents.js';
import { openTrial, type Trial } from './ablate/open-trial.js';
import { silentErrors } from './ablate/silent-errors.js';

const knowledge = loadKnowledge();
/** Witnesses and layouts need whole tables: src/tables/witnesses/index.test.ts and src/tables/layouts/index.test.ts hold them. */
const rules = Object.entries(ruleLists)
  .filter(([list]) => list !== 'witnesses' && list !== 'layouts')
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

describe('the worth of a rule', () => {
  const trialWithout = async (list: string, name: string) => {
    const { records, without } = await trialOf(drawnDocuments[name]!);
    return { records, other: without(list, name)! };
  };

  it('is what is said with it and not without it', async () => {
    const { records, other } = await trialWithout('contact', 'contact-phone');
    const counts = noCounts();
    compareClaims(records, other, counts);
    expect(counts.fields).toEqual({ gained: 1, lost: 0, changed: 0, doubted: 0, cleared: 0 });
    expect(counts.facts).toEqual(noCounts().facts);
  });

  it('is what it makes doubtful, and the silent errors that it prevents by that', async () => {
    const { records, other } = await trialWithout('facts', 'fact-values-differ');
    const counts = noCounts();
    compareClaims(records, other, counts);
    expect(counts.facts).toEqual({ gained: 0, lost: 0, changed: 0, doubted: 2, cleared: 0 });
    const folderTruth = { facts: [{ id: 'requests.received', value: 35 }] };
    const subject = { name: '', path: '', truth: null, folderTruth };
    expect(silentErrors(subject, records)).toEqual([]);
    expect(silentErrors(subject, other)).toEqual(['facts.requests.received=8']);
  });

  it('is that what is no report is taken for none', async () => {
    const { records, other } = await trialWithout('kind', 'kind-title-alone');
    const subject = { name: '', path: '', truth: null, folderTruth: { why: 'a title alone' } };
    expect(silentErrors(subject, records)).toEqual([]);
    expect(silentErrors(subject, other)).toEqual(['kind']);
  });
});
