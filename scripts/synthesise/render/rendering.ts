import type { Page } from '../printed.js';
import type { Random } from '../random.js';

/** What a renderer gives back: the file, and the suffix that such a file has. */
export interface Rendered {
  bytes: Uint8Array;
  suffix: string;
}

/** A way of arriving. `carrier` is the line of the score table that it counts for. */
export interface Carrier {
  /** html-word, pipe-trailing, ... */
  name: string;
  carrier: 'html' | 'docx' | 'pdf' | 'pipe' | 'markdown' | 'tab' | 'lines' | 'spaces' | 'glued';
  /** It has no spans, and prints at every place that a cell covers nothing, or the cell's text again. */
  covered?: 'empty' | 'repeated';
  render(page: Page, random: Random): Rendered | Promise<Rendered>;
}
