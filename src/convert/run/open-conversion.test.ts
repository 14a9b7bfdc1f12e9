import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convert } from '../../index.js';
import { compiledProgram } from '../../testing/compile-program.js';
import { openConversion } from './open-conversion.js';

const sample = fileURLToPath(new URL('../../../samples/2023-linxi-clean-html/source.html', import.meta.url));
const source = {
  uri: 'http://a.cn/1.html',
  bytes: readFileSync(sample),
  fetchedAt: '2026-11-22T11:00:00.000Z',
};

// Children are started from what stands beside the converter, and can only run what is compiled.
const compiled = join(dirname(compiledProgram), '../convert/run/open-converter.js');
const { openConverter } = (await import(compiled)) as typeof import('./open-converter.js');

const reading = { ocr: 'auto', pagesMax: 100 } as const;

describe('openConversion', () => {
  it('gives from a child process what would be read here', async () => {
    const conversion = openConversion(openConverter({ ...reading, timeoutMs: 600_000 }));
    try {
      expect(await conversion.convert([source])).toEqual(await convert(source));
      const broken = await conversion.convert([{ ...source, bytes: Buffer.from('%PDF-1.7 broken') }]);
      expect(broken).toMatchObject({ records: [], failure: { uri: source.uri } });
    } finally {
      conversion.close();
    }
  });

  it('stops what takes too long, and goes on', async () => {
    const conversion = openConversion(openConverter({ ...reading, timeoutMs: 1 }));
    try {
      expect(await conversion.convert([source])).toMatchObject({ records: [], failure: { code: 'timeout' } });
      expect(await conversion.convert([source])).toMatchObject({ records: [], failure: { code: 'timeout' } });
    } finally {
      conversion.close();
    }
  });
});
