import type { ColumnSpec } from '../../model/template.js';
import { isUnitWord } from '../../words/is-unit-word.js';
import type { FoldCharacters } from '../../words/label-text.js';
import { foldUnit } from '../../words/read-unit.js';
import type { UnitsAround } from '../../words/read-value.js';
import type { Alignment } from '../alignment.js';
import type { ColumnEvidence } from '../columns/column-map.js';
import type { OfficialRow } from '../official-labels.js';
import type { PhysicalRow } from '../token.js';

/** A caption stands this many blocks before its table at most, a note behind it. */
const REACH = 3;
/** 单位：万元; 金额单位为元. 填报单位 is a body. */
const NAMES_UNIT =
  /(?:^|[^报制送管位办公开])(?:计量|金额|货币)?单位(?:[:：]|均?为|是)|以.{1,8}为(?:计量)?单位/;
const NOTE = /^[(（*※]?(?:备?注|说明)/;
/** Only the last bracket of a row's label is its unit. */
const BRACKET_BEHIND = /[(（][^()（）]{1,16}[)）]$/;

/** The units that are printed around the cells of a table, beside those in its heading cells. */
export function printedUnits(
  fragments: readonly PhysicalRow[],
  rows: readonly PhysicalRow[],
  alignment: Alignment,
  fold: FoldCharacters,
) {
  const own = alignment.rows.map((row) => rows[row.physical]!);
  const blocks = new Set(own.flatMap((row) => [...row.labels, ...row.values].map(({ block }) => block)));
  const caption = captionOf(fragments, Math.min(...blocks), Math.max(...blocks));
  const labels = fragments.filter((row) => blocks.has(row.block)).flatMap((row) => row.labels);
  const texts = labels.map(({ text }) => fold(text));
  return (
    row: PhysicalRow,
    official: OfficialRow,
    column: ColumnSpec,
    evidence: ColumnEvidence,
  ): UnitsAround => {
    const heading = evidence.printed.get(column.id) ?? bracketBehind(texts, column, fold);
    return { row: unitOfRow(row, official), heading, caption };
  };
}

/** The word in the unit column, or what stands in brackets behind the label. */
function unitOfRow({ labels }: PhysicalRow, official: OfficialRow): string | null {
  const last = labels.at(-1)?.text.trim() ?? '';
  if (labels.length > 1 && isUnitWord(last)) return last;
  const behind = last.split(/\s+/u).at(-1)!;
  if (behind !== last && isUnitWord(behind)) return behind;
  const isOwn = official.spec.labelPath.at(-1) !== last;
  return (isOwn && BRACKET_BEHIND.exec(last)?.[0]) || null;
}

/** 本年收费金额（单位：元） in text without cells. */
function bracketBehind(texts: readonly string[], column: ColumnSpec, fold: FoldCharacters): string | null {
  if (column.unit !== 'CNY') return null;
  const names = [column.label, ...(column.aliases ?? [])].map((name) => fold(name).replace(/\(.*/, ''));
  for (const text of texts) {
    for (const name of names) {
      const at = text.indexOf(`${name}(`);
      if (at >= 0) return text.slice(at + name.length, text.indexOf(')', at) + 1);
    }
  }
  return null;
}

/** What the line above the table says of the unit, or a note behind it. */
function captionOf(fragments: readonly PhysicalRow[], first: number, last: number): string | null {
  let found: string | null = null;
  for (const { block, labels } of fragments) {
    if (block < first - REACH || block > last + REACH) continue;
    for (const { text } of labels) {
      if (block > last && (found !== null || !NOTE.test(text.trim()))) continue;
      const named = unitNamed(foldUnit(text));
      if (named) found = named;
    }
  }
  return found;
}

/** The part of a text that names a unit, unless it stands in the brackets of a heading. */
function unitNamed(text: string): string | null {
  const match = NAMES_UNIT.exec(text.replace(/(?<=[^(])\((?:单位[:：])?[^()]*\)/g, ''));
  return match ? text.slice(match.index, match.index + 24) : null;
}
