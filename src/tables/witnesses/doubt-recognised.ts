import { isPoor, isUnsure } from '../../evidence/with-recognition.js';
import type { ParsedDocument } from '../../model/parsed-document.js';
import type { Recognition } from '../../model/recognition.js';
import type { ColumnSpec, RowSpec, TableSpec } from '../../model/template.js';
import { readValue } from '../../words/read-value.js';
import type { CellDraft } from '../cell-draft.js';
import { NEEDS_CONFIRMATION } from '../place/place-values.js';
import type { TableFit } from '../table-fit.js';

/**
 * Takes over how surely the cells of a scan were recognised: an unsure one counts only where a sum confirms it, a poor one
 * never, and what else its print may say goes to the decoder. Text that the source holds as text is not touched.
 */
export function doubtRecognised(
  fit: TableFit,
  { recognition }: { recognition: ParsedDocument['recognition'] },
): void {
  if (!recognition) return;
  const specOf = specsOf(fit.spec);
  const extras = fit.extras.flatMap(({ cells }) => cells.map(({ draft }) => draft));
  for (const draft of [...fit.drafts, ...extras]) {
    const found = draft.place && recognition(draft.place.start, draft.place.end);
    if (found) doubt(draft, found, specOf(draft));
  }
  if (isOutOfOrder(fit)) for (const draft of fit.drafts) doubtPlace(draft);
}

/**
 * Do the recognised cells of the table stand in another order than in the form, or two of them in one place? A misread heading
 * then gave figures to columns that are not theirs.
 */
function isOutOfOrder({ spec, drafts }: TableFit): boolean {
  const startOf = new Map<string, number>(
    drafts.flatMap(({ row, column, place, flags }) =>
      place && flags.includes('ocr') ? [[`${row}.${column}`, place.start] as const] : [],
    ),
  );
  const starts = spec.groups
    .flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => `${row.id}.${column.id}`)))
    .flatMap((key) => startOf.get(key) ?? []);
  return starts.some((start, at) => at > 0 && start <= starts[at - 1]!);
}

function doubtPlace(draft: CellDraft): void {
  if (draft.state !== 'number') return;
  draft.flags.push('column-order');
  draft.doubts.push('column-order');
}

type CellSpec = { row: RowSpec; column: ColumnSpec };

function specsOf({ groups }: TableSpec): (draft: CellDraft) => CellSpec | undefined {
  const specs = new Map<string, CellSpec>();
  for (const { rows, columns } of groups)
    for (const row of rows)
      for (const column of columns) specs.set(`${row.id}.${column.id}`, { row, column });
  return (draft) => specs.get(`${draft.row}.${draft.column}`);
}

function doubt(draft: CellDraft, recognition: Recognition, spec: CellSpec | undefined): void {
  if (!draft.flags.includes('ocr')) draft.flags.push('ocr');
  if (draft.state !== 'number' && draft.state !== 'blank') return;
  const misreadings = spec ? misreadingsOf(draft, recognition, spec) : [];
  if (misreadings.length > 0) draft.misreadings = misreadings;
  if (draft.state !== 'number') return;
  if (draft.value! < 0 && !spec?.column.signed && misreadings.includes(-draft.value!)) {
    // What a column can't hold was read from a speck before the figure. It stays in `raw`.
    draft.value = -draft.value!;
    draft.misreadings = misreadings.filter((number) => number !== draft.value);
    draft.flags.push('sign-unsure', NEEDS_CONFIRMATION);
  } else if (draft.value !== 0 && misreadings.includes(-draft.value!)) {
    // A hairline that a scanner wipes away; no sum may hold both ways, so a sum that holds decides.
    draft.flags.push('sign-unsure', NEEDS_CONFIRMATION);
  }
  if (!isUnsure(recognition)) return;
  draft.flags.push('ocr-unsure', NEEDS_CONFIRMATION);
  if (isPoor(recognition)) draft.doubts.push('ocr-unsure');
}

/** The numbers of the other texts that the same print may say, likeliest first; 0 for one that says nothing. */
function misreadingsOf(draft: CellDraft, { rivals }: Recognition, { row, column }: CellSpec): number[] {
  const numberOf = (text: string): number | null => {
    const { state, value } = readValue(text, column, null, row.unit);
    return state === 'blank' ? 0 : value;
  };
  const own = draft.raw === null ? null : numberOf(draft.raw);
  if (own === null) return [];
  const value = draft.value ?? 0;
  // A unit in the heading holds for every reading of the cell.
  const factor = own === 0 ? 1 : value / own;
  const numbers = rivals.flatMap(({ text }) => numberOf(text) ?? []).map((number) => number * factor);
  // A count has no sign to lose.
  return [...new Set(numbers)].filter((number) => number !== value && (number >= 0 || column.signed));
}
