/** A template row and the printed row that was found for it. */
export interface AlignedRow {
  official: number;
  physical: number;
  /** Similarity of the labels; null where the printed row lost its label and was placed by its neighbours. */
  labelScore: number | null;
  /** Its label was misread from a picture, and only partly speaks for the row. */
  isMisread?: true;
  /** Found by its label outside the form's order. */
  outOfOrder?: boolean;
  /** Another row of the form has the same label, and nothing printed tells which of them it is. */
  isTwin?: boolean;
}

export interface Alignment {
  rows: AlignedRow[];
  score: number;
  /** First and last printed row of the table. */
  first: number;
  last: number;
}
