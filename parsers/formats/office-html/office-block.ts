/** What a word processor's file holds, before it is written as HTML. Lines of a paragraph are separated by "\n". */
export type OfficeBlock = OfficeParagraph | OfficeTable | OfficePicture;

export interface OfficePicture {
  kind: 'picture';
  /** The name of its part in the file. */
  src?: string;
}

/** How a stretch of text looks to a reader; `unread`: it is the text of something that is not read, or nothing. */
export type OfficeLook = 'struck' | 'raised' | 'hidden' | 'faint' | 'turned' | 'unread' | 'several';

export interface OfficeRun {
  text: string;
  looks: readonly OfficeLook[];
}

export interface OfficeParagraph {
  kind: 'paragraph';
  /** What is shown of it. */
  text: string;
  /** The same in stretches, hidden ones too; absent where all of it is plain. */
  runs?: OfficeRun[];
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
