import { UnreadableSourceError } from '../../../src/model/source.js';
import { createRunGatherer } from '../office-html/gather-runs.js';
import type { OfficeBlock, OfficeLook } from '../office-html/office-block.js';
import { type EdgedRow, placeByEdges } from '../office-html/place-by-edges.js';
import { createRowDefinitions, type RowDefinition } from './row-definitions.js';

/** The running text, or that of a footnote or a text box. */
export interface Story {
  addText(text: string, looks?: readonly OfficeLook[], size?: number): void;
  /** @param src a name of our own, by which its bytes can be asked for */
  addPicture(src: string): void;
  /** Blocks that stand beside the text: behind the table that is being read, if any. */
  addAside(blocks: OfficeBlock[]): void;
  /** `level`: 0 outside tables, 1 in a table, 2 in a table in a table, ... */
  endParagraph(level: number, headingLevel: number | undefined): void;
  endCell(level: number, headingLevel: number | undefined): void;
  /** What `\trowd` and the words behind it say of rows. */
  defineRow(name: string, parameter: number | null, nested: boolean): void;
  endRow(level: number, nested: boolean): void;
  /** Closes what is open and hands out the blocks. */
  finish(): OfficeBlock[];
}

/** What was not as it should be, over all stories. */
export interface StoryFaults {
  /** Rows with more or fewer cells than they define, without an end, or with edges that contradict each other. */
  brokenRows: number;
  /** Merged cells that hold text which no word processor shows. */
  unshown: number;
  /** Paragraphs, cells and rows so far. */
  parts: number;
}

interface Level {
  rows: EdgedRow[];
  /** The finished cells of the row being read. */
  cells: OfficeBlock[][];
  /** The blocks of the cell being read; at level 0 those of the story. */
  blocks: OfficeBlock[];
}

const LEVELS_MAX = 20;
/** Paragraphs, cells, rows and notes of one file; reports have some thousands. */
const PARTS_MAX = 60_000;

const hasEdges = ({ cells }: EdgedRow): boolean => cells.every(({ right }) => right !== null);

/** Gives the cells of a row their edges. Cells that are one with the cell before them add their text to it. */
function edgedRow(cells: OfficeBlock[][], definition: RowDefinition): EdgedRow {
  const row: EdgedRow = { left: definition.left, cells: [] };
  cells.forEach((blocks, index) => {
    const defined = definition.cells[index];
    const before = row.cells.at(-1);
    if (defined?.joined && before) {
      before.right = defined.right;
      for (const block of blocks) before.blocks.push(block);
    } else {
      row.cells.push({ right: defined?.right ?? null, vertical: defined?.vertical ?? 'none', blocks });
    }
  });
  return row;
}

function countPart(faults: StoryFaults): void {
  if (++faults.parts > PARTS_MAX) {
    throw new UnreadableSourceError(
      'rtf-too-large',
      `The RTF file holds more than ${PARTS_MAX} paragraphs and cells.`,
    );
  }
}

/**
 * Sorts what is read into paragraphs, and into the cells and rows of tables.
 *
 * @throws UnreadableSourceError rtf-too-large (from the methods)
 */
export function createStory(faults: StoryFaults): Story {
  countPart(faults);
  const newLevel = (): Level => ({ rows: [], cells: [], blocks: [] });
  const levels: Level[] = [newLevel()];
  const runs = createRunGatherer();
  let pictures: string[] = [];
  let asides: OfficeBlock[] = [];
  const rowsDefined = createRowDefinitions();

  const pushRow = (level: Level, definition: RowDefinition) => {
    if (level.cells.length !== definition.cells.length) {
      faults.brokenRows++;
      // Which of its cells is lost is not known: none has an edge.
      definition = { left: definition.left, cells: [] };
    }
    if (level.cells.length > 0) level.rows.push(edgedRow(level.cells, definition));
    level.cells = [];
  };
  /** Ends the tables that are deeper than this level. */
  const closeTo = (depth: number) => {
    while (levels.length - 1 > depth) {
      const { rows, cells, blocks } = levels.pop()!;
      const outer = levels.at(-1)!.blocks;
      if (cells.length > 0) {
        faults.brokenRows++;
        rows.push(edgedRow(cells, { left: 0, cells: [] }));
      }
      if (rows.length > 0) {
        const placed = placeByEdges(rows);
        faults.unshown += placed.unshown;
        if (placed.counted && rows.every(hasEdges)) faults.brokenRows += rows.length;
        outer.push({ kind: 'table', rows: placed.rows });
      }
      for (const block of blocks) outer.push(block);
    }
    if (levels.length > 1) return;
    for (const block of asides) levels[0]!.blocks.push(block);
    asides = [];
  };
  const levelAt = (depth: number): Level => {
    countPart(faults);
    closeTo(depth);
    while (levels.length - 1 < depth) levels.push(newLevel());
    return levels[depth]!;
  };
  const flush = (level: Level, headingLevel: number | undefined) => {
    const taken = runs.take();
    if (taken.text.trim() !== '' || taken.runs !== undefined) {
      level.blocks.push({
        kind: 'paragraph',
        ...taken,
        ...(headingLevel === undefined ? {} : { headingLevel }),
      });
    }
    for (const src of pictures) level.blocks.push({ kind: 'picture', src });
    pictures = [];
  };
  const bounded = (level: number) => Math.min(level, LEVELS_MAX);

  return {
    addText: runs.add,
    addPicture(src) {
      pictures.push(src);
    },
    endParagraph(level, headingLevel) {
      // A paragraph between two cells of one row belongs to the cell, whatever it says.
      const inRow = level === 0 && (levels[1]?.cells.length ?? 0) > 0;
      flush(levelAt(inRow ? 1 : bounded(level)), headingLevel);
    },
    endCell(level, headingLevel) {
      const table = levelAt(bounded(level));
      flush(table, headingLevel);
      table.cells.push(table.blocks);
      table.blocks = [];
    },
    addAside(blocks) {
      for (const block of blocks) asides.push(block);
      if (levels.length === 1) closeTo(0);
    },
    defineRow: rowsDefined.word,
    endRow(level, nested) {
      const table = levelAt(bounded(level));
      flush(table, undefined);
      // The last cell of a row without its mark.
      if (table.blocks.length > 0) {
        table.cells.push(table.blocks);
        table.blocks = [];
      }
      pushRow(table, rowsDefined.ofRow(nested));
    },
    finish() {
      flush(levels.at(-1)!, undefined);
      closeTo(0);
      return levels[0]!.blocks;
    },
  };
}
