import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { docFormat } from './index.js';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))));

const readBytes = (bytes: Uint8Array): Promise<Result<ParsedDocument>> =>
  docFormat.read({ source: { uri: 'x', bytes }, sha256: '', mediaType: '', formatId: 'doc' });

const drawBlock = (block: Block): string | string[] =>
  block.kind === 'paragraph'
    ? `${block.headingLevel ? `h${block.headingLevel} ` : ''}${block.text}`
    : block.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`);

describe('docFormat', () => {
  it('leaves out what is hidden, deleted, an instruction or no part of the body, and says so', async () => {
    const { value, issues } = await readBytes(fixture('odd.doc'));
    expect(value.blocks.map(drawBlock)).toEqual([
      '收到125件，共1件',
      '换行',
      '编号的段落',
      [
        ...['0,0 1x1 外左', '0,1 1x1 内表之前 内表之后', '0,2 1x1 甲 乙'],
        ...['1,0 1x1 下左', '1,1 1x1 ', '1,2 1x1 ９'],
      ],
      ['0,0 1x1 内1', '0,1 1x1 内2'],
      '结尾。',
    ]);
    expect(issues).toMatchObject([
      { code: 'hidden-content', message: '3 runs of hidden or deleted text were left out.' },
      { code: 'list-numbering' },
      {
        code: 'content-not-read',
        message: 'The document holds what could not be read: footnotes.',
      },
      { code: 'ignored-page-furniture' },
    ]);
  });

  it('keeps heading levels and merged cells', async () => {
    const { value } = await readBytes(fixture('ogi-2019-merged.doc'));
    expect(
      value.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.headingLevel ?? 0] : [])),
    ).toContain(2);
    expect(value.blocks[0]).toMatchObject({ headingLevel: 1 });
    const grid = value.blocks.find((block) => block.kind === 'grid' && block.rowCount > 20);
    expect(grid).toMatchObject({ layout: 'rectangle', columnCount: 10 });
    expect(drawBlock(grid!).slice(0, 4)).toEqual([
      '0,0 3x3 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      '0,3 1x7 申请人情况',
      '1,3 2x1 自然人',
      '1,4 1x5 法人或其他组织',
    ]);
  });

  it('claims Word documents by their streams', () => {
    const sniff = (bytes: Uint8Array) => docFormat.sniff({ uri: 'x.doc', bytes });
    expect(sniff(fixture('narrative.doc'))?.value.mediaType).toBe('application/msword');
    expect(sniff(fixture('narrative.doc').subarray(0, 600))).toBeNull();
    expect(sniff(Buffer.from('<html>'))).toBeNull();
  });
});

describe('unreadable Word documents', () => {
  const codeOf = (bytes: Uint8Array): Promise<string> =>
    readBytes(bytes).then(
      () => 'read',
      (error) => (error instanceof UnreadableSourceError ? error.code : `thrown: ${error}`),
    );

  const narrative = fixture('narrative.doc');
  /** Where the main stream begins: with its identifier, at the start of a sector. */
  const main = [...narrative.keys()].find(
    (at) => at > 0 && at % 512 === 0 && narrative[at] === 0xec && narrative[at + 1] === 0xa5,
  )!;
  const flags = narrative[main + 11]!;

  /** A fixture with some bytes of its main stream changed. */
  const changed = (changes: Record<number, number>): Uint8Array => {
    const bytes = narrative.slice();
    for (const [at, byte] of Object.entries(changes)) bytes[main + Number(at)] = byte;
    return bytes;
  };

  it('say what they are', async () => {
    expect(await codeOf(changed({}))).toBe('read');
    expect(await codeOf(changed({ 11: flags | 1 }))).toBe('encrypted');
    expect(await codeOf(changed({ 2: 0x65, 3: 0 }))).toBe('office-unsupported');
    expect(await codeOf(changed({ 0: 0xdc }))).toBe('office-unsupported');
    expect(await codeOf(changed({ 0: 0 }))).toBe('doc-damaged');
    expect(await codeOf(changed({ 11: flags ^ 2 }))).toBe('doc-damaged');
  });

  it('say that they are too large, or point behind their end', async () => {
    const chars = 76;
    expect(await codeOf(changed({ [chars + 3]: 0x40 }))).toBe('doc-too-large');
    expect(await codeOf(changed({ [chars + 2]: 0x20 }))).toBe('doc-damaged');
    const [characters, paragraphs, pieces] = [0xfa, 0x102, 0x1a2];
    for (const stretch of [characters, paragraphs, pieces]) {
      expect(await codeOf(changed({ [stretch + 3]: 0x7f }))).toBe('doc-damaged');
    }
    expect(await codeOf(fixture('narrative.doc').subarray(0, 4000))).toBe('ole-damaged');
  });

  it('throw nothing but UnreadableSourceError however they are damaged', async () => {
    const whole = fixture('odd.doc');
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), fc.boolean(), async (changes, length, shorten) => {
        const bytes = whole.slice(0, shorten ? length : whole.length);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        expect(await codeOf(bytes)).not.toMatch(/^thrown/);
      }),
      { numRuns: 400 },
    );
  });
});
