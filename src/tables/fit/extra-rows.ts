import type { ColumnSpec, TableSpec } from '../../model/template.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { Alignment } from '../alignment.js';
import { draftFromSlot } from '../cell-draft.js';
import { slotOf } from '../slot.js';
import type { ExtraDraft } from '../table-fit.js';
import { holdsNumber, type PhysicalRow } from '../token.js';

/** Of a column that no form describes nothing can be said: any number may stand there. */
const PLAIN_COLUMN: ColumnSpec = { id: 'extra', label: '', signed: true, fractional: true };
/** Longer "labels" are sentences. */
const LABEL_LENGTH_MAX = 60;

/** Rows inside a table that the form does not have (行政检查, 其他主动公开文件): kept with their label and columns as printed. */
export function extraRows(
  rows: PhysicalRow[],
  alignment: Alignment,
  fold: FoldCharacters,
  spec: TableSpec,
): ExtraDraft[] {
  const taken = new Set(alignment.rows.map((row) => row.physical));
  const blocks = new Set(alignment.rows.map((row) => rows[row.physical]!.block));
  const extras: ExtraDraft[] = [];
  rows.forEach((row, i) => {
    if (taken.has(i) || row.form === 'running' || row.labels.length === 0 || !holdsNumber(row)) return;
    const inside = i > alignment.first && i < alignment.last;
    if (!inside && !(row.form === 'rectangle' && blocks.has(row.block))) return;
    if (row.form !== 'rectangle' && row.form !== 'ragged' && !inside) return;
    const label = row.labels.at(-1)!.text;
    if (label.length > LABEL_LENGTH_MAX || isHeading(label, spec, fold)) return;
    extras.push(extraRow(row, label, headingsAbove(rows, i)));
  });
  return extras;
}

function isHeading(label: string, spec: TableSpec, fold: FoldCharacters): boolean {
  const { core } = foldLabel(label, fold);
  return spec.headingLabels.some((heading) => foldLabel(heading, fold).core === core);
}

export function extraRow(row: PhysicalRow, label: string, headings: string[]): ExtraDraft {
  const context = {
    row: { id: 'extra', labelPath: [label] },
    column: PLAIN_COLUMN,
    heading: null,
    rowLabelled: true,
    columnLabelled: headings.length >= row.values.length,
    flags: [],
  };
  const names = headings.slice(-row.values.length);
  return {
    label: label.trim(),
    unit: null,
    cells: row.values.map((token, i) => ({
      column: names[i] ?? `第${i + 1}列`,
      draft: draftFromSlot(slotOf(token), context),
    })),
  };
}

/** The labels of the nearest heading row above. */
function headingsAbove(rows: PhysicalRow[], at: number): string[] {
  for (let i = at - 1; i >= 0; i--) {
    const row = rows[i]!;
    if (row.values.length === 0 && row.labels.length > 1) return row.labels.map((t) => t.text);
    if (row.labels.length > 2 && row.form !== 'rectangle') return row.labels.slice(0, -1).map((t) => t.text);
  }
  return [];
}
