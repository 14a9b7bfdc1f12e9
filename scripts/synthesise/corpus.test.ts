import { describe, expect, it } from 'vitest';
import { templates } from '../../parsers/templates/index.js';
import { corpusRecipe } from './corpus.js';
import { makeDocument } from './document.js';
import { brokenIdentities } from './identities.js';
import { tablesOf, unfoldTable } from './printed.js';
import { carriers } from './render/index.js';

const indexes = Array.from({ length: 100 }, (_, index) => index);

const made = (index: number, seed = 7) => {
  const recipe = corpusRecipe(seed, index);
  return makeDocument(recipe, recipe.name);
};

describe('the synthetic corpus', () => {
  it('gives the same bytes for the same seed', async () => {
    for (const index of indexes) {
      const [first, second] = [await made(index), await made(index)];
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes)), first.truth.file).toBe(true);
      expect(second.truth).toEqual(first.truth);
    }
  });

  it('gives other numbers for another seed', async () => {
    const [first, second] = [await made(0, 7), await made(0, 8)];
    expect(first.truth.tables).not.toEqual(second.truth.tables);
  });

  it('keeps every identity of the forms, unless it says where it does not', async () => {
    for (const index of indexes) {
      const { truth } = await made(index);
      const broken = brokenIdentities(truth);
      if (truth.damage.length === 0) expect(broken, truth.file).toEqual([]);
      else expect(broken.length, truth.file).toBeGreaterThanOrEqual(2);
    }
  });

  it('draws tables whose rows are all equally wide', async () => {
    for (const index of indexes) {
      const { page, truth } = await made(index);
      for (const table of tablesOf(page)) {
        const widths = unfoldTable(table).map((row) => row.length);
        expect(new Set(widths), `${truth.file} ${table.id}`).toEqual(new Set([table.widths.length]));
      }
    }
  });

  it('goes through every carrier within one round', () => {
    const round = Array.from({ length: templates.length * carriers.length }, (_, index) => index);
    const used = new Set(round.map((index) => corpusRecipe(7, index).carrier));
    expect(carriers.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });
});
