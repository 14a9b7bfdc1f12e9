import type { CellAddress, TableSpec } from '../../model/template.js';

/** Lines of a form, cells in order. Of the lines of one bundle, any two may have been exchanged. */
export function tableLines(spec: TableSpec): CellAddress[][][] {
  const bundles = spec.groups.flatMap(({ rows, columns }) => {
    const across = rows.map((row) => columns.map((column) => ({ row: row.id, column: column.id })));
    const down = columns.map((_, at) => across.map((line) => line[at]!));
    // Table 四 is one printed line, in which figures move from one group of columns to the next.
    return spec.layout === 'line' ? [across, down, [across.flat()]] : [across, down];
  });
  return bundles.filter((lines) => lines.length > 0);
}
