import { type FactId, factPatterns } from '../parsers/lookups/fact-patterns.js';
import { forms as templates } from '../parsers/templates/index.js';

/**
 * The national forms, oldest first, as data: for each its report years and tables, for each table the groups of rows that share columns,
 * the official labels and units of both, and the identities that its numbers must keep.
 *
 * ```ts
 * import { forms } from 'nianbao/forms';
 *
 * for (const { id, tables } of forms) console.log(id, tables.map(({ sectionTitles }) => sectionTitles[0]));
 * ```
 */
export const forms = templates;

type Form = (typeof forms)[number];
type Table = Form['tables'][number];
type Group<T extends TableId> = Extract<Table, { id: T }>['groups'][number];
/** The columns of those groups that have the row. */
type ColumnsOfRow<G, R> = G extends {
  rows: readonly { id: infer Ids }[];
  columns: readonly { id: infer C }[];
}
  ? R extends Ids
    ? C
    : never
  : never;

export type FormId = Form['id'];
export type TableId = Table['id'];
/** Rows of a table, in any of the forms. */
export type RowId<T extends TableId> = Group<T>['rows'][number]['id'];
/** Columns of a row, or of a table, in any of the forms. */
export type ColumnId<T extends TableId, R = RowId<T>> = ColumnsOfRow<Group<T>, R>;

/** What the prose of a report may state: the id of the fact, its name in the reports' language, the units that it may carry. */
export const facts: readonly { id: FactId; label: string; units: readonly string[] }[] = factPatterns
  .filter(({ id }, at) => factPatterns.findIndex((other) => other.id === id) === at)
  .map(({ id, label, units }) => ({ id, label, units }));
export type { FactId };
