/** What a word processor's file holds, before it is written as HTML. Lines of a paragraph are separated by "\n". */
export type OfficeBlock = OfficeParagraph | OfficeTable | OfficePicture;

export interface OfficePicture {
  kind: 'picture';
  /** The name of its part in the file. */
  src?: string;
}

interface OfficeParagraph {
  kind: 'paragraph';
  text: string;
  /** 1-6 where a style says that it is a heading. */
  headingLevel?: number;
}

/** Rows of cells in the order of their columns; what no cell covers is empty. No two cells overlap. */
export interface OfficeTable {
  kind: 'table';
  rows: OfficeCell[][];
}

export interface OfficeCell {
  /** Column of its left edge, from 0. */
  column: number;
  colSpan: number;
  rowSpan: number;
  blocks: OfficeBlock[];
}
