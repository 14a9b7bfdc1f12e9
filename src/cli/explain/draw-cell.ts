import type { Colors } from 'picocolors/types.js';
import type { Cell } from '../../model/report-record.js';
import { printable } from '../printable.js';
import { clip } from './fit-width.js';

const RAW_WIDTH_MAX = 8;

/** A cell as the terminal shows it. The last character is the place of the doubt, so that digits stand under digits. */
export function drawCell(
  cell: Cell | undefined,
  colors: Colors,
): { plain: string; paint: (s: string) => string } {
  if (!cell) return { plain: '', paint: (s) => s };
  switch (cell.confidence) {
    case 'missing':
      return { plain: '· ', paint: colors.dim };
    case 'blank':
      // Not zero, and not that number either: it is what the sums leave for it.
      return { plain: cell.suggested ? `[${cell.suggested.value}]` : '– ', paint: colors.dim };
    case 'suspect':
      return { plain: `${cell.value ?? clip(printable(cell.raw ?? ''), RAW_WIDTH_MAX)}?`, paint: colors.red };
    case 'verified':
      return { plain: `${cell.value ?? '–'} `, paint: colors.green };
    default:
      return { plain: `${cell.value ?? '–'} `, paint: (s) => s };
  }
}

export const legend = (colors: Colors): string =>
  [
    colors.green('7 verified by a sum'),
    '7 read, no sum to confirm it',
    colors.red('7? suspect'),
    colors.dim('– printed blank, [7] where the sums prove it'),
    colors.dim('· not in the source'),
  ].join('   ');
