import type { Colors } from 'picocolors/types.js';
import type { Cell } from '../model/report-record.js';
import { clip, widthOf } from '../printing/fit-width.js';
import { printable } from '../printing/printable.js';

const RAW_WIDTH_MAX = 8;

/** Where nothing can be green, a sign keeps numbers that a sum confirms apart from those that were only read. */
const verifiedSign = ({ isColorSupported }: Colors): string => (isColorSupported ? ' ' : '✓');

/** A cell as the terminal shows it. The last character is kept for the sign, so that digits are under digits. */
export function drawCell(
  cell: Cell | undefined,
  colors: Colors,
): { plain: string; paint: (s: string) => string } {
  if (!cell) return { plain: '', paint: (s) => s };
  switch (cell.confidence) {
    case 'missing':
      return { plain: cell.suggested ? `[${cell.suggested.value}]` : '· ', paint: colors.dim };
    case 'blank':
      // Not zero, and not that number either: it is what the sums leave for it.
      return { plain: cell.suggested ? `[${cell.suggested.value}]` : '– ', paint: colors.dim };
    case 'suspect':
      return { plain: `${cell.value ?? clip(printable(cell.raw ?? ''), RAW_WIDTH_MAX)}?`, paint: colors.red };
    case 'verified':
      return { plain: `${cell.value ?? '–'}${verifiedSign(colors)}`, paint: colors.green };
    default:
      return { plain: `${cell.value ?? '–'} `, paint: (s) => s };
  }
}

/** What the signs of the tables mean, in as many lines as it takes. */
export function legend({ colors, width }: { colors: Colors; width: number }): string {
  const items = [
    colors.green(`7${verifiedSign(colors).trim()} verified by a sum`),
    '7 read, no sum to confirm it',
    colors.red('7? suspect'),
    colors.dim('– printed blank'),
    colors.dim('[7] blank or missing, but the sums leave only this'),
    colors.dim('· not in the source'),
  ];
  return items.reduce((text, item) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    return `${text}${widthOf(line) + widthOf(item) + 3 > width ? '\n' : '   '}${item}`;
  });
}
