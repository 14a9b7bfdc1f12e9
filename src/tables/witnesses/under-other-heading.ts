import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { AlignedRow } from '../alignment.js';
import { type OfficialRow, officialColumns } from '../official-labels.js';
import type { PhysicalRow, Token } from '../token.js';

/** Shorter names (其他, 总计) are said of many things. */
const NAME_LENGTH_MIN = 4;
/** A heading stands at most this many rows above its last row. */
const REACH = 40;

/**
 * Does the row's label stand under a heading that names columns of another group of the table, and none of its own?
 *
 *   信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
 *   规章     | 4            | 3            | 2
 *   信息内容 | 本年处理决定数量
 *   行政规范性文件 | 3                     its heading is the one before
 */
export function underOtherHeading(
  rows: PhysicalRow[],
  officials: OfficialRow[],
  fold: FoldCharacters,
): (row: AlignedRow) => boolean {
  const groups = [...new Set(officials.map(({ group }) => group))];
  const namesOf = new Map(groups.map((group) => [group, columnNames(group, fold)]));
  const allNames = [...namesOf.values()].flat();
  return ({ physical, official }) => {
    const own = namesOf.get(officials[official]!.group)!;
    // Without cells a heading and the label behind it are one text.
    const hasCells = rows[physical]!.form === 'rectangle' || rows[physical]!.form === 'ragged';
    if (!hasCells || groups.length < 2 || own.length === 0) return false;
    for (let at = physical; at >= Math.max(0, physical - REACH); at--) {
      const labels = at === physical ? rows[at]!.labels.slice(0, -1) : rows[at]!.labels;
      const named = namedIn(labels, allNames, fold);
      if (named.length > 0) return !named.some((name) => own.includes(name));
    }
    return false;
  };
}

function columnNames(group: OfficialRow['group'], fold: FoldCharacters): string[] {
  return officialColumns(group.columns, fold)
    .flatMap(({ cores }) => cores)
    .filter((core) => core.length >= NAME_LENGTH_MIN);
}

function namedIn(labels: Token[], names: string[], fold: FoldCharacters): string[] {
  const cores = labels.map((label) => foldLabel(label.text, fold).core);
  return names.filter((name) => cores.some((core) => core.includes(name)));
}
