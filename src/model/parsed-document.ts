import type { Mark } from './mark.js';
import type { Recognition } from './recognition.js';
import type { BoundingBox } from './span.js';

/** Offsets of a piece of text; see Span for the units. */
export interface Place {
  /** In the parsed text. */
  start: number;
  end: number;
  /** In the decoded source (HTML and text). */
  sourceStart?: number;
  sourceEnd?: number;
  /** PDF. */
  page?: number;
  bbox?: BoundingBox;
}

/** A line or paragraph of running text. `parsed.text.slice(start, end) === text`. */
export interface Paragraph extends Place {
  kind: 'paragraph';
  text: string;
  /** Set where the format itself says it is a heading (h1..h6, Word heading styles, Markdown #): 1 is the highest. */
  headingLevel?: number;
}

/** One printed cell. Spanned cells stand once, at their top left. */
export interface GridCell extends Place {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  /** As printed: markup removed, ends trimmed, inner white space kept. "" is an empty cell. `parsed.text.slice(start, end) === text`. */
  text: string;
}

/**
 * A table. In a `rectangle` the column numbers mean what they say (HTML, DOCX, PDF, well-formed Markdown and TSV).
 * In a `ragged` grid (flattened pipe and tab text) only the order of cells can be relied on: `column` is the index in its row,
 * spans are 1, and a row may be a part of a printed row.
 */
export interface Grid extends Place {
  kind: 'grid';
  layout: 'rectangle' | 'ragged';
  rowCount: number;
  columnCount: number;
  /** In reading order: by row, then by column. */
  cells: GridCell[];
}

export type Block = Paragraph | Grid;

/** What a format parser returns. A block's number in a Span is its index in `blocks`. */
export interface ParsedDocument {
  /** What `convert --text` prints and spans refer to. */
  text: string;
  blocks: Block[];
  /** The format as the record names it: html, docx, pdf, text, text-pipe, text-tab, ... */
  format: string;
  /** Facts that the carrier states outside the running text: <title>, meta ArticleTitle / PubDate / ContentSource, PDF info. */
  metadata: { name: string; value: string }[];
  /**
   * Maps a slice of the parsed text to its place in the source, for facts found inside paragraphs.
   * Absent where the format has no linear source.
   */
  locate?: (start: number, end: number) => Partial<Place>;
  /** What the layout says of pieces of the text (struck out, raised, hidden, ...), in their order; none where absent. */
  marks?: readonly Mark[];
  /** The text with what was set aside (`setMarksAside`); absent where that is nothing. */
  printed?: string;
  /** Pictures in the content of which nothing was read; 0 where absent. */
  picturesLeft?: number;
  /** Whether text was compared with pictures of the pages that show it; absent where there are none. */
  isPrintChecked?: boolean;
  /** How surely a slice of the parsed text was recognised from a picture; null for text that the source holds as text. */
  recognition?: (start: number, end: number) => Recognition | null;
}
