import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressNoise } from '../../parsers/lookups/report-links.js';
import { readAddresses } from './read-addresses.js';
import { UsageError } from './usage-error.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-addresses-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file and reads the addresses in it. */
function readFile(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readAddresses([path], addressNoise);
}

const urls = ({ addresses }: Awaited<ReturnType<typeof readAddresses>>) => addresses.map(({ url }) => url);
const lines = (list: { where: string }[]) => list.map(({ where }) => Number(/:(\d+)$/u.exec(where)?.[1]));

describe('a table of addresses', () => {
  it('gives the column url, whatever stands before it, with the lines of what is no address', async () => {
    const read = await readFile(
      'a.csv',
      '\ufeff县,URL,"home"\r\n甲,http://a.cn/1,http://x.cn/\r\n乙,"http://b.cn/art_1,2.html",\r\n\r\n丙,,http://y.cn/\r\n丁,见附件\r\n',
    );
    expect(urls(read)).toEqual(['http://a.cn/1', 'http://b.cn/art_1,2.html']);
    expect(lines(read.addresses)).toEqual([2, 3]);
    expect(lines(read.faults)).toEqual([5, 6]);
    expect(read.faults.map(({ text, message }) => [text, message])).toEqual([
      ['', 'there is no address'],
      ['见附件', 'it is no address'],
    ]);
  });

  it('gives the first column that holds addresses, with a heading or without, in GBK too', async () => {
    const text =
      '单位;主页;备注\n青岚县人民政府信息公开年度报告;http://a.cn/;好\n望澜市人民政府;https://b.cn/x;没有\n';
    expect(urls(await readFile('b.csv', iconv.encode(text, 'gbk')))).toEqual([
      'http://a.cn/',
      'https://b.cn/x',
    ]);
    expect(urls(await readFile('c.csv', '1,http://a.cn/\n2,http://b.cn/\n'))).toHaveLength(2);
    expect(urls(await readFile('d.tsv', 'http://a.cn/\t甲\nhttp://b.cn/\t乙\n'))).toHaveLength(2);
    expect(urls(await readFile('e.csv', 'http://a.cn/art_1.html\nhttp://b.cn/art_1,2.html\n'))).toEqual([
      'http://a.cn/art_1.html',
      'http://b.cn/art_1,2.html',
    ]);
  });

  it('never cuts an address at a comma', async () => {
    const read = await readFile('f.csv', 'url,name\nhttp://a.cn/art_1,2.html,甲\nhttp://b.cn/,乙\n');
    expect(urls(read)).toEqual(['http://b.cn/']);
    expect(read.faults[0]!.message).toContain('3 cells, the first row 2');
    await expect(readFile('g.csv', 'http://a.cn/art_1,2.html\n')).rejects.toThrow(/headings/u);
  });

  it('may be long', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},http://a.cn/${at}.html`);
    const read = await readFile('h.csv', ['no,url', ...rows, '7,http://a.cn/7.html#x'].join('\n'));
    expect(read.addresses).toHaveLength(20_000);
    expect(read).toMatchObject({ faults: [], repeated: 1 });
  });

  it.each([
    ['i.csv', 'a,b\n1,2\n', /no column of addresses/u],
    ['j.csv', 'url,b\n"http://a.cn/,2\n', /is no table/u],
    ['k.csv', '', /holds no text/u],
    ['l.txt', '# nothing\n\n', /holds no address/u],
  ])('%s is refused as a whole where nothing can be read', async (name, content, message) => {
    await expect(readFile(name, content)).rejects.toThrow(UsageError);
    await expect(readFile(name, content)).rejects.toThrow(message);
  });
});

describe('addresses one a line, and as arguments', () => {
  it('are taken without remarks, marks and fragments, each once in all its spellings', async () => {
    const read = await readFile(
      'a.txt',
      '# 2026\n<http://A.cn/x/../1#top>\n\nhttp://a.cn:80/1\nhttps://a.cn/1\n"http://b.cn/年报;jsessionid=1AB"\n年报\n',
    );
    expect(urls(read)).toEqual(['http://a.cn/1', 'http://b.cn/%E5%B9%B4%E6%8A%A5']);
    expect(read.repeated).toBe(2);
    expect(lines(read.faults)).toEqual([7]);
  });

  it('lose their names and passwords, and never tell them', async () => {
    const inputs = [
      'http://me:secret@a.cn/1',
      'http://me:secret@/ /',
      'ftp://me:secret@a.cn/',
      'file:///etc/passwd',
    ];
    const read = await readAddresses(inputs, addressNoise);
    expect(urls(read)).toEqual(['http://a.cn/1']);
    expect(read.faults.map(({ where, message }) => [where, message])).toEqual([
      ['argument 2', 'it is no address'],
      ['argument 3', 'ftp is neither http nor https'],
      ['argument 4', 'file is neither http nor https'],
    ]);
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it.each([
    ['www.example.cn/x', /no such file or folder \(an address begins with http/u],
    ['none.csv', /no such file or folder/u],
    ['/', /is a folder/u],
  ])('%s is neither an address nor a list', async (input, message) => {
    await expect(readAddresses([input], addressNoise)).rejects.toThrow(message);
  });
});
