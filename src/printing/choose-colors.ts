import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types.js';

/**
 * Colours for a stream: `--color` and `--no-color` decide, then NO_COLOR (no-color.org), then whether a terminal that
 * knows colours shows it.
 */
export function chooseColors(stream: { isTTY?: boolean }, asked: boolean | undefined): Colors {
  const { NO_COLOR, TERM } = process.env;
  const fits = stream.isTTY === true && TERM !== 'dumb';
  return picocolors.createColors(asked ?? (NO_COLOR ? false : fits));
}
