import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { oleFormat } from './index.js';
import { openOle } from './open-ole.js';

/** A container as another program writes it. */
function containerOf(streams: Record<string, Uint8Array>): Uint8Array {
  const made = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(made, name, Buffer.from(bytes));
  return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer);
}

const numbers = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7) % 251);

const messageOf = (bytes: Uint8Array): Promise<string> =>
  oleFormat.read({ source: { uri: 'x', bytes }, sha256: '', mediaType: '', formatId: 'ole' }).then(
    () => 'read',
    (error) =>
      error instanceof UnreadableSourceError ? `${error.code} ${error.message}` : `thrown: ${error}`,
  );

describe('openOle', () => {
  it('reads streams of all sizes, and only those at the root', () => {
    const streams = {
      '/small': numbers(70),
      '/even': numbers(64),
      '/large': numbers(5000),
      '/in/deep': numbers(9),
    };
    const ole = openOle(containerOf(streams));
    // The writer signs its containers.
    expect(ole.names.filter((name) => !name.includes('Sh33tJ5')).sort()).toEqual([
      'even',
      'in',
      'large',
      'small',
    ]);
    expect([...ole.stream('small')!]).toEqual([...numbers(70)]);
    expect([...ole.stream('even')!]).toEqual([...numbers(64)]);
    expect([...ole.stream('large')!]).toEqual([...numbers(5000)]);
    expect(ole.stream('deep')).toBeNull();
  });

  it('ends where chains run in circles', () => {
    const bytes = containerOf({ '/large': numbers(600_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 100; sector++) view.setUint32(table + 4 * sector, sector % 7, true);
    expect(() => openOle(bytes).stream('large')).toThrow(UnreadableSourceError);
  });

  it('reads what LibreOffice writes', () => {
    const path = fileURLToPath(new URL('../doc/fixtures/ogi-2019-merged.doc', import.meta.url));
    expect(openOle(readFileSync(path)).stream('WordDocument')!.length).toBeGreaterThan(10_000);
  });
});

describe('oleFormat', () => {
  it('names what it can not read', async () => {
    const one = numbers(10);
    expect(await messageOf(containerOf({ '/PowerPoint Document': one }))).toMatch(
      /office-unsupported.*PowerPoint/,
    );
    expect(await messageOf(containerOf({ '/MatOST': one }))).toMatch(/office-unsupported.*Works/);
    expect(await messageOf(containerOf({ '/Abc': one, '/Def': one }))).toMatch(/unknown kind \(.*Abc/);
    expect(await messageOf(containerOf({ '/Abc': one }).subarray(0, 700))).toMatch(/^ole-damaged/);
    const xml = Buffer.from(
      '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument>',
    );
    expect(oleFormat.sniff({ uri: 'x', bytes: xml })).not.toBeNull();
    expect(await messageOf(xml)).toMatch(/office-unsupported.*XML of Word 2003/);
    const word2 = Uint8Array.from({ length: 200 }, (_, at) => [0xdb, 0xa5, 0x2d, 0][at] ?? 0);
    expect(oleFormat.sniff({ uri: 'x', bytes: word2 })).not.toBeNull();
    expect(await messageOf(word2)).toMatch(/office-unsupported.*Word 1 or 2/);
  });
});
