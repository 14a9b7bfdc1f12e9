import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { YearCheck, YearFinding } from '../model/year-finding.js';
import { compared } from './run-summary.js';

const NAME = 'across-years.jsonl';

export const findingLine = (finding: YearFinding): string => `${JSON.stringify(finding)}\n`;

/** What an earlier run left would be taken for this one's. */
export const removeFindings = (folder: string): Promise<void> => rm(join(folder, NAME), { force: true });

/**
 * Writes DIR/across-years.jsonl, a finding a line, where reports could be compared: an empty file says that they
 * agree, no file that there was nothing to compare.
 */
export async function writeFindings(folder: string, years: YearCheck): Promise<void> {
  if (compared(years) === 0 && years.findings.length === 0) return;
  const path = join(folder, NAME);
  await writeFile(`${path}.part`, years.findings.map(findingLine).join(''));
  await rename(`${path}.part`, path);
}
