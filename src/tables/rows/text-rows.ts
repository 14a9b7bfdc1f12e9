import type { Place } from '../../model/parsed-document.js';
import type { PhysicalRow } from '../token.js';
import { inlineTokens } from './inline-tokens.js';
import { splitAtLabels } from './split-at-labels.js';

/** Sentences end like this; a line that holds one is prose, in which a table may still hide. */
const PROSE = /[。；]/u;

/**
 * Labels and values of a text without cell borders.
 * @param lengthMax a longer text is running text, whatever it holds
 */
export function textRows(
  text: string,
  place: Place,
  block: number,
  lengthMax = Number.POSITIVE_INFINITY,
): PhysicalRow[] {
  const form = PROSE.test(text) || text.length > lengthMax ? 'running' : 'line';
  return splitAtLabels(inlineTokens(text, place, block), form, block, 0);
}
