import { describe, expect, it } from 'vitest';
import type { Format } from '../model/format.js';
import type { Knowledge } from '../model/knowledge.js';
import { UnreadableSourceError } from '../model/source.js';
import { identifySource } from './identify-source.js';
import { convertBundle } from './pipeline.js';

/** Takes sources that begin with its sign. */
const format = (
  id: string,
  sign: string,
  read: Format['read'] = () => Promise.reject(new Error('not read')),
): Format => ({
  ...{ id, about: id, cannotRead: [], suffixes: [], mediaTypes: [], recordedAs: [], traits: [] },
  sniff: ({ bytes }) =>
    String.fromCharCode(...bytes).startsWith(sign)
      ? {
          value: { mediaType: `test/${id}` },
          issues: [{ code: 'docx-message', severity: 'info', message: id }],
        }
      : null,
  read,
});
const source = (text: string, declared?: { mediaType: string }) => ({
  uri: 'x',
  bytes: Uint8Array.from(text, (c) => c.charCodeAt(0)),
  ...(declared ? { declared } : {}),
});
const formats = [format('first', 'AA'), format('second', 'A')];

describe('identifySource', () => {
  it('asks the formats in their order, and looks at the bytes', () => {
    expect(identifySource(source('AAA'), formats).value.formatId).toBe('first');
    expect(identifySource(source('ABA'), formats).value.formatId).toBe('second');
    expect(identifySource(source('AB', { mediaType: 'test/first' }), formats).value.mediaType).toBe(
      'test/second',
    );
  });

  it('hands on what the format saw, and the hash of the bytes', () => {
    const { value, issues } = identifySource(source('AA'), formats);
    expect(issues).toEqual([{ code: 'docx-message', severity: 'info', message: 'first' }]);
    expect(value.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(identifySource(source('AA'), formats).value.sha256).toBe(value.sha256);
    expect(identifySource(source('AAB'), formats).value.sha256).not.toBe(value.sha256);
  });

  it.each([
    ['', 'empty'],
    ['B', 'unknown-format'],
  ])('refuses %j as %s', (text, code) => {
    expect(() => identifySource(source(text), formats)).toThrow(expect.objectContaining({ code }));
  });
});

describe('convertBundle', () => {
  const knowing = (read: Format['read']) =>
    ({ formats: [format('only', 'A', read)] }) as unknown as Knowledge;

  it('says why bytes can not be read', async () => {
    const damaged = () => Promise.reject(new UnreadableSourceError('doc-damaged', 'the test broke it'));
    expect(await convertBundle({ files: [source('A')] }, knowing(damaged))).toEqual({
      records: [],
      failure: { uri: 'x', code: 'doc-damaged', message: 'the test broke it' },
    });
    expect((await convertBundle({ files: [source('')] }, knowing(damaged))).failure!.code).toBe('empty');
    expect((await convertBundle({ files: [source('B')] }, knowing(damaged))).failure!.code).toBe(
      'unknown-format',
    );
  });

  it.each([[new Error('a bug')], ['a thrown string']])('calls %s our own fault', async (thrown) => {
    const conversion = await convertBundle(
      { files: [source('A')] },
      knowing(() => Promise.reject(thrown)),
    );
    expect(conversion.failure!.code).toBe('internal-error');
    expect(conversion.records).toEqual([]);
  });
});
