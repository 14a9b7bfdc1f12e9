import type { BoundingBox } from '../../model/span.js';
import type { Borders } from '../page/borders.js';
import type { TableSection } from '../page/figure-rows.js';
import type { RowSigns } from './row-bands.js';

/** A section with its height on the page. */
export interface PlacedSection extends TableSection {
  top: number;
  bottom: number;
}

/** What all sections of a table share while their borders are drawn. */
export interface Sheet {
  box: BoundingBox;
  /** Where labels end, points. */
  edge: number;
  signs: RowSigns;
  borders: Borders;
  /** Column lines of the page before that hold for the section. */
  known: readonly number[];
}
