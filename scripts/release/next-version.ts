import { UsageError } from '../../src/cli/usage-error.js';

const STEPS = ['major', 'minor', 'patch'];
const VERSION = /^\d+\.\d+\.\d+$/u;

const partsOf = (version: string): number[] => version.split('.').map(Number);

const isAfter = (version: string, other: string): boolean => {
  const [left, right] = [partsOf(version), partsOf(other)];
  const at = left.findIndex((part, i) => part !== right[i]);
  return at >= 0 && left[at]! > right[at]!;
};

/** @param asked `major`, `minor`, `patch`, or a version that is later than the current one */
export function nextVersion(current: string, asked: string): string {
  const step = STEPS.indexOf(asked);
  if (step >= 0)
    return partsOf(current)
      .map((part, at) => (at < step ? part : at === step ? part + 1 : 0))
      .join('.');
  if (!VERSION.test(asked)) throw new UsageError(`${asked} is not a version, nor ${STEPS.join(', ')}`);
  if (!isAfter(asked, current)) throw new UsageError(`${asked} is not after ${current}`);
  return asked;
}
