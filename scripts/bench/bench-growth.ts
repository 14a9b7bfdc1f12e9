import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { growingDocuments } from './growing-documents.js';

const FACTORS = [1, 2, 4, 8];
/** What takes less is measured by chance. */
const NOISE_MS = 80;
const SLOPE_MAX = 1.3;

const child = fileURLToPath(new URL('./grow-one.ts', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** The milliseconds of every size that was finished within the limit. */
async function measureGrowth(name: string, limitMs: number): Promise<number[]> {
  const run = spawn(process.execPath, ['--import', loader, child, name, ...FACTORS.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  let out = '';
  for await (const piece of run.stdout) out += String(piece);
  return out.split('\n').filter(Boolean).map(Number);
}

/** The last step between two sizes that are well above the noise, as an exponent: 1 is linear, 2 is quadratic. */
function slopeOf(ms: readonly number[]): number | null {
  const slopes = ms.slice(1).flatMap((own, i) => {
    const before = ms[i]!;
    const factor = FACTORS[i + 1]! / FACTORS[i]!;
    return before < NOISE_MS ? [] : [Math.log(own / before) / Math.log(factor)];
  });
  return slopes.length > 0 ? slopes.at(-1)! : null;
}

/**
 * Documents that grow without end, each at sizes 1, 2, 4 and 8: what they cost may grow with their length, and not with its square.
 * @param only documents whose name has this
 * @returns 1: one grows faster, or is not finished
 */
export const benchGrowth = async ({ only, limit }: { only: string; limit: number }): Promise<number> => {
  let faults = 0;
  for (const { name } of growingDocuments.filter((one) => one.name.includes(only))) {
    const ms = await measureGrowth(name, limit * 1000);
    const slope = slopeOf(ms);
    const isGood = ms.length === FACTORS.length && (slope ?? 0) <= SLOPE_MAX;
    if (!isGood) faults++;
    const told = FACTORS.map((_, i) => (ms[i]?.toFixed(0) ?? '-').padStart(7)).join('');
    console.log(
      `${isGood ? 'ok   ' : 'FAULT'} ${name.padEnd(24)} ms${told}  slope ${slope?.toFixed(2) ?? 'in the noise'}`,
    );
  }
  return faults > 0 ? 1 : 0;
};
