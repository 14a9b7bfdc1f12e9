/** Where a chart's upright axis ends, and which values of it are named: round ones, from 0 on. */
interface Scale {
  top: number;
  ticks: number[];
}

/** How much larger than all others a single bar may be before it is cut: the first run finds everything new. */
const OUTLIER = 4;

/** @param sums lengths of the bars, whole numbers from 0 on */
export function scaleOf(sums: readonly number[]): Scale {
  const [first = 0, second = 0] = [...sums].sort((a, b) => b - a);
  const most = second > 0 && first > OUTLIER * second ? second : first;
  const step = roundStep(Math.max(1, most) / 3);
  // A bar that is cut must show above the others.
  const steps = Math.ceil(Math.max(1, most) / step) + (most < first ? 1 : 0);
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, at) => at * step) };
}

/** 1, 2 or 5 times a power of ten, at least 1 and not below `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, step)));
  return power * ([1, 2, 5].find((factor) => factor * power >= step) ?? 10);
}
