import PQueue from 'p-queue';

/** Results that may wait for a slower one before them, for each job. */
const WAITING_MAX = 4;

/**
 * Works on `concurrency` items at a time and yields the results in the order of the items. No more than a few items a
 * job are ever under way or waiting to be taken, so that thousands stream through in the memory of a few.
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  concurrency: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const queue = new PQueue({ concurrency });
  const capacity = concurrency === 1 ? 1 : concurrency * WAITING_MAX;
  const window: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = queue.add(() => work(item));
      // It is awaited in its turn; until then a rejection must not count as unhandled.
      result.catch(() => {});
      window.push(result);
      if (window.length >= capacity) yield await window.shift()!;
    }
    while (window.length > 0) yield await window.shift()!;
  } finally {
    // What waits when the reader leaves is not begun any more.
    queue.clear();
  }
}
