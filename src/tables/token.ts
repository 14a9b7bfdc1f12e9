import type { Place } from '../model/parsed-document.js';

/** One printed piece of a table: a label, a value, an empty cell, or a run of digits that may hold several values. */
export interface Token {
  kind: 'label' | 'value' | 'blank' | 'run';
  text: string;
  place: Place;
  block: number;
  /** Only in rectangles, where columns mean what they say. */
  row?: number;
  column?: number;
  colSpan?: number;
  /** Stands in a cell that reaches over rows with labels of their own: nobody knows which of them it is of. */
  isShared?: true;
}

/**
 * A printed line of a table, or what is left of it: its labels, then its values.
 * Rows of a `rectangle` are whole; those of other forms may be parts of one, or several may have been joined.
 */
export interface PhysicalRow {
  form: 'rectangle' | 'ragged' | 'line' | 'running';
  block: number;
  row: number;
  labels: Token[];
  values: Token[];
  /** How many columns the cells that the source prints in the row fill; none where it has no cells, or was cut in two. */
  cellCount?: number;
  /** Its label was recognised from a picture, and may be misread. */
  isRecognised?: true;
  /** Its values were put together from several lines of the source. */
  isPieced?: true;
}

export const holdsNumber = (row: PhysicalRow): boolean =>
  row.values.some((token) => token.kind === 'value' || token.kind === 'run');
