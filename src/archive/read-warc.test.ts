import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { type ByteSource, sourceOfBytes } from './byte-source.js';
import { Originals } from './originals.js';
import { type ArchiveItem, readWarc } from './read-warc.js';

async function items(bytes: Uint8Array): Promise<ArchiveItem[]> {
  const found: ArchiveItem[] = [];
  const reopen = async (): Promise<ByteSource> => sourceOfBytes(bytes);
  const options = { isWanted: () => true, originals: new Originals() };
  for await (const item of readWarc(await reopen(), reopen, options)) found.push(item);
  return found;
}

/** A record as warcio writes it, which shares no code with us. */
async function write(uri: string, body: string, gzip: boolean): Promise<Buffer> {
  const record = WARCRecord.create(
    {
      url: uri,
      date: '2024-03-01T08:00:00Z',
      type: 'response',
      httpHeaders: { 'Content-Type': 'text/html' },
    },
    [Buffer.from(body)],
  );
  return Buffer.from(await WARCSerializer.serialize(record, { gzip }));
}

const bodies = ['甲'.repeat(400), '乙', 'x'.repeat(3000), ''];
const uriOf = (index: number): string => `http://a.cn/${index}`;

const pieces = (gzip: boolean): Promise<Buffer[]> =>
  Promise.all(bodies.map((body, index) => write(uriOf(index), body, gzip)));

const archive = async (gzip: boolean): Promise<Buffer> => Buffer.concat(await pieces(gzip));

/** Are all documents among them what was written? Which of them are there may differ. */
function expectTrue(found: ArchiveItem[]): void {
  for (const item of found) {
    if (item.kind !== 'document') continue;
    expect(item.body.toString()).toBe(bodies[Number(item.uri.slice(uriOf(0).length - 1))]);
  }
}

describe('readWarc', () => {
  it('reads what warcio writes, packed record by record, plain, and packed as a whole', async () => {
    const plain = await archive(false);
    for (const bytes of [plain, await archive(true), gzipSync(plain)]) {
      const found = await items(bytes);
      expect(found.map((item) => item.kind === 'document' && item.body.toString())).toEqual(bodies);
      expect(found.map((item) => 'uri' in item && item.uri)).toEqual(bodies.map((_, index) => uriOf(index)));
    }
  });

  it('names the cut wherever an archive is cut off, and reads all that is whole', async () => {
    for (const gzip of [true, false]) {
      const parts = await pieces(gzip);
      const bytes = Buffer.concat(parts);
      const ends = [0];
      for (const part of parts) ends.push(ends.at(-1)! + part.length);
      for (let cut = 6; cut < bytes.length; cut += gzip ? 1 : 7) {
        const found = await items(bytes.subarray(0, cut));
        expectTrue(found);
        // The two line ends behind a plain record may be missing.
        const whole = ends.filter((end) => end > 0 && end - (gzip ? 0 : 4) <= cut).length;
        expect(found.filter(({ kind }) => kind === 'document')).toHaveLength(whole);
        const isClean = ends.some((end) => cut <= end && cut >= end - (gzip ? 0 : 4));
        expect(found.filter(({ kind }) => kind === 'trouble')).toHaveLength(isClean ? 0 : 1);
      }
    }
  });

  it('never hands out a body that was not written, whatever happened to a byte', async () => {
    for (const gzip of [true, false]) {
      const bytes = await archive(gzip);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
            minLength: 1,
            // Nothing vouches for the headers of a plain record: one byte can't spoil its digest and its body.
            maxLength: gzip ? 4 : 1,
          }),
          async (flips) => {
            const damaged = Buffer.from(bytes);
            for (const [at, mask] of flips) damaged[at]! ^= mask;
            const found = await items(damaged);
            for (const item of found) {
              if (item.kind === 'document') expect(bodies).toContain(item.body.toString());
            }
          },
        ),
        { seed: 7, numRuns: 500 },
      );
    }
  });
});
