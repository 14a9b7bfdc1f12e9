import { type Chunk, chunkBottom, chunkTop } from '../page/chunks.js';
import type { Interval } from '../page/column-gaps.js';
import { sameLine } from '../page/figure-rows.js';
import { isOneText, type RowSigns } from './row-bands.js';

/** A label beside several rows, or one with its unit beside it; points. */
export interface ParentBlock extends Interval {
  top: number;
  bottom: number;
}

const UNIT = /^(?:[条件次个人份篇部场期元]|万元)$/u;

/** The units of the rows, where nothing but units stands between labels and figures. */
export const unitsOf = (leaves: readonly Chunk[]): readonly Chunk[] =>
  leaves.every(({ text }) => UNIT.test(text)) ? leaves : [];

/** Labels of groups, each with all its lines. No label has two units. */
export function parentBlocks(
  parents: readonly Chunk[],
  signs: RowSigns,
  units: readonly Chunk[],
): ParentBlock[] {
  const hasUnit = (label: Chunk) => units.some((unit) => sameLine(label, unit));
  const blocks: Chunk[][] = [];
  for (const chunk of [...parents].sort((a, b) => a.baseline - b.baseline)) {
    const block = blocks.findLast((lines) => {
      const last = lines.at(-1)!;
      return last.x0 < chunk.x1 && last.x1 > chunk.x0;
    });
    const isNext = hasUnit(chunk) && block?.some(hasUnit);
    if (block && !isNext && isOneText(block.at(-1)!, chunk, { ...signs, isRuled: false })) block.push(chunk);
    else blocks.push([chunk]);
  }
  return blocks.map((lines) => ({
    x0: Math.min(...lines.map(({ x0 }) => x0)),
    x1: Math.max(...lines.map(({ x1 }) => x1)),
    top: Math.min(...lines.map(chunkTop)),
    bottom: Math.max(...lines.map(chunkBottom)),
  }));
}
