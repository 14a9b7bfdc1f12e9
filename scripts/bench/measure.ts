import { Bench } from 'tinybench';

/** How long to go on, and how often at least. */
export interface Budget {
  timeMs: number;
  rounds: number;
}

/**
 * Measures what `work` takes for one item, each round going through all of them.
 * @returns milliseconds an item in the fastest round: other work on the machine only ever adds
 */
export async function measure<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown> | unknown,
  { timeMs, rounds }: Budget,
): Promise<number> {
  const bench = new Bench({
    time: timeMs,
    iterations: rounds,
    warmupTime: 0,
    warmupIterations: 1,
    throws: true,
  });
  bench.add('round', async () => {
    for (const item of items) await work(item);
  });
  await bench.run();
  const { result } = bench.tasks[0]!;
  if (result.state !== 'completed') throw new Error(`the benchmark ended as ${result.state}`);
  return result.latency.min / items.length;
}
