import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSummary } from '../../model/run-summary.js';
import { openPart } from '../../record/part-file.js';
import { drawHtml } from './draw-html.js';
import { drawText } from './draw-text.js';

/**
 * Writes DIR/runs/NNNNNN/summary.json, .txt and .html, then the same as DIR/runs/latest.*: each file is whole or as it was before.
 * @throws the errors of the file system
 */
export async function writeSummary(folder: string, summary: RunSummary): Promise<void> {
  const runs = join(folder, 'runs');
  const own = join(runs, String(summary.run).padStart(6, '0'));
  await mkdir(own, { recursive: true });
  const drawn = {
    json: `${JSON.stringify(summary, null, 2)}\n`,
    txt: drawText(summary),
    html: drawHtml(summary),
  };
  // Changed last, so that `latest` leads to a complete folder of the run.
  for (const path of [join(own, 'summary'), join(runs, 'latest')]) {
    for (const [ending, text] of Object.entries(drawn)) {
      const file = openPart(`${path}.${ending}`);
      await file.write(text);
      await file.finish();
    }
  }
}
