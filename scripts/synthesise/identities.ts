import { templates } from '../../parsers/templates/index.js';
import type { CellAddress, TableSpec } from '../../src/model/template.js';
import type { Truth } from './truth.js';

type Rows = NonNullable<Truth['tables'][keyof Truth['tables']]>;

const hasRowsOf = (rows: Rows, { groups }: TableSpec): boolean => {
  const ids = groups.flatMap((group) => group.rows.map(({ id }) => id));
  return (
    ids.length === Object.keys(rows).length && ids.every((id) => id in rows) && hasColumnsOf(rows, groups)
  );
};

/** Forms may differ in a column alone. */
const hasColumnsOf = (rows: Rows, groups: TableSpec['groups']): boolean =>
  groups.every((group) =>
    group.rows.every(({ id }) => {
      const ids = group.columns.map((column) => column.id);
      return Object.keys(rows[id]!).every((column) => ids.includes(column));
    }),
  );

/** A printed blank counts as nothing. */
const sumOf = (rows: Rows, cells: readonly CellAddress[]): number =>
  cells.reduce((sum, { row, column }) => sum + Number(rows[row]?.[column] || 0), 0);

/** The identities that a truth breaks, by name. Each table is held against the form whose rows and columns it has. */
export const brokenIdentities = (truth: Truth, forms = templates): string[] =>
  Object.entries(truth.tables).flatMap(([id, rows]) => {
    const spec = forms
      .flatMap(({ tables }) => tables)
      .find((table) => table.id === id && hasRowsOf(rows, table));
    if (!spec) return [`${id} is a table of no form`];
    return spec.identities
      .filter(({ relation, parts, whole }) => {
        const [left, right] = [sumOf(rows, parts), sumOf(rows, whole)];
        return relation === 'equals' ? left !== right : left > right;
      })
      .map((identity) => identity.id);
  });
