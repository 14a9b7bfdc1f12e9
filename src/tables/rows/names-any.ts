import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { PhysicalRow } from '../token.js';

/** Does a label of the row hold one of these folded names: a title, a heading? */
export const namesAny = ({ labels }: PhysicalRow, names: readonly string[], fold: FoldCharacters): boolean =>
  labels.some(({ text }) => {
    const { core } = foldLabel(text, fold);
    return names.some((name) => core.includes(name));
  });
