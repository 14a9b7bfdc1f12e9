import type { Identity } from '../../model/template.js';

/** The row in which all cells of a sum stand; null for a sum across rows. */
export function rowOfSum({ parts, whole }: Identity): string | null {
  const [row, another] = new Set([...parts, ...whole].map((cell) => cell.row));
  return row !== undefined && another === undefined ? row : null;
}
