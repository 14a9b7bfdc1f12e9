import type { PhysicalRow, Token } from '../token.js';

/** A label behind values begins a new row; blanks before the first label of a row are spanned parents. */
export function splitAtLabels(
  tokens: Token[],
  form: PhysicalRow['form'],
  block: number,
  row: number,
  isLabelArea: (token: Token) => boolean = () => false,
): PhysicalRow[] {
  const rows: PhysicalRow[] = [];
  let current: PhysicalRow = { form, block, row, labels: [], values: [] };
  let leading: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'label') {
      if (current.values.length > 0) {
        rows.push(current);
        current = { form, block, row, labels: [], values: [] };
      }
      leading = [];
      current.labels.push(token);
    } else if (token.kind === 'blank' && isLabelArea(token)) {
      // an empty cell where a spanned parent should be
    } else if (token.kind === 'blank' && current.labels.length === 0 && current.values.length === 0) {
      leading.push(token);
    } else {
      for (const blank of leading) current.values.push(blank);
      current.values.push(token);
      leading = [];
    }
  }
  if (current.labels.length === 0 && current.values.length === 0) current.values = leading;
  if (current.labels.length > 0 || current.values.length > 0) rows.push(current);
  return rows;
}
