import type { Borders } from '../page/borders.js';
import { type Chunk, chunkBottom, chunkTop } from '../page/chunks.js';
import type { Interval } from '../page/column-gaps.js';
import { headSpans } from './head-spans.js';
import { isOneText } from './row-bands.js';
import type { PlacedSection, Sheet } from './table-sheet.js';

interface HeadBlock {
  chunks: Chunk[];
  from: number;
  to: number;
}

/** Headings one above the other; a wide one closes the lines between the columns under it. */
export function drawHead(
  section: PlacedSection,
  grid: {
    columns: readonly Interval[];
    lines: readonly number[];
    labelLine: readonly number[];
    bottom: number;
  },
  { borders, box, signs }: Sheet,
): void {
  const blocks: HeadBlock[] = [];
  const heads = [...section.heads].sort((a, b) => a.baseline - b.baseline);
  const spanOf = headSpans(heads, grid.columns);
  for (const chunk of heads) {
    const [from, to] = spanOf(chunk);
    const above = blocks.findLast((block) => block.from <= to && block.to >= from);
    const goesOn =
      above && above.from === from && above.to === to && isOneText(above.chunks.at(-1)!, chunk, signs);
    if (goesOn) above.chunks.push(chunk);
    else blocks.push({ chunks: [chunk], from, to });
  }
  const edges = [
    ...(grid.labelLine.length > 0 ? grid.labelLine : [box[0]]),
    ...grid.lines.slice(grid.labelLine.length),
    box[2],
  ];
  const closed: { line: number; from: number; to: number }[] = [];
  for (const block of blocks) {
    const above = aboveOf(block, blocks);
    const below = blocks.find((other) => isOver(block, other));
    const top = above ? lineUnder(above, blocks, borders) : section.top;
    const bottom = below ? lineUnder(block, blocks, borders) : grid.bottom;
    if (below) {
      const [from, to] = [Math.min(block.from, below.from), Math.max(block.to, below.to)];
      borders.across(bottom, edges[from]!, edges[to + 1]!);
    }
    for (let column = block.from; column < block.to; column++)
      closed.push({ line: edges[column + 1]!, from: top, to: bottom });
  }
  for (const line of grid.lines) {
    let at = section.top;
    const gaps = closed.filter((gap) => gap.line === line).sort((a, b) => a.from - b.from);
    for (const gap of gaps) {
      borders.down(line, at, gap.from);
      at = Math.max(at, gap.to);
    }
    borders.down(line, at, grid.bottom);
  }
}

const isOver = (upper: HeadBlock, lower: HeadBlock): boolean =>
  upper !== lower &&
  upper.from <= lower.to &&
  upper.to >= lower.from &&
  upper.chunks[0]!.baseline < lower.chunks[0]!.baseline;

const aboveOf = (block: HeadBlock, blocks: readonly HeadBlock[]): HeadBlock | undefined =>
  blocks.filter((other) => isOver(other, block)).at(-1);

/** The line under a heading: above the highest of the headings that it heads, of which some have more lines than others. */
const lineUnder = (upper: HeadBlock, blocks: readonly HeadBlock[], borders: Borders): number => {
  const own = blocks.filter((block) => aboveOf(block, blocks) === upper);
  const under = own.length > 0 ? own : blocks.filter((block) => isOver(upper, block));
  return borders.rowLine(
    Math.max(...upper.chunks.map(chunkBottom)),
    Math.min(...under.flatMap(({ chunks }) => chunks).map(chunkTop)),
  );
};
