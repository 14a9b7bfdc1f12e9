import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../parsers/index.js';
import { placeRecords } from '../../store/place-records.js';
import { drawZip } from '../../testing/draw-zip.js';
import { convertLinked } from './convert-linked.js';
import { convertTask } from './convert-task.js';
import type { TaskInput } from './task.js';

const knowledge = loadKnowledge();
const sample = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../samples/${name}/source.html`, import.meta.url)));
const page = sample('2023-linxi-clean-html');
const input = (uri: string, bytes: Uint8Array, linked?: TaskInput['linked']): TaskInput => ({
  ...{ uri, path: null, bytes },
  ...(linked && { linked }),
});
const convert = (files: TaskInput[]) => convertLinked(files, (task) => convertTask(task, knowledge));

describe('convertLinked', () => {
  it('converts a page with a ZIP of its files, each under an address where it is found again', async () => {
    const other = sample('2020-chengtang-own-sums-wrong');
    const zip = drawZip([
      { name: 'a.html', content: other },
      { name: 'b.html', content: Buffer.from(other.toString().replaceAll('2020', '2019')) },
    ]);
    const files = [input('http://a.cn/1.html', page), input('http://a.cn/1.zip', zip, 'attachment')];
    const { records, failure } = await convert(files);
    expect(failure).toBeNull();
    expect(records.map(({ source }) => source.uri)).toEqual([
      ...['http://a.cn/1.html', 'http://a.cn/1.zip!/a.html', 'http://a.cn/1.zip!/b.html'],
    ]);
    const placed = placeRecords(
      records,
      files.map(({ uri }) => ({ url: uri, finalUrl: uri })),
    );
    expect(placed.map(({ url, part }) => [url, part])).toEqual([
      ['http://a.cn/1.html', 0],
      ['http://a.cn/1.zip', 0],
      ['http://a.cn/1.zip', 1],
    ]);
  });

  it('leaves the page and its files apart where they hold more documents than one report comes in', async () => {
    const many = drawZip(
      Array.from({ length: 17 }, (_, at) => ({
        name: `${at}.html`,
        content: Buffer.concat([page, Buffer.from(`${at}`)]),
      })),
    );
    const { records, failure } = await convert([
      input('http://a.cn/1.html', page),
      input('http://a.cn/1.zip', many, 'attachment'),
      input('http://a.cn/1.png', Buffer.from('png'), 'picture'),
    ]);
    expect(records.map(({ source }) => source.uri)).toEqual(['http://a.cn/1.html']);
    expect(failure).toMatchObject({ uri: 'http://a.cn/1.zip', code: 'archive-not-read' });
  });
});
