import { CARRIERS_MAX } from '../convert-together.js';
import type { InputEntry } from './entry.js';
import { UsageError } from './usage-error.js';

/**
 * Puts all inputs together as the files of one report; whatever else there is goes by before. @throws UsageError where they are
 * more than the files of one report
 */
export async function* putTogether<T extends { kind: string }>(
  entries: AsyncIterable<T | InputEntry>,
): AsyncGenerator<T | InputEntry> {
  const inputs: InputEntry[] = [];
  for await (const entry of entries) {
    if (!isInput(entry)) {
      yield entry;
      continue;
    }
    inputs.push(entry);
    if (inputs.length > CARRIERS_MAX)
      throw new UsageError(`--together takes the files of one report, ${CARRIERS_MAX} at most`);
  }
  const [first, ...others] = inputs;
  if (first) yield { ...first, others };
}

const isInput = (entry: { kind: string }): entry is InputEntry => entry.kind === 'input';
