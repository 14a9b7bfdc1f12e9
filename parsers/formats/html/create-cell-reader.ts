import type { MarkKind } from '../../../src/model/mark.js';
import { UNREAD_OBJECT } from '../../../src/model/mark.js';
import { type HtmlElement, textOf } from './html-tree.js';
import type { LeftOut } from './left-out.js';
import type { TextReader } from './text-reader.js';
import { createTextRun, type FinishedRun } from './text-run.js';
import { unreadObject } from './unread-object.js';
import { type ContentHandlers, isPlaceOnly, marksOfState } from './walk-content.js';
import { watchSideBySide } from './watch-side-by-side.js';

interface CellReader {
  /** What the walk through a cell tells. */
  handlers: Omit<ContentHandlers, 'table'>;
  /** Before the walk: a script may fill the cell itself. */
  begin(cell: HtmlElement): void;
  /** The text of the cell, with marks. */
  finish(): FinishedRun;
}

const DIGIT = /[0-9０-９]/u;
const HIDDEN_CHARS_READ = 200;

/** Makes a reader of cells, one after the other: their text, and what a reader of the page sees in them beside it. */
export function createCellReader(page: {
  reader: TextReader;
  leftOut: LeftOut;
  image: (element: HtmlElement) => void;
  isSheetUnread: boolean;
  scripted: ReadonlySet<string>;
}): CellReader {
  const { reader, leftOut } = page;
  const run = createTextRun();
  const side = watchSideBySide(page.isSheetUnread);
  const boundary = () => {
    side.apart();
    run.addBreak();
  };
  /** Takes what is no text; true where its element holds nothing else. */
  const object = (element: HtmlElement): boolean => {
    const found = unreadObject(element, page.scripted);
    if (found === null) return false;
    run.setMarks(['not-read']);
    if (found.shows.trim() === '') run.addPoint('not-read');
    else run.add({ text: found.shows, start: -1, end: -1 }, false);
    if (found.isAll && element.facts !== null && element.facts.drop !== null) leftOut.dropped(element);
    return found.isAll;
  };
  return {
    handlers: {
      ...leftOut,
      text(node, state) {
        if (isPlaceOnly(node, state)) {
          run.addPoint('not-read');
          return;
        }
        const { own, border } = side.see(node, state);
        const kinds: MarkKind[] = marksOfState(state, node.text);
        run.setMarks(own === undefined ? kinds : [...kinds, own]);
        if (border !== undefined) run.addPoint(border);
        reader.addTo(run, node, { ...state, whiteSpace: 'normal' }, run.addBreak);
      },
      unseen(node) {
        if (DIGIT.test(node.text)) run.addPoint('hidden');
        leftOut.unseen(node);
      },
      dropped(element) {
        if (element.facts?.drop === 'hidden' && DIGIT.test(textOf(element, HIDDEN_CHARS_READ)))
          run.addPoint('hidden');
        leftOut.dropped(element);
      },
      boundary,
      image: page.image,
      object,
    },
    begin(cell) {
      side.apart();
      object(cell);
    },
    finish() {
      const finished = run.finish();
      const isUnread = finished.text === '' && finished.marks.length > 0;
      if (!isUnread) return finished;
      const marks = finished.marks.map((mark) => ({ ...mark, start: 0, end: UNREAD_OBJECT.length }));
      return { text: UNREAD_OBJECT, segments: [], marks };
    },
  };
}
