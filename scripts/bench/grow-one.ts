/** Converts one growing document at every size, in a process of its own, and prints the processor's milliseconds of each. */
import { convert } from '../../src/index.js';
import { growDocument } from './growing-documents.js';

const [name, ...factors] = process.argv.slice(2);

const costOf = async (factor: number): Promise<number> => {
  const bytes = await growDocument(name!, factor);
  const before = process.cpuUsage();
  const { failure } = await convert({ uri: name!, bytes }, { ocr: 'never' });
  if (failure?.code === 'internal-error') throw new Error(failure.message);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

await costOf(1);
for (const factor of factors) console.log((await costOf(Number(factor))).toFixed(1));
