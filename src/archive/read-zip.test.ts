import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { formats } from '../../parsers/formats/index.js';
import { type DrawnMember, drawZip } from '../testing/draw-zip.js';
import { isZipArchive } from './is-zip-archive.js';
import { readZip } from './read-zip.js';

/** One word an item: a document and its text, what is passed over and why, what is wrong. */
async function say(bytes: Uint8Array): Promise<string[]> {
  const words: string[] = [];
  for await (const item of readZip({ uri: 'a.zip', bytes }, formats)) {
    if (item.kind === 'document')
      words.push(
        `${item.claimed ? '+' : '?'} ${item.uri} ${Buffer.from(item.bytes).toString().slice(0, 20)}`,
      );
    else if (item.kind === 'passed-over') words.push(`- ${item.uri}: ${item.reason}`);
    else words.push(`! ${item.uri} ${item.code}`);
  }
  return words;
}

const zip = (...members: DrawnMember[]) => say(drawZip(members));
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);

describe('readZip', () => {
  it('gives the documents in their order, and names what it passes over', async () => {
    expect(
      await zip(
        { name: '2023/', content: '' },
        { name: '2023/b.html', content: '<p>乙' },
        { name: '2023/a.txt', content: '甲', method: 0 },
        { name: 'noname', content: '丙' },
        { name: 'logo.png', content: 'x' },
        { name: '__MACOSX/._a.txt', content: 'x' },
        { name: 'b/.DS_Store', content: 'x' },
      ),
    ).toEqual([
      '+ a.zip!/2023/b.html <p>乙',
      '+ a.zip!/2023/a.txt 甲',
      '? a.zip!/noname 丙',
      '- a.zip!/logo.png: a picture',
      '- a.zip!/__MACOSX/._a.txt: a file of the operating system',
      '- a.zip!/b/.DS_Store: hidden',
    ]);
  });

  it('reads names in GBK and in UTF-8, declared or not, and takes paths for names', async () => {
    const name = '二〇二三年\\年报（诚）.txt';
    expect(
      await zip(
        { name: encode(name, 'gbk'), content: '1' },
        { name, content: '2' },
        { name, content: '3', flags: 0x800 },
        { name: '../../etc/passwd.txt', content: '4' },
        { name: '/abs\x1b[2J.txt', content: '5' },
      ),
    ).toEqual([
      '+ a.zip!/二〇二三年/年报（诚）.txt 1',
      '+ a.zip!/二〇二三年/年报（诚）.txt 2',
      '+ a.zip!/二〇二三年/年报（诚）.txt 3',
      '+ a.zip!/../../etc/passwd.txt 4',
      '+ a.zip!/abs\ufffd[2J.txt 5',
    ]);
  });

  it('opens an archive in an archive, and none in that', async () => {
    const innermost = drawZip([{ name: 'd.txt', content: '丁' }]);
    const inner = drawZip([
      { name: 'c.txt', content: '丙' },
      { name: 'deep.zip', content: innermost },
    ]);
    expect(
      await zip({ name: 'in.zip', content: inner, method: 0 }, { name: 'b.txt', content: '乙' }),
    ).toEqual(['+ a.zip!/in.zip!/c.txt 丙', '! a.zip!/in.zip!/deep.zip zip-too-deep', '+ a.zip!/b.txt 乙']);
  });

  it('takes a document that is packed as a ZIP for a document', async () => {
    const word = drawZip([{ name: 'word/document.xml', content: '<w/>' }]);
    expect(isZipArchive({ uri: 'x.zip', bytes: word }, formats)).toBe(false);
    expect(await zip({ name: 'in.docx', content: word })).toEqual([
      expect.stringMatching(/^\+ a\.zip!\/in\.docx PK/u),
    ]);
    const pdf = drawZip([{ name: 'a.pdf', content: '%PDF-1.4', method: 0 }]);
    expect(isZipArchive({ uri: 'x.pdf', bytes: pdf }, formats)).toBe(true);
  });

  it('names each member that it can not unpack, and goes on', async () => {
    const content = '甲乙丙';
    expect(
      await zip(
        { name: 'locked.txt', content, flags: 1 },
        { name: 'lzma.txt', content, method: 14 },
        { name: 'bomb.txt', content: zeros(30) },
        { name: 'liar.txt', content: zeros(1), claims: { size: 10 } },
        { name: 'changed.txt', content, claims: { crc: 1 } },
        { name: 'short.txt', content, claims: { size: 100 } },
        { name: 'whole.txt', content },
      ),
    ).toEqual([
      '! a.zip!/locked.txt encrypted',
      '! a.zip!/lzma.txt zip-method',
      '! a.zip!/bomb.txt zip-too-large',
      '! a.zip!/liar.txt zip-damaged',
      '! a.zip!/changed.txt zip-damaged',
      '! a.zip!/short.txt zip-damaged',
      '+ a.zip!/whole.txt 甲乙丙',
    ]);
  });

  it('stops where members share their bytes to unpack to without end', async () => {
    const content = zeros(9);
    const members: DrawnMember[] = [{ name: '0.txt', content }];
    for (let i = 1; i < 40; i++) members.push({ name: `${i}.txt`, content, sharesBefore: true });
    const words = await zip(...members);
    expect(words.length).toBeLessThan(5);
    expect(words.at(-1)).toBe('! a.zip zip-too-large');
  });

  it('says what is damaged, empty, or holds no document', async () => {
    const whole = drawZip([{ name: 'a.txt', content: '甲乙丙丁' }]);
    expect(await say(whole.subarray(0, -30))).toEqual(['! a.zip zip-damaged']);
    expect(await zip()).toEqual(['! a.zip zip-without-documents']);
    expect(await zip({ name: 'a.png', content: 'x' })).toEqual([
      '- a.zip!/a.png: a picture',
      '! a.zip zip-without-documents',
    ]);
    const flipped = Buffer.from(whole);
    flipped[30 + 5 + 3]! ^= 0x10;
    expect(await say(flipped)).toEqual(['! a.zip!/a.txt zip-damaged']);
  });
});
