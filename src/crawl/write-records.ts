import { join } from 'node:path';
import { openYearCheck, type YearKnowledge } from '../across-years/open-year-check.js';
import type { YearCheck } from '../model/year-finding.js';
import { openPart } from '../record/part-file.js';
import type { Workspace } from './workspace.js';

/**
 * Writes DIR/records.jsonl, the current version of each report by its id, and, where years are compared, DIR/across-years.jsonl. Both
 * are whole or not there.
 */
export async function writeRecords(
  { folder, store }: Pick<Workspace, 'folder' | 'store'>,
  years: YearKnowledge | null,
): Promise<YearCheck | null> {
  const checker = years && openYearCheck(years);
  const records = openPart(join(folder, 'records.jsonl'));
  for (const { id, version } of store.reports()) {
    const record = store.record(id, version)!;
    checker?.add(record);
    await records.write(`${JSON.stringify(record)}\n`);
  }
  await records.finish();
  if (checker === null) return null;
  const check = checker.check();
  const findings = openPart(join(folder, 'across-years.jsonl'));
  for (const finding of check.findings) await findings.write(`${JSON.stringify(finding)}\n`);
  await findings.finish();
  return check;
}
