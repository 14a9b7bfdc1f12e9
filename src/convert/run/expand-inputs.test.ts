import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../parsers/index.js';
import { expandInputs } from './expand-inputs.js';

const formats = loadKnowledge().formats;
let root: string;

/** Draws a folder: a name with a slash at its end is a folder, any other a file with one character. */
const draw = (...names: string[]): void => {
  for (const name of names) {
    if (name.endsWith('/')) mkdirSync(join(root, name), { recursive: true });
    else writeFileSync(join(root, name), 'x');
  }
};

/** One word an entry: `+` input, `?` input that nothing claims to be a document, `*` archive, `-` skipped, `!` failure. */
async function expand(...inputs: string[]): Promise<string[]> {
  const words: string[] = [];
  for await (const entry of expandInputs(inputs, formats)) {
    if (entry.kind === 'bundle')
      for (const { uri, claimed = true } of entry.files) words.push(`${claimed ? '+' : '?'} ${uri}`);
    else if (entry.kind === 'archive') words.push(`* ${entry.uri}`);
    else if (entry.kind === 'skipped') words.push(`- ${entry.uri}: ${entry.reason}`);
    else words.push(`! ${entry.failure.uri}: ${entry.failure.code}`);
  }
  return words.map((word) => word.replaceAll(root, ''));
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-inputs-'));
  draw('gbk/', 'a/', 'a/b/', 'a/.git/', 'a/2019.zip/', 'empty/');
  draw('a/z.html', 'a/B.html', 'a/é.html', 'a/10.txt', 'a/9.txt', 'a/logo.png', 'a/noname', 'a/b/c.pdf');
  draw('a/2019.zip/in.docx', 'a/.git/config.html', 'x[1].html');
  writeFileSync(join(root, 'a/void'), '');
  writeFileSync(join(root, 'a/void.html'), '');
  writeFileSync(
    Buffer.concat([Buffer.from(`${root}/gbk/`), Buffer.from('c4eab1a8', 'hex'), Buffer.from('.txt')]),
    'x',
  );
});

afterAll(() => rmSync(root, { recursive: true }));

describe('expandInputs', () => {
  it('walks a folder in byte order and names what it leaves out', async () => {
    expect(await expand(join(root, 'a'))).toEqual([
      '- /a/.git: hidden',
      '+ /a/10.txt',
      '+ /a/2019.zip/in.docx',
      '+ /a/9.txt',
      '+ /a/B.html',
      '+ /a/b/c.pdf',
      '- /a/logo.png: a picture',
      '? /a/noname',
      '- /a/void: empty',
      '+ /a/void.html',
      '+ /a/z.html',
      '+ /a/é.html',
    ]);
  });

  it('reads names in GBK, as archives from Chinese Windows leave them', async () => {
    expect(await expand(join(root, 'gbk'))).toEqual(['+ /gbk/年报.txt']);
  });

  it('keeps the order of the arguments and the names as given, twice where named twice', async () => {
    const [file, folder] = [join(root, 'a/z.html'), `${root}/a/b//`];
    expect(await expand(file, folder, '-', file)).toEqual([
      '+ /a/z.html',
      '+ /a/b/c.pdf',
      '+ stdin',
      '+ /a/z.html',
    ]);
  });

  it('takes any file that is named, whatever its suffix', async () => {
    expect(await expand(join(root, 'a/logo.png'), join(root, 'a/.git/config.html'))).toEqual([
      '+ /a/logo.png',
      '+ /a/.git/config.html',
    ]);
  });

  it('expands patterns in byte order; folders that match are walked', async () => {
    expect(await expand(join(root, 'a/*.txt'))).toEqual(['+ /a/10.txt', '+ /a/9.txt']);
    expect(await expand(join(root, 'a/[bl]*'))).toEqual(['+ /a/b/c.pdf', '- /a/logo.png: a picture']);
    expect(await expand(join(root, '**/*.pdf'))).toEqual(['+ /a/b/c.pdf']);
  });

  it('keeps the ./ that a pattern begins with', async () => {
    const sample = './samples/2023-linxi-clean-html/source.h*';
    expect(await expand(sample)).toEqual([`+ ${sample.replace('*', 'tml')}`]);
  });

  it('takes a name with brackets for a file where there is one', async () => {
    expect(await expand(join(root, 'x[1].html'))).toEqual(['+ /x[1].html']);
  });

  it('names what is not there', async () => {
    expect(await expand(join(root, 'none.html'), join(root, '*.none'), join(root, 'a/z.html/q'), '')).toEqual(
      ['! /none.html: not-found', '! /*.none: not-found', '! /a/z.html/q: not-found', '! : not-found'],
    );
    expect(await expand(join(root, 'empty'))).toEqual([]);
  });

  it('ends where links lead in circles', async () => {
    draw('loop/', 'loop/in/', 'loop/in/a.html');
    symlinkSync('..', join(root, 'loop/in/up'));
    symlinkSync('self.html', join(root, 'loop/self.html'));
    symlinkSync('nowhere', join(root, 'loop/gone'));
    symlinkSync('../a/b', join(root, 'loop/other'));
    expect(await expand(join(root, 'loop'))).toEqual([
      '- /loop/gone: no such file or folder',
      '+ /loop/in/a.html',
      '- /loop/in/up: a link to a folder that is walked already',
      '+ /loop/other/c.pdf',
      '! /loop/self.html: link-loop',
    ]);
  });

  it('knows archives by their bytes, in folders also by their names', async () => {
    const folder = join(root, 'archives');
    mkdirSync(folder);
    const record = 'WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n';
    const put = (name: string, bytes: string | Buffer): void => writeFileSync(join(folder, name), bytes);
    put('a.warc', record);
    put('b.warc.gz', gzipSync(record));
    put('c.warc.gz', gzipSync('no archive'));
    put('d.gz', gzipSync(record));
    put('e', record);
    expect(await expand(folder, join(folder, 'd.gz'), join(folder, 'e'), join(folder, '*.gz'))).toEqual([
      '* /archives/a.warc',
      '* /archives/b.warc.gz',
      '+ /archives/c.warc.gz',
      '- /archives/d.gz: an archive',
      '? /archives/e',
      '* /archives/d.gz',
      '* /archives/e',
      '* /archives/b.warc.gz',
      '+ /archives/c.warc.gz',
      '- /archives/d.gz: an archive',
    ]);
  });
});
