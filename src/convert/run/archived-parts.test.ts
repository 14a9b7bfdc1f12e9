import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formats } from '../../../parsers/formats/index.js';
import { Archive } from '../../archive/archive.js';
import { drawExchange } from '../../testing/draw-exchange.js';
import type { Listed } from './entry.js';
import { unpackArchives } from './unpack-archives.js';

const [PAGE, FILE, PICTURE] = ['http://a.cn/1.html', 'http://a.cn/1.docx', 'http://a.cn/1.png'];
const at = '2026-11-22T18:00:00.000Z';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-joined-'));
  // Every exchange in a file of its own.
  const archive = await Archive.open(folder, { fileBytesMax: 1 });
  const keep = async (uri: string, body: string) =>
    (await archive.append(drawExchange(uri, body, { responseHeaders: [['Content-Type', 'text/html']] })))
      .bodyAt;
  const parts = [
    { role: 'page' as const, uri: PAGE, fetchedAt: at, at: await keep(PAGE, '<p>page</p>') },
    { role: 'attachment' as const, uri: FILE, fetchedAt: at, at: await keep(FILE, 'docx') },
    { role: 'picture' as const, uri: PICTURE, fetchedAt: at, at: await keep(PICTURE, 'png') },
  ];
  await keep('http://a.cn/2.html', '<p>another</p>');
  // Said twice, as after a kill.
  for (let said = 0; said < 2; said++) await archive.appendParts(parts);
  await archive.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What comes out of the files of these numbers: `page + file`, `failed address`. */
async function unpack(numbers: number[], options = { join: true }): Promise<string[]> {
  const entries = numbers.map((number): Listed => {
    const uri = `nianbao-00000${number}.warc.gz`;
    return { kind: 'archive', packing: 'warc', uri, path: join(folder, uri), claimed: true };
  });
  const found: string[] = [];
  for await (const entry of unpackArchives<never>(entries, formats, options)) {
    if (entry.kind === 'bundle')
      found.push(entry.files.map(({ uri, bytes }) => `${uri.slice(12)} ${bytes}`).join(' + '));
    if (entry.kind === 'failure') found.push(`failed ${entry.failure.uri} [${entry.failure.code}]`);
    if (entry.kind === 'skipped') found.push(`skipped ${entry.uri}`);
  }
  return found;
}

describe('bodies of which archives say that they are one report’s', () => {
  it('come together, once, whichever files they stand in', async () => {
    expect(await unpack([1, 2, 3, 4, 5, 6])).toEqual([
      ...[PAGE, FILE, PICTURE].map((uri) => `skipped ${uri}`),
      '2.html <p>another</p>',
      '1.html <p>page</p> + 1.docx docx + 1.png png',
    ]);
  });

  it('come one by one where nobody wants them together', async () => {
    expect(await unpack([1, 2, 3, 4, 5, 6], { join: false })).toEqual([
      ...['1.html <p>page</p>', '1.docx docx', '1.png png', '2.html <p>another</p>'],
    ]);
  });

  it('come as far as the archives hold them, and what is lost is told', async () => {
    const lost = (uri: string): string => `failed ${uri} [warc-revisit-unresolved]`;
    expect(await unpack([1, 2, 5])).toEqual([
      ...[`skipped ${PAGE}`, `skipped ${FILE}`, lost(PICTURE)],
      '1.html <p>page</p> + 1.docx docx',
    ]);
    // A file without its page is a document; a picture is not.
    expect(await unpack([2, 3, 5])).toEqual([
      `skipped ${FILE}`,
      `skipped ${PICTURE}`,
      lost(PAGE),
      '1.docx docx',
    ]);
  });
});
