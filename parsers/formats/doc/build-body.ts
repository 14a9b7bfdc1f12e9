import { hideUnder } from '../office-html/hide-under.js';
import type { OfficeBlock } from '../office-html/office-block.js';
import { type EdgedRow, placeByEdges } from '../office-html/place-by-edges.js';
import type { WordParagraph } from './read-paragraphs.js';
import type { CellShape } from './row-shape.js';

export interface WordBody {
  blocks: OfficeBlock[];
  /** Texts in cells that merged cells hide. */
  unshown: number;
  /** Rows that don't say how their cells stand. */
  brokenRows: number;
}

interface OpenTable {
  rows: EdgedRow[];
  cells: OfficeBlock[][];
  cell: OfficeBlock[];
}

const isBlank = (block: OfficeBlock): boolean =>
  block.kind === 'paragraph' && block.text.trim() === '' && block.runs === undefined;

function blocksOf({ text, runs, pictures, headingLevel }: WordParagraph): OfficeBlock[] {
  const level = headingLevel === null ? {} : { headingLevel };
  const drawn = pictures.map((src): OfficeBlock => ({ kind: 'picture', src }));
  return [{ kind: 'paragraph', text, ...(runs && { runs }), ...level }, ...drawn];
}

/** Builds tables, and tables in their cells, out of paragraphs that know only how deep they stand. */
export function buildBody(paragraphs: readonly WordParagraph[]): WordBody {
  const body: WordBody = { blocks: [], unshown: 0, brokenRows: 0 };
  const open: OpenTable[] = [];
  const here = (): OfficeBlock[] => open.at(-1)?.cell ?? body.blocks;

  /** A row with its edges; what a cell holds that belongs to its left neighbour is not shown. */
  const edgedRow = (cells: OfficeBlock[][], shapes: CellShape[] | null): EdgedRow => {
    if (shapes?.length !== cells.length) {
      body.brokenRows++;
      return { left: 0, cells: cells.map((blocks) => ({ right: null, vertical: 'none', blocks })) };
    }
    const row: EdgedRow = { left: shapes[0]!.left, cells: [] };
    shapes.forEach(({ right, joined, vertical }, index) => {
      const last = row.cells.at(-1);
      const blocks = cells[index]!.filter((block) => vertical === 'none' || !isBlank(block));
      if (joined && last !== undefined) {
        last.right = right;
        if (!blocks.every(isBlank)) body.unshown++;
        hideUnder(last, blocks);
      } else row.cells.push({ right, vertical, blocks });
    });
    return row;
  };
  const closeTable = () => {
    const { rows, cells, cell } = open.pop()!;
    // A row that has lost its end is a row all the same.
    if (!cell.every(isBlank)) cells.push(cell);
    if (cells.length > 0) rows.push(edgedRow(cells, null));
    if (rows.length === 0) return;
    const placed = placeByEdges(rows);
    body.unshown += placed.unshown;
    here().push({ kind: 'table', rows: placed.rows });
  };
  for (const paragraph of paragraphs) {
    const { depth, rowEnd, cellEnd, deleted, shape } = paragraph;
    while (open.length > depth) closeTable();
    while (open.length < depth) open.push({ rows: [], cells: [], cell: [] });
    const inside = open.at(-1);
    if (inside === undefined || !rowEnd) here().push(...blocksOf(paragraph));
    if (inside === undefined) continue;
    if (cellEnd) {
      inside.cells.push(inside.cell);
      inside.cell = [];
    } else if (rowEnd) {
      if (inside.cells.length > 0 && !deleted) inside.rows.push(edgedRow(inside.cells, shape));
      inside.cells = [];
      inside.cell = [];
    }
  }
  while (open.length > 0) closeTable();
  return body;
}
