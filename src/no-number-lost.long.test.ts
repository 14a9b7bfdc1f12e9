import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../parsers/index.js';
import { corpusRecipe } from '../scripts/synthesise/corpus.js';
import { makeDocument } from '../scripts/synthesise/document.js';
import { readSource } from './convert/pipeline.js';
import { convert } from './index.js';
import type { ReportRecord } from './model/report-record.js';
import { amount } from './testing/amount.js';
import { parseCell } from './words/parse-cell.js';

/** The places of the parsed text that a record names, wherever it names them. */
function placesOf(found: unknown): [number, number][] {
  if (typeof found !== 'object' || found === null) return [];
  const own = 'at' in found ? (found.at as { start?: number; end?: number } | null) : null;
  const place: [number, number][] = own?.start !== undefined ? [[own.start, own.end!]] : [];
  return [...place, ...Object.values(found).flatMap(placesOf)];
}

const placesOfRecord = ({ tables, extras, facts, issues }: ReportRecord) =>
  placesOf({ tables, extras, facts, issues });

describe('a number that stands in a table', () => {
  it('has an address in the record, or is named as left over', async () => {
    const knowledge = await loadKnowledge();
    let numbers = 0;
    const lost: string[] = [];
    for (let index = 0; index < amount(5, 160); index++) {
      const recipe = corpusRecipe(29, index);
      const { bytes, suffix } = await makeDocument(recipe, recipe.name);
      const uri = `${recipe.name}${suffix}`;
      const { parsed } = await readSource({ uri, bytes: bytes.slice() }, knowledge);
      const { records } = await convert({ uri, bytes: bytes.slice() });
      const places = records.flatMap(placesOfRecord);
      for (const block of parsed.blocks) {
        const cells = block.kind === 'grid' ? block.cells : [];
        for (const [i, cell] of cells.entries()) {
          if (parseCell(cell.text).kind !== 'number') continue;
          // A merged cell that a tool wrote out into each of its places is named by the first of them.
          const before = cells[i - 1];
          if (before?.row === cell.row && before.text.trim() === cell.text.trim()) continue;
          numbers++;
          const isNamed = places.some(([start, end]) => start < cell.end && end > cell.start);
          if (!isNamed) lost.push(`${uri}: ${cell.text}`);
        }
      }
    }
    expect(lost).toEqual([]);
    expect(numbers).toBeGreaterThan(amount(200, 4000));
  });
});
