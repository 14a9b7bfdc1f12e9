import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertOriginal, readFixtures, sayCells } from '../../../scripts/office/compare-fixture.js';
import { fixtureReports, printFixture } from '../../../scripts/office/fixture-reports.js';
import { packLikeWord } from '../../../scripts/office/word-mhtml.js';
import { convert } from '../../../src/index.js';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { amount } from '../../../src/testing/amount.js';
import { mhtmlFormat } from './index.js';

const fixtures = readFixtures(fileURLToPath(new URL('fixtures', import.meta.url)));

describe('saved web pages', () => {
  it.each(fixtures.filter((_, i) => i % amount(3, 1) === 0))(
    'of Chromium give the cells of the DOCX: $file',
    async ({ file, report, bytes }) => {
      const { records, failure } = await convert({ uri: file, bytes });
      expect(failure).toBeNull();
      expect(records[0]!.source).toMatchObject({ format: 'mhtml', mediaType: 'multipart/related' });
      expect(sayCells(records)).toEqual(sayCells(await convertOriginal(report)));
    },
  );

  it.each(fixtureReports.filter((_, i) => i % amount(3, 1) === 0))(
    'of Word give the cells of the DOCX: $name',
    async (report) => {
      const html = new TextDecoder().decode((await printFixture(report, 'html-word')).bytes);
      const { records, failure } = await convert({ uri: 'report.mht', bytes: packLikeWord(html) });
      expect(failure).toBeNull();
      expect(sayCells(records)).toEqual(sayCells(await convertOriginal(report.name)));
      expect(records[0]!.issues.map(({ code }) => code)).not.toContain('charset-disagrees');
    },
  );
});

const readBytes = (bytes: Uint8Array): Promise<Result<ParsedDocument>> =>
  mhtmlFormat.read({ source: { uri: 'x', bytes }, sha256: '', mediaType: '', formatId: 'mhtml' });
const draw = (block: Block): string | string[] =>
  block.kind === 'paragraph' ? block.text : block.cells.map((c) => `${c.row},${c.column} ${c.text}`);
const drawn = async (bytes: Uint8Array) => (await readBytes(bytes)).value.blocks.map(draw);

const PAGE =
  '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><p>政府信息公开=情况</p><table><tr><td>甲</td><td>12</td></tr><tr><td>乙</td><td></td></tr></table></body></html>';
const SHOWN = ['政府信息公开=情况', ['0,0 甲', '0,1 12', '1,0 乙', '1,1 ']];

/** Parts as [headers, body], with the boundary "b". */
const mime = (parts: [headers: string, body: string][], headers = '', end = '--b--\n'): Uint8Array =>
  new TextEncoder().encode(
    `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b${headers}\n\n${parts
      .map(([head, body]) => `--b\n${head}\n\n${body}\n`)
      .join('')}${end}`,
  );
const HTML = 'Content-Type: text/html; charset=utf-8';

describe('mhtmlFormat', () => {
  it.each(['quoted-printable', 'base64', '8bit'] as const)(
    'undoes %s, in every charset',
    async (encoding) => {
      for (const charset of ['gb2312', 'utf-8', 'gb18030', 'big5']) {
        const page = charset === 'big5' ? PAGE.replaceAll(/[\u4e00-\u9fff]/g, '中') : PAGE;
        const { value, issues } = await readBytes(packLikeWord(page, encoding, charset));
        if (charset !== 'big5') expect(value.blocks.map(draw)).toEqual(SHOWN);
        expect(issues.map(({ code }) => code)).not.toContain('charset-damaged');
      }
    },
  );

  it('gives no places in a source, for the file holds the page packed', async () => {
    const { value, issues } = await readBytes(mime([[HTML, PAGE]]));
    expect(value.blocks.map(draw)).toEqual(SHOWN);
    expect(JSON.stringify(value.blocks)).not.toContain('source');
    expect(value.locate).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(['ignored-markup']);
  });

  it('believes the bytes of the page where its charset is a wrong one', async () => {
    const { value, issues } = await readBytes(
      mime([
        ['Content-Type: text/html; charset=iso-8859-1', PAGE.replace('charset=utf-8', 'charset=gb2312')],
      ]),
    );
    expect(value.blocks.map(draw)).toEqual(SHOWN);
    expect(issues.map(({ code }) => code)).toEqual([
      'charset-disagrees',
      'charset-disagrees',
      'ignored-markup',
    ]);
  });

  it('begins with the page that the file names, or with the first', async () => {
    const other = '<html><body><p>77</p></body></html>';
    expect(
      await drawn(
        mime(
          [
            [`${HTML}\nContent-ID: <a>`, other],
            [`${HTML}\nContent-ID: <c>`, PAGE],
          ],
          '; start="<c>"',
        ),
      ),
    ).toEqual(SHOWN);
    expect(
      await drawn(
        mime([
          [HTML, PAGE],
          [HTML, other],
        ]),
      ),
    ).toEqual(SHOWN);
    const inner = `--c\n${HTML}\n\n${PAGE}\n--c--`;
    expect(
      await drawn(
        mime([
          ['Content-Type: multipart/alternative; boundary=c', inner],
          ['Content-Type: text/plain', '9'],
        ]),
      ),
    ).toEqual(SHOWN);
  });

  it('reads tables that are typed into the page', async () => {
    const typed = '<html><body><pre>甲\t1\t2\n乙\t3\t4\n丙\t5\t6\n</pre></body></html>';
    const { value } = await readBytes(mime([[HTML, typed]]));
    expect(value.blocks.map(({ kind }) => kind)).toEqual(['grid']);
    expect(JSON.stringify(value.blocks)).not.toContain('source');
  });

  it('tells of pages in frames, which it does not read', async () => {
    const framed = (source: string) => PAGE.replace('<p>', `<iframe src="${source}"></iframe><p>`);
    const parts = (source: string): [string, string][] => [
      [HTML, framed(source)],
      [
        `${HTML}\nContent-ID: <f@x>\nContent-Location: http://a.example/in.html?a=1&b=2`,
        '<html><body><p>5</p></body></html>',
      ],
    ];
    for (const source of ['cid:f@x', 'http://a.example/in.html?a=1&amp;b=2']) {
      const { value, issues } = await readBytes(mime(parts(source)));
      expect(value.blocks.map(draw)).toEqual(SHOWN);
      expect(issues.map(({ code }) => code)).toContain('content-not-read');
    }
    const { issues } = await readBytes(mime(parts('http://b.example/')));
    expect(issues.map(({ code }) => code)).not.toContain('content-not-read');
  });
});

describe('files that are not read', () => {
  const codeOf = (bytes: Uint8Array): Promise<string> =>
    readBytes(bytes).then(
      () => 'read',
      (error) => (error instanceof UnreadableSourceError ? error.code : `thrown: ${error}`),
    );
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  it('are known by the headers that they begin with', () => {
    const known = (text: string) => mhtmlFormat.sniff({ uri: 'x.mht', bytes: bytesOf(text) }) !== null;
    expect(
      known(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n',
      ),
    ).toBe(true);
    expect(known('\ufeff\nMime-Version: 1.0\nContent-type: text/html\n\n<html>')).toBe(true);
    expect(known('MIME-Version: 1.0\nContent-Type: image/png\n\n')).toBe(false);
    expect(known('<html>\nMIME-Version: 1.0\nContent-Type: text/html\n')).toBe(false);
    expect(known('一、概述：无\nMIME-Version: 1.0\nContent-Type: text/html\n')).toBe(false);
    expect(known(`${'a: b\n '.repeat(2000)}`)).toBe(false);
  });

  it('say what is wrong with them', async () => {
    expect(await codeOf(mime([['Content-Type: image/png', 'x']]))).toBe('mhtml-no-page');
    expect(await codeOf(mime([[HTML, PAGE.slice(0, 200)]], '', ''))).toBe('mhtml-truncated');
    expect(
      await codeOf(
        mime(
          [
            [HTML, PAGE],
            ['Content-Type: image/png', 'x'],
          ],
          '',
          '',
        ),
      ),
    ).toBe('read');
    const nested = Array.from(
      { length: 30 },
      (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`,
    );
    expect(
      await codeOf(
        bytesOf(`MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n${nested.join('')}`),
      ),
    ).toBe('mhtml-damaged');
    expect(await codeOf(mime(Array.from({ length: 6000 }, () => ['Content-Type: image/png', 'x'])))).toBe(
      'mhtml-too-large',
    );
  });

  it('throw nothing but UnreadableSourceError however they are damaged', async () => {
    const whole = packLikeWord(PAGE);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = whole.slice(0, length);
        for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
        if (mhtmlFormat.sniff({ uri: 'x', bytes }) !== null)
          expect(await codeOf(bytes)).not.toMatch(/^thrown/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('HTML under another name', () => {
  it.each(['report.doc', 'report.xls', 'report.wps', 'report.rtf'])('is read as HTML: %s', async (uri) => {
    const report = fixtureReports[0]!;
    const { bytes } = await printFixture(report, 'html-word');
    const declared = { mediaType: 'application/msword' };
    const { records } = await convert({ uri, bytes, declared });
    expect(records[0]!.source).toMatchObject({ format: 'html', mediaType: 'text/html' });
    expect(sayCells(records)).toEqual(sayCells(await convertOriginal(report.name)));
  });
});
