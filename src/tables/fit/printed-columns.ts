import type { ColumnSpec } from '../../model/template.js';
import type { ColumnEvidence } from '../columns/column-map.js';
import type { OfficialRow } from '../official-labels.js';
import type { Placement } from '../place/place-values.js';
import type { PhysicalRow } from '../token.js';

/** The form's columns in the order in which the heading prints them; an optional one only where it stands. */
export function printedColumns(
  official: OfficialRow,
  physical: PhysicalRow,
  evidence: ColumnEvidence,
): ColumnSpec[] {
  const all = official.group.columns;
  const required = all.filter((c) => !c.optional);
  const optional = all.filter((c) => c.optional && evidence.printed.has(c.id));
  const columns = physical.values.length > required.length ? [...required, ...optional] : required;
  const order = evidence.order;
  if (!order || order.length !== columns.length) return columns;
  return order.map((id) => columns.find((c) => c.id === id)!);
}

/** The columns from left to right as the heading names them. */
export function columnsOfMap(map: Map<number, string>, columns: readonly ColumnSpec[]): ColumnSpec[] {
  const ids = [...map].sort(([a], [b]) => a - b).map(([, id]) => id);
  return [...new Set(ids)].map((id) => columns.find((c) => c.id === id)).filter((c) => c !== undefined);
}

/** The same columns in the form's order. */
export function printedInForm(official: OfficialRow, columns: readonly ColumnSpec[]): ColumnSpec[] {
  return official.group.columns.filter((c) => columns.includes(c));
}

/**
 * Columns whose heading does not stand where the form has them: whole columns may have changed places or their headings
 * alone, and no sum tells these apart.
 */
export function displacedColumns(
  printed: readonly ColumnSpec[],
  inForm: readonly ColumnSpec[],
): Set<ColumnSpec> {
  return new Set(printed.flatMap((column, i) => (inForm[i] === column ? [] : [column])));
}

/** Do these columns hold the same in this row, in whatever order they stand? */
export function holdAlike({ placements, columns }: Placement, among: ReadonlySet<ColumnSpec>): boolean {
  const texts = placements.flatMap((slots) =>
    slots.filter((_, i) => among.has(columns[i]!)).map((slot) => slot.text),
  );
  return new Set(texts).size === 1 && texts[0] !== null;
}
