import { addFlags } from '../../model/codes/add-flags.js';
import { issue } from '../../model/issue.js';
import type { ColumnSpec, RowSpec, TableSpec, Template } from '../../model/template.js';
import { isUnitWord } from '../../words/is-unit-word.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import { largest } from '../../words/largest.js';
import { readValue } from '../../words/read-value.js';
import { type CellDraft, missingDraft } from '../cell-draft.js';
import { officialRows } from '../official-labels.js';
import { joinFragments } from '../rows/join-fragments.js';
import { type ExtraDraft, regionOf, type TableFit } from '../table-fit.js';
import { holdsNumber, type PhysicalRow, type Token } from '../token.js';
import { extraRow } from './extra-rows.js';

/**
 * A table of indicators that is not the national form: a name, a unit, one or two values.
 *
 *   指标名称 计量单位 2014年度 历年累计 主动公开文件数 条 2543 78967 其中：1、政府网站公开数 条 2543 78967
 *
 * Every row is kept as an extra with its unit and both columns; a row whose name is exactly a national indicator's
 * gives that indicator its value too.
 */
interface Indicator {
  label: string;
  unit: string | null;
  row: PhysicalRow;
}

/** Fewer rows are no statistics table. */
const ROWS_MIN = 4;
const COLUMNS_MAX = 4;
const NAME_HEADING = /^(?:统计)?指标(?:名称)?$|^项目(?:名称)?$/u;
const UNIT_HEADING = /^(?:计量)?单位$/u;

export function fitIndicators(
  fragments: PhysicalRow[],
  template: Template,
  spec: TableSpec,
  fold: FoldCharacters,
): TableFit | null {
  const rows = joinFragments(fragments, COLUMNS_MAX);
  const found = longestRun(rows);
  if (found.length < ROWS_MIN) return null;
  const width = largest(found.map((i) => i.row.values.length));
  const headings = headingsOf(rows, rows.indexOf(found[0]!.row), width);
  const first = found[0]!;
  found[0] = { ...first, label: withoutHeading(first.label, headings) };
  const extras: ExtraDraft[] = found.map(({ label, unit, row }) => ({
    ...extraRow(row, label, headings),
    unit,
  }));
  const drafts = nationalIndicators(extras, spec, fold);
  if (rows.some((row) => isNameless(row, headings, fold)))
    doubtNames([...drafts, ...extras.flatMap(draftsOf)]);
  return {
    template,
    spec,
    drafts,
    extras,
    spent: new Set(),
    leftovers: [],
    issues: [
      issue(
        'provincial-form',
        `${extras.length} indicators of a form that is not the national one are kept in extras`,
        { path: 'extras' },
      ),
    ],
    score: found.length * 0.5,
    region: regionOf(found.map((i) => i.row)),
  };
}

/** The longest run of rows that print a unit between their name and their values. */
function longestRun(rows: PhysicalRow[]): Indicator[] {
  let best: Indicator[] = [];
  let run: Indicator[] = [];
  for (const row of rows) {
    if (row.values.length === 0) continue;
    const indicator = readIndicator(row);
    if (indicator) run.push(indicator);
    else run = [];
    if (run.length > best.length) best = [...run];
  }
  return best;
}

function readIndicator(row: PhysicalRow): Indicator | null {
  if (row.values.length > COLUMNS_MAX) return null;
  const pieces = labelPieces(row.labels);
  const last = pieces.at(-1);
  if (pieces.length < 2 || !last || !isUnitWord(last)) return null;
  const unit = last.replace(/[()（）]/gu, '');
  return {
    label: row.form === 'running' || row.form === 'line' ? pieces.slice(0, -1).join(' ') : pieces.at(-2)!,
    unit,
    row,
  };
}

/** A unit and a value without a name: the names of all others may stand beside their neighbours' values. */
function isNameless(row: PhysicalRow, headings: string[], fold: FoldCharacters): boolean {
  const pieces = labelPieces(row.labels);
  if (pieces.length === 0 || row.values.length > COLUMNS_MAX || !holdsNumber(row)) return false;
  const heading = pieces.findLastIndex((p) => headings.includes(p) || UNIT_HEADING.test(p));
  const names = pieces.slice(heading + 1, -1);
  return isUnitWord(pieces.at(-1)!) && names.every((piece) => foldLabel(piece, fold).core === '');
}

function doubtNames(drafts: CellDraft[]): void {
  for (const draft of drafts) {
    if (draft.state !== 'number') continue;
    draft.doubts.push('labels-may-be-shifted');
    draft.flags.push('labels-may-be-shifted');
  }
}

const draftsOf = ({ cells }: ExtraDraft): CellDraft[] => cells.map(({ draft }) => draft);

/** Pieces of the labels before the values; without cell borders, white space parts them. */
function labelPieces(labels: Token[]): string[] {
  return labels
    .flatMap((t) => (t.row === undefined ? t.text.split(/\s+/u) : [t.text.replace(/\s+/gu, '')]))
    .filter(Boolean);
}

/** Names of the value columns: what follows the heading of the unit column, or of the name column. */
function headingsOf(rows: PhysicalRow[], first: number, width: number): string[] {
  const pieces = rows.slice(Math.max(0, first - 3), first + 1).flatMap((row) => labelPieces(row.labels));
  const at = Math.max(
    pieces.findLastIndex((p) => UNIT_HEADING.test(p)),
    pieces.findLastIndex((p) => NAME_HEADING.test(p)),
  );
  return at < 0 ? [] : pieces.slice(at + 1, at + 1 + width);
}

/** In running text the heading stands in front of the first name. */
function withoutHeading(label: string, headings: string[]): string {
  const last = headings.at(-1);
  const pieces = label.split(' ');
  const at = last === undefined ? -1 : pieces.lastIndexOf(last);
  return pieces.slice(at + 1).join(' ');
}

function nationalIndicators(extras: ExtraDraft[], spec: TableSpec, fold: FoldCharacters): CellDraft[] {
  return officialRows(spec, fold).flatMap((official) =>
    official.group.columns
      .map((column, i) => {
        const extra = extras.find((e) => official.cores.includes(foldLabel(e.label, fold).core));
        const cell = extra?.cells[i];
        if (!cell) return column.optional ? null : missingDraft(official.spec, column);
        return inFormUnits(cell.draft, official.spec, column, extra.unit);
      })
      .filter((draft) => draft !== null),
  );
}

/** The draft of an indicator's figure as the cell of the form, in the unit that its own row names. */
function inFormUnits(draft: CellDraft, row: RowSpec, column: ColumnSpec, unit: string | null): CellDraft {
  const own = { ...draft, row: row.id, column: column.id, unit: row.unit ?? null };
  if (draft.state !== 'number') return own;
  const { value, unit: printed, flags, doubts } = readValue(draft.raw!, column, { row: unit }, row.unit);
  return {
    ...own,
    value,
    unit: printed,
    flags: addFlags(draft.flags, ...flags),
    doubts: [...new Set([...draft.doubts, ...doubts])],
  };
}
