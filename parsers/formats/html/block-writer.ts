import type { Issue } from '../../../src/model/issue.js';
import type { Mark } from '../../../src/model/mark.js';
import type { Block, Place } from '../../../src/model/parsed-document.js';
import { createDocumentText } from './document-text.js';
import { createTextRun, type TextRun } from './text-run.js';
import { type CellReader, type GridSource, writeGrid } from './write-grid.js';

/** Puts paragraphs and grids one below the other into the parsed text. */
interface BlockWriter {
  /** The paragraph that is being written. */
  run: TextRun;
  /** The heading level of the paragraph that is being written; the first one named stays. */
  markHeading(level: number | undefined): void;
  /** Ends the paragraph; does nothing when it is empty. */
  endParagraph(): void;
  addGrid(table: GridSource, readCell: CellReader): void;
  /** Blocks that are finished. */
  count(): number;
  finish(): {
    text: string;
    blocks: Block[];
    issues: Issue[];
    marks: Mark[];
    locate: (start: number, end: number) => Partial<Place>;
  };
}

/** Makes a writer with nothing written. */
export function createBlockWriter(): BlockWriter {
  const text = createDocumentText();
  const run = createTextRun();
  const blocks: Block[] = [];
  const issues: Issue[] = [];
  let heading: number | undefined;

  const startBlock = () => {
    if (blocks.length > 0) text.addSeparator('\n');
  };
  const endParagraph = () => {
    const finished = run.finish();
    if (finished.text !== '') {
      startBlock();
      const place = text.addRun(finished);
      const level = heading === undefined ? {} : { headingLevel: heading };
      blocks.push({ kind: 'paragraph', text: finished.text, ...place, ...level });
    }
    heading = undefined;
  };
  return {
    run,
    markHeading(level) {
      heading ??= level;
    },
    endParagraph,
    count: () => blocks.length,
    addGrid(table, readCell) {
      endParagraph();
      startBlock();
      const written = writeGrid(table, text, readCell);
      issues.push(...written.issues.map((issue) => ({ ...issue, at: { block: blocks.length } })));
      blocks.push(written.grid);
    },
    finish() {
      endParagraph();
      return { text: text.toString(), blocks, issues, marks: text.marks(), locate: text.locate };
    },
  };
}
