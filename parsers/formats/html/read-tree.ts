import { type Issue, issue } from '../../../src/model/issue.js';
import type { Mark } from '../../../src/model/mark.js';
import type { Block, Place } from '../../../src/model/parsed-document.js';
import type { PicturePlace } from '../../../src/ocr/page/insert-pictures.js';
import type { PageFacts } from './annotate-tree.js';
import { createBlockWriter } from './block-writer.js';
import { createCellReader } from './create-cell-reader.js';
import { attributeOf, elementChildren, type HtmlElement, stackChildren } from './html-tree.js';
import { isContentImage } from './is-content-image.js';
import { createLeftOut, type LeftOut } from './left-out.js';
import { sourceCut } from './source-cut.js';
import { createTableJudge, type TablePart } from './table-parts.js';
import { rowsOfDrawnTable, rowsOfTable, type TableRow } from './table-rows.js';
import { createTextReader } from './text-reader.js';
import {
  type ContentHandlers,
  isPlaceOnly,
  marksOfState,
  PLAIN_STATE,
  stateInside,
  type TextState,
  type WalkStep,
  walkContent,
} from './walk-content.js';

interface TreeReading {
  text: string;
  blocks: Block[];
  issues: Issue[];
  marks: Mark[];
  leftOut: LeftOut;
  /** Pieces of text in which a second layer of references was decoded. */
  unescaped: number;
  locate: (start: number, end: number) => Partial<Place>;
  /** Pictures in the content, and how many blocks stand before each. */
  pictures: PicturePlace[];
}

const tableRows = (element: HtmlElement): TableRow[] | null =>
  element.tag === 'table' ? rowsOfTable(element) : rowsOfDrawnTable(element);

const isDropped = (element: HtmlElement): boolean => element.facts !== null && element.facts.drop !== null;

/** Rows and cells that are no part of a grid because they are hidden: visited only to be counted. */
function leftOutRows(table: HtmlElement, gridRows: TableRow[]): HtmlElement[] {
  const groups = elementChildren(table);
  const rows = groups.flatMap((group) =>
    isDropped(group) || group.tag === 'tr' ? [] : elementChildren(group),
  );
  const cells = gridRows.flatMap((row) => elementChildren(row.element));
  return [...new Set([...groups, ...rows, ...cells])].filter(isDropped);
}

/** Where a stretch of rows stands in the source; the whole table where it is the only one. */
function partPlace(table: HtmlElement, part: TablePart, whole: boolean): Partial<Place> {
  const first = whole ? table : part.rows[0]!.element;
  const last = whole ? table : part.rows.at(-1)!.element;
  return first.start < 0 || last.start < 0 ? {} : { sourceStart: first.start, sourceEnd: last.end };
}

const captionsOf = (table: HtmlElement): HtmlElement[] =>
  table.children.filter((child) => child.kind === 'element' && child.tag === 'caption') as HtmlElement[];

interface ReadTreeOptions extends PageFacts {
  /** The decoded page, or null where blocks get no place in a source. */
  source: string | null;
  /** Read text that the page makes invisible as if it were seen. */
  showUnseen: boolean;
  /** Names of elements that scripts of the page write into. */
  scripted: ReadonlySet<string>;
}

/** Reads an annotated page into blocks. */
export function readTree(root: HtmlElement, options: ReadTreeOptions): TreeReading {
  const { source, showUnseen } = options;
  const writer = createBlockWriter();
  const leftOut = createLeftOut();
  const reader = createTextReader(source);
  const pictures: PicturePlace[] = [];
  /** Pictures since the last block ended: they stand behind the paragraph or table that holds them. */
  let waiting: string[] = [];
  const image = (element: HtmlElement) => {
    if (isContentImage(element)) waiting.push(attributeOf(element, 'src') ?? '');
  };
  const endBlock = () => {
    writer.endParagraph();
    for (const src of waiting) pictures.push({ src, block: writer.count() });
    waiting = [];
  };
  const judge = createTableJudge((table) => tableRows(table) ?? []);

  /** The steps that read a table: its caption, its grids, and the rows that only arrange text. Null where there is no table. */
  const tableSteps = (element: HtmlElement, state: TextState): WalkStep[] | null => {
    const rows = tableRows(element);
    if (rows === null) return null;
    const parts = judge.partsOf(element, rows);
    const gridRows = parts.flatMap((part) => (part.kind === 'grid' ? part.rows : []));
    return [
      ...leftOutRows(element, gridRows),
      ...captionsOf(element),
      ...parts.flatMap((part): WalkStep[] => {
        if (part.kind === 'flow') return part.rows.map((row) => row.element);
        return [() => addGrid(element, part, parts.length === 1, state)];
      }),
    ];
  };

  /** Tables of data that were met inside the cells of the grid being written. */
  let inner: WalkStep[] = [];
  const cells = createCellReader({ ...options, reader, leftOut, image });
  /** A table of data inside a cell is no text of the cell: it is written after the outer one. */
  const cellHandlers: ContentHandlers = {
    ...cells.handlers,
    table(element, state) {
      const steps = tableSteps(element, state);
      if (steps?.some((step) => typeof step === 'function') !== true) return null;
      for (const step of steps) inner.push(step);
      return [];
    },
  };

  const addGrid = (table: HtmlElement, part: TablePart, whole: boolean, state: TextState) => {
    inner = [];
    endBlock();
    const place = source === null ? {} : partPlace(table, part, whole);
    writer.addGrid({ rows: part.rows, place, source }, (cell) => {
      cells.begin(cell);
      walkContent(cell, cellHandlers, { showUnseen, state: stateAround(cell, table, state) });
      return cells.finish();
    });
    endBlock();
    for (const step of inner) {
      if (typeof step === 'function') step();
      else if (step.kind === 'element') walkContent(step, flow, { showUnseen, state });
    }
  };

  let readTo = 0;
  const flow: ContentHandlers = {
    ...leftOut,
    text(node, state) {
      if (isPlaceOnly(node, state)) return;
      if (source !== null && crossesTable(source, readTo, node.start)) writer.endParagraph();
      readTo = node.end;
      if (node.text.trim() !== '') writer.markHeading(state.heading);
      writer.run.setMarks(
        marksOfState({ ...state, color: null, px: BODY_PX, unsure: false, cutAtPx: null }, ''),
      );
      reader.addTo(writer.run, node, state, writer.endParagraph);
    },
    boundary: endBlock,
    image,
    table: tableSteps,
  };
  walkContent(root, flow, { showUnseen, state: { ...PLAIN_STATE, whiteSpace: looseWhiteSpace(root) } });
  endBlock();
  const written = writer.finish();
  const cut = source === null ? null : cutOff(source, written.blocks);
  return {
    ...written,
    ...(cut !== null && { marks: [...written.marks, ...cut.marks], issues: [...written.issues, cut.issue] }),
    ...{ leftOut, pictures, unescaped: reader.unescaped() },
  };
}

/** The state of the rows around a cell, which are not walked themselves. */
function stateAround(cell: HtmlElement, table: HtmlElement, state: TextState): TextState {
  const around: HtmlElement[] = [];
  for (let at = cell.parent; at !== null && at !== table; at = at.parent) around.push(at);
  return around.reduceRight((outer, element) => stateInside(element, outer), state);
}

/** What a page that ends in the middle of a table leaves in doubt: its last cell, where the bytes end in it. */
function cutOff(source: string, blocks: readonly Block[]): { issue: Issue; marks: Mark[] } | null {
  const where = sourceCut(source);
  const block = blocks.findLastIndex(({ kind }) => kind === 'grid');
  const grid = blocks[block];
  if (where === null || grid?.kind !== 'grid') return null;
  const cell = grid.cells.at(-1);
  if (where === 'table' || cell === undefined)
    return { issue: issue('source-cut', 'The page ends inside a table: rows may be missing.'), marks: [] };
  const { row, column, start, end, text } = cell;
  const kind = text === '' ? 'not-read' : 'several-readings';
  return {
    issue: issue('source-cut', `The page ends inside a cell ("${text}"), which may go on.`, {
      at: { block, row, column, start, end },
    }),
    marks: [{ kind, start, end }],
  };
}

/** Colours and sizes of running text say nothing of single characters. */
const BODY_PX = 16;

/** Loose text in a table is moved before it, as browsers do; what stood apart in the source stays apart. */
const crossesTable = (source: string, from: number, to: number): boolean =>
  from < to && /<\/?(?:table|tbody|tr|td|th)\b/i.test(source.slice(from, to));

const LINE_TAGS = new Set(['p', 'div', 'br', 'li', 'section', 'article', 'h1', 'h2', 'h3']);

/** Plain text with a table pasted in has no paragraphs; there the line ends are what separates them. */
function looseWhiteSpace(root: HtmlElement): 'normal' | 'lines' {
  const stack: HtmlElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    if (LINE_TAGS.has(element.tag)) return 'normal';
    if (element.tag === 'table' || (element.facts !== null && element.facts.drop !== null)) continue;
    stackChildren(stack, element);
  }
  return 'lines';
}
