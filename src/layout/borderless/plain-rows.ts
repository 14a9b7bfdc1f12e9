import { linesOf } from '../page/chunk-lines.js';
import { chunkBottom, chunkTop } from '../page/chunks.js';
import type { Ruling } from '../page/page-content.js';
import type { TableRegion } from './infer-borders.js';

/** Lines of one text are less than this many ems apart, lines of two rows more. */
const ROW_PITCH_EMS = 1.45;

/**
 * The borders of a part of a table that draws its columns and holds no figure, as one that a page break cuts off: rows are
 * where its lines are as far apart as rows are.
 */
export function plainRows({ chunks, box, rulings }: TableRegion): Ruling[] {
  const lines = linesOf(chunks);
  const parted = lines.slice(1).flatMap((line, i): Ruling[] => {
    const upper = lines[i]!;
    if (line.baseline - upper.baseline < ROW_PITCH_EMS * line.size) return [];
    const bottom = Math.max(...upper.chunks.map(chunkBottom));
    const top = Math.min(...line.chunks.map(chunkTop));
    return [{ axis: 'horizontal', position: (bottom + top) / 2, from: box[0], to: box[2] }];
  });
  return [
    ...rulings,
    ...parted,
    { axis: 'horizontal', position: box[1], from: box[0], to: box[2] },
    { axis: 'horizontal', position: box[3], from: box[0], to: box[2] },
  ];
}
