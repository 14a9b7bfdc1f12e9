import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocument } from '../synthesise/document.js';
import { seededRandom } from '../synthesise/random.js';
import { damageDigit } from './damage-digit.js';

const recipe = { form: 'ogi-2021', year: 2023, seed: 15 } as const;
const PICTURE = '（表格见图）';

/**
 * Writes one invented report as a site hands it out: a page whose largest table is a picture, and the attachment that holds it,
 * in which one digit is another than on the page.
 */
export async function makeOneReport(_: unknown, args: string[]): Promise<void> {
  const folder = args[0]!;
  const page = await makeDocument(
    {
      ...recipe,
      carrier: 'html-clean',
      alterPage: ({ blocks }) => ({
        blocks: blocks.map((block) =>
          block.kind === 'table' && block.table.id === 'applications'
            ? { kind: 'paragraph', text: PICTURE }
            : block,
        ),
      }),
      alterText: (html) => html.replace(PICTURE, '<img src="table.png">'),
    },
    'page',
  );
  const place = { table: 'proactive', row: 'administrativeLicensing', column: 'decisions' } as const;
  const table = await makeDocument(
    {
      ...recipe,
      carrier: 'docx-plain',
      alterReport: (report) => damageDigit(report, place, seededRandom(1)),
    },
    'table',
  );
  mkdirSync(folder, { recursive: true });
  for (const [name, { bytes }] of Object.entries({ 'page.html': page, 'table.docx': table }))
    writeFileSync(join(folder, name), bytes);
}
