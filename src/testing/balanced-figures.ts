import type { TableSpec } from '../model/template.js';

/** Figures of table 三, by row, that keep every sum of the form of 2021; no two rows are alike. */
export function balancedFigures(spec: TableSpec): Record<string, number[]> {
  const { rows, columns } = spec.groups[0]!;
  const own: Record<string, number[]> = {};
  const total = (parts: number[]) => [...parts, parts.reduce((sum, part) => sum + part, 0)];
  const kept = rows.filter(
    ({ id }) => !['newlyReceived', 'carriedOver', 'totalProcessed', 'carriedForward'].includes(id),
  );
  kept.forEach(({ id }, i) => {
    own[id] = total([i * 7 + 3, (i * 5) % 11, i % 4, (i * 3) % 7, i % 2, (i + 2) % 5]);
  });
  const summed = columns.map((_, c) => kept.reduce((sum, { id }) => sum + own[id]![c]!, 0));
  own.totalProcessed = summed;
  own.carriedForward = total([2, 1, 0, 3, 0, 1]);
  own.carriedOver = total([4, 0, 1, 0, 2, 0]);
  own.newlyReceived = summed.map((sum, c) => sum + own.carriedForward![c]! - own.carriedOver![c]!);
  return own;
}
