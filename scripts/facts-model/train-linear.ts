/** An example with its classes. Those in `free` are neither learned nor unlearned. */
export interface Lesson {
  features: readonly string[];
  classes: readonly number[];
  free: readonly number[];
  /** The voice that said it. */
  voice: string;
}

interface TrainOptions {
  rounds: number;
  rate: number;
  decay: number;
  /** A feature that fewer voices have is left out. */
  voicesMin: number;
}

const usualTraining: TrainOptions = { rounds: 30, rate: 0.1, decay: 1e-4, voicesMin: 2 };

/** Weights by feature and class; the first row is the bias. */
export interface TrainedModel {
  classes: readonly string[];
  features: string[];
  weights: Float64Array;
  bias: Float64Array;
}

/** Logistic regression, one class against all others, by AdaGrad. The order of the lessons is a fixed shuffle. */
export function trainLinear(
  lessons: readonly Lesson[],
  classes: readonly string[],
  { rounds, rate, decay, voicesMin }: TrainOptions = usualTraining,
): TrainedModel {
  const known = knownFeatures(lessons, voicesMin);
  const rows = lessons.map(({ features }) => [
    0,
    ...new Set(features.flatMap((feature) => known.get(feature) ?? [])),
  ]);
  const size = classes.length;
  const weights = new Float64Array((known.size + 1) * size);
  const squares = new Float64Array(weights.length).fill(1e-2);
  const order = shuffled(lessons.length);
  const sums = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    for (const at of order) {
      const { classes: own, free } = lessons[at]!;
      const row = rows[at]!;
      sums.fill(0);
      for (const feature of row)
        for (let one = 0; one < size; one += 1) sums[one]! += weights[feature * size + one]!;
      for (let one = 0; one < size; one += 1) {
        if (free.includes(one)) continue;
        const error = 1 / (1 + Math.exp(-sums[one]!)) - (own.includes(one) ? 1 : 0);
        if (Math.abs(error) < 1e-4) continue;
        for (const feature of row) {
          const index = feature * size + one;
          const slope = error + (feature === 0 ? 0 : (decay * lessons.length * weights[index]!) / row.length);
          squares[index]! += slope * slope;
          weights[index]! -= (rate * slope) / Math.sqrt(squares[index]!);
        }
      }
    }
  }
  return {
    classes,
    features: [...known.keys()],
    weights,
    bias: weights.subarray(0, size),
  };
}

function knownFeatures(lessons: readonly Lesson[], voicesMin: number): Map<string, number> {
  const voices = new Map<string, Set<string>>();
  for (const { features, voice } of lessons)
    for (const feature of features) {
      const said = voices.get(feature) ?? new Set();
      voices.set(feature, said.add(voice));
    }
  const kept = [...voices].filter(([, said]) => said.size >= voicesMin).map(([feature]) => feature);
  return new Map(kept.sort().map((feature, at) => [feature, at + 1]));
}

function shuffled(length: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let seed = 20261130;
  for (let at = length - 1; at > 0; at -= 1) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
