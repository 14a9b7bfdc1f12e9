import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import type { Span } from '../model/span.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { findHeader } from './find-header.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const read = (...drawn: DrawnBlock[]) => findHeader(drawDocument(drawn), lookups);

describe('findHeader on whole little reports', () => {
  it('reads a plain report without an issue', () => {
    const { value, issues } = read(
      '祁门县水利局2021年政府信息公开工作年度报告',
      '发布日期：2022-01-19 09:00  来源：祁门县水利局  浏览次数：7',
      '本报告由祁门县水利局编制，所列数据的统计期限自2021年1月1日起至2021年12月31日止。如有疑问，请与祁门县水利局办公室联系（地址：祁门县某路8号，邮编：245699，电话：0559－4500001）。',
      '一、总体情况',
    );
    expect(issues).toEqual([]);
    expect(value).toMatchObject({
      title: { value: '祁门县水利局2021年政府信息公开工作年度报告', confidence: 'read' },
      issuer: { value: '祁门县水利局', confidence: 'read' },
      year: { value: 2021, raw: '2021', confidence: 'read' },
      period: { start: { value: '2021-01-01' }, end: { value: '2021-12-31' } },
      publishedOn: { value: '2022-01-19', raw: '2022-01-19' },
      division: { code: '341024', path: ['安徽省', '黄山市', '祁门县'], confidence: 'read' },
      contact: {
        address: { value: '祁门县某路8号' },
        postcode: { value: '245699' },
        phone: { value: '0559－4500001' },
      },
    });
  });

  it('never throws and finds nothing where nothing is', () => {
    for (const drawn of [[], [''], ['。'], [[['']]], ['\u200b'], ['年度报告']] as DrawnBlock[][]) {
      const { value } = read(...drawn);
      expect(value.issuer.value).toBeNull();
      expect(value.year.value).toBeNull();
      expect(value.division).toBeNull();
    }
  });

  it('takes the full name from the signature where the title names no place', () => {
    const { value } = read(
      '县教育局2020年政府信息公开工作年度报告',
      '一、总体情况',
      '歙县教育局',
      '2021年1月5日',
    );
    expect(value).toMatchObject({
      issuer: { value: '歙县教育局' },
      division: { name: '歙县', confidence: 'read' },
    });
    const alone = read('县教育局2020年政府信息公开工作年度报告', '一、总体情况');
    expect(alone.value).toMatchObject({ issuer: { value: '县教育局' }, division: null });
  });
});

interface Truth {
  file: string;
  kind: string;
  year: number;
  issuer: string[];
  narrative: Record<string, string> & { period?: string[] };
}
const NOT_UTF8 = /-(?:gb18030|utf16le?|utf16)-text$/u;
const samples = new URL('../../samples/', import.meta.url);
/** Flattened text that needs no reader. */
const documents = readdirSync(samples).flatMap((name) => {
  const folder = new URL(`${name}/`, samples);
  const { truth } = JSON.parse(readFileSync(new URL('sample.json', folder), 'utf8')) as { truth: Truth };
  const isText = truth.kind === 'annual-report' && /\.(?:txt|md)$/.test(truth.file);
  return isText && !NOT_UTF8.test(name) ? [[name, folder, truth] as const] : [];
});

describe('findHeader on samples', () => {
  it.each(documents)('%s', (_, folder, truth) => {
    const lines = readFileSync(new URL(truth.file, folder), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    const parsed = drawDocument(lines);
    const { value } = findHeader(parsed, lookups);
    const { narrative } = truth;
    expect(truth.issuer).toContain(value.issuer.value);
    // Their places are invented: what nobody knows is a doubt, unless the page says it twice.
    const record = JSON.parse(readFileSync(new URL('record.json', folder), 'utf8'));
    expect(value.issuer.confidence).toBe([record].flat()[0].issuer.confidence);
    expect(value.year.value).toBe(truth.year);
    for (const name of ['phone', 'fax', 'postcode', 'email', 'address'] as const)
      if (narrative[name]) expect(value.contact[name].value).toBe(narrative[name]);
    if (narrative.published) expect(value.publishedOn.value).toBe(narrative.published);
    if (narrative.period) {
      const year = String(truth.year);
      expect([value.period.start.value, value.period.end.value]).toEqual([`${year}-01-01`, `${year}-12-31`]);
    }
    const fields = [
      value.title,
      value.issuer,
      value.year,
      value.publishedOn,
      ...Object.values(value.contact),
    ];
    for (const field of [...fields, value.period.start, value.period.end]) {
      const at = field.at as Span | null;
      if (at) expect(parsed.text.slice(at.start, at.end)).toBe(field.raw);
    }
  });
});
