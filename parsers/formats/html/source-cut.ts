const TAIL_CHARS = 200_000;

const lastOf = (text: string, tags: readonly string[]): number =>
  Math.max(...tags.map((tag) => text.lastIndexOf(tag)));

/**
 * Do the bytes of a page end inside a cell, or inside a table? HTML lets most end tags out, but not that of a table.
 *
 *     <td>4               the number may go on: 4, 47, 471
 *     <td>4</td></tr>     rows may be missing
 */
export function sourceCut(source: string): 'cell' | 'table' | null {
  const tail = source.slice(-TAIL_CHARS).toLowerCase();
  const closed = lastOf(tail, ['</table', '</body', '</html']);
  const table = lastOf(tail, ['<table', '<tr', '<td', '<th']);
  if (table <= closed) return null;
  const cell = Math.max(lastOf(tail, ['<td', '<th ', '<th>']), 0);
  return cell > lastOf(tail, ['</td', '</th>', '</tr', '<tr', '</tbody', '</thead']) ? 'cell' : 'table';
}
