import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeScan } from './make-scan.js';
import { openPrinter } from './open-printer.js';
import { type Dpi, scanPlan } from './plan-scan.js';
import type { ScanTruth } from './score-scan.js';

/** One scan of the set: a report of a seed at a resolution. */
export interface ScanKey {
  seed: number;
  index: number;
  dpi: Dpi;
}

const truthPath = (folder: string, { seed, index, dpi }: ScanKey): string =>
  join(folder, `${seed}-${String(index).padStart(3, '0')}-${dpi}.truth.json`);

const scanPath = (folder: string, { seed }: ScanKey, file: string): string => join(folder, `${seed}-${file}`);

/** A scan in the folder. */
export function readScan(folder: string, key: ScanKey): { bytes: Uint8Array; wanted: ScanTruth } {
  const wanted = JSON.parse(readFileSync(truthPath(folder, key), 'utf8')) as ScanTruth;
  return { bytes: new Uint8Array(readFileSync(scanPath(folder, key, wanted.truth.file))), wanted };
}

/** Makes the scans that are not in the folder yet. @throws when Chromium is not installed */
async function writeScans(folder: string, keys: readonly ScanKey[]): Promise<void> {
  const printer = await openPrinter();
  try {
    for (const key of keys) {
      const plan = scanPlan(key.seed, key.index);
      const { bytes, truth, title, pages } = await makeScan(plan, key.dpi, printer);
      writeFileSync(scanPath(folder, key, truth.file), bytes);
      const wanted: ScanTruth = { truth, title, pages, kind: plan.kind, dpi: key.dpi };
      writeFileSync(truthPath(folder, key), `${JSON.stringify(wanted)}\n`);
    }
  } finally {
    await printer.close();
  }
}

/** The same in a process of its own, so that the memory of making does not count as that of reading. */
export async function makeSet(folder: string, keys: readonly ScanKey[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const wanting = keys.filter((key) => !existsSync(truthPath(folder, key)));
  if (wanting.length === 0) return;
  const child = fork(fileURLToPath(import.meta.url), [folder, JSON.stringify(wanting)]);
  const status = await new Promise((resolve) => child.on('exit', resolve));
  if (status !== 0) throw new Error(`making the scans ended with status ${status}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeScans(process.argv[2]!, JSON.parse(process.argv[3]!) as ScanKey[]);
