import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvCells, jsonLines, prettyJson } from '../record/json-lines.js';
import { openPart, type PartFile } from '../record/part-file.js';
import type { Sink } from './sink.js';

/**
 * Writes DIR/records.jsonl, DIR/records/<id>.json, DIR/failures.jsonl where there are failures, and DIR/cells.csv if
 * asked for. Whole-run files carry `.part` until the run is over: a run that was cut off leaves no file that looks
 * complete. Of inputs with the same bytes, DIR/records holds the first.
 */
export async function openFolder(folder: string, withCells: boolean): Promise<Sink> {
  await mkdir(join(folder, 'records'), { recursive: true });
  // A list of failures that an earlier run left would be taken for this one's.
  await rm(join(folder, 'failures.jsonl'), { force: true });
  const lines = openPart(join(folder, 'records.jsonl'));
  const table = withCells ? openPart(join(folder, 'cells.csv')) : null;
  await table?.write(csvCells.head);
  let failures: PartFile | null = null;
  const written = new Set<string>();
  return {
    record: async (record) => {
      await lines.write(jsonLines.encode(record));
      await table?.write(csvCells.encode(record));
      if (written.has(record.id)) return;
      written.add(record.id);
      await writeFile(join(folder, 'records', `${record.id}.json`), prettyJson.encode(record));
    },
    text: async () => {},
    failure: async (failure) => {
      failures ??= openPart(join(folder, 'failures.jsonl'));
      await failures.write(`${JSON.stringify(failure)}\n`);
    },
    close: async () => {
      for (const file of [lines, table, failures]) await file?.finish();
    },
  };
}
