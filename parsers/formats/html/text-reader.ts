import { createEntityReader } from './create-entity-reader.js';
import type { HtmlText } from './html-tree.js';
import { alignPieces, type Piece } from './source-pieces.js';
import type { TextRun } from './text-run.js';
import { unescapeTwice } from './unescape-twice.js';
import type { TextState } from './walk-content.js';

/** Turns text nodes into pieces with a place in the source. */
export interface TextReader {
  /** Adds a node to a run. Line ends that are printed as such call `boundary` instead. */
  addTo(run: TextRun, node: HtmlText, state: TextState, boundary: () => void): void;
  /** Runs of characters in which a second layer of references was decoded. */
  unescaped(): number;
}

/** `source`: the decoded page, or null where there is none to point into. */
export function createTextReader(source: string | null): TextReader {
  const entities = createEntityReader();
  let unescaped = 0;
  const piecesOf = (node: HtmlText): Piece[] => {
    const aligned =
      source === null || node.start < 0
        ? [{ text: node.text, start: -1, end: -1 }]
        : alignPieces(node.text, source, node.start, node.end, entities);
    const pieces = unescapeTwice(aligned, node.text, entities);
    if (pieces !== aligned) unescaped++;
    return pieces;
  };
  return {
    addTo(run, node, state, boundary) {
      for (const piece of piecesOf(node)) {
        if (piece.isEscapedDigit) run.addPoint('several-readings');
        if (state.whiteSpace === 'normal' || !piece.text.includes('\n')) {
          run.add(piece, state.whiteSpace === 'all');
          continue;
        }
        addLines(run, piece, state.whiteSpace === 'all', boundary);
      }
    },
    unescaped: () => unescaped,
  };
}

function addLines(run: TextRun, piece: Piece, keepSpace: boolean, boundary: () => void): void {
  const linear = piece.start >= 0 && piece.end - piece.start === piece.text.length;
  let from = 0;
  for (const line of piece.text.split('\n')) {
    if (from > 0) boundary();
    const start = linear ? piece.start + from : piece.start;
    if (line !== '') run.add({ text: line, start, end: linear ? start + line.length : piece.end }, keepSpace);
    from += line.length + 1;
  }
}
