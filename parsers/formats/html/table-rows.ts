import { largest } from '../../../src/words/largest.js';
import { attributeOf, elementChildren, type HtmlElement } from './html-tree.js';

/** One row of a table, whatever it is drawn with. */
export interface TableRow {
  element: HtmlElement;
  /** The cells that are shown. */
  cells: HtmlElement[];
  /** Index of the first row after this row's <tbody>: no cell hangs lower. */
  groupEnd: number;
}

const isShown = (element: HtmlElement): boolean => element.facts?.drop === null;

/** rowspan / colspan (or their aria names) as written; NaN where nothing is written. */
export function spanOfCell(cell: HtmlElement, name: 'rowspan' | 'colspan'): number {
  return Number.parseInt(attributeOf(cell, name) ?? attributeOf(cell, `aria-${name}`) ?? '', 10);
}

function rowsOfGroup(
  rowElements: HtmlElement[],
  before: number,
  isCell: (e: HtmlElement) => boolean,
): TableRow[] {
  const groupEnd = before + rowElements.length;
  return rowElements.map((element) => ({
    element,
    cells: elementChildren(element).filter((child) => isCell(child) && isShown(child)),
    groupEnd,
  }));
}

const isTableCell = (element: HtmlElement): boolean => element.tag === 'td' || element.tag === 'th';

/** The rows of a <table> in the order in which they are shown: head, bodies, foot. Hidden rows and cells are no part of it. */
export function rowsOfTable(table: HtmlElement): TableRow[] {
  const groups = elementChildren(table).filter(
    (child) => isShown(child) && ['thead', 'tbody', 'tfoot', 'tr'].includes(child.tag),
  );
  const order = (element: HtmlElement) =>
    ['thead', 'tbody', 'tfoot'].indexOf(element.tag.replace(/^tr$/, 'tbody'));
  groups.sort((a, b) => order(a) - order(b));
  const rows: TableRow[] = [];
  for (const group of groups) {
    const trs =
      group.tag === 'tr' ? [group] : elementChildren(group).filter((e) => e.tag === 'tr' && isShown(e));
    for (const row of rowsOfGroup(trs, rows.length, isTableCell)) rows.push(row);
  }
  return rows;
}

const ROW_NAMES = new Set(['row', 'tr', 'table-row', 'trow', 'tablerow']);
const CELL_NAMES = new Set(['cell', 'td', 'th', 'table-cell', 'tablecell', 'tcell']);
const CELL_ROLES = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);
const GROUP_DISPLAYS = new Set(['table-row-group', 'table-header-group', 'table-footer-group']);
const NAMED_CELL_CHARS_MAX = 400;

const hasName = (element: HtmlElement, names: ReadonlySet<string>): boolean =>
  (attributeOf(element, 'class') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .some((name) => names.has(name));

/** How surely an element is drawn as a part of a table: by style or role, by its name only, or not at all. */
function drawnAs(element: HtmlElement, part: 'row' | 'cell'): 'style' | 'name' | null {
  const role = attributeOf(element, 'role') ?? '';
  if (element.facts?.looks.display === `table-${part}`) return 'style';
  if (part === 'row' ? role === 'row' : CELL_ROLES.has(role)) return 'style';
  return hasName(element, part === 'row' ? ROW_NAMES : CELL_NAMES) ? 'name' : null;
}

const isDrawnGroup = (element: HtmlElement): boolean =>
  attributeOf(element, 'role') === 'rowgroup' || GROUP_DISPLAYS.has(element.facts?.looks.display ?? '');

const holdsLooseText = (element: HtmlElement): boolean =>
  element.children.some((child) => child.kind === 'text' && child.text.trim() !== '');

/**
 * The rows of a table drawn without <table>: CSS display, ARIA roles, or class names. Null unless it is evident:
 * nothing but rows in it, nothing but cells in them, at least two rows of at least two cells. Names alone
 * (class="row") are used for page layout too, so their rows must be alike and their cells short.
 */
export function rowsOfDrawnTable(container: HtmlElement): TableRow[] | null {
  const shown = elementChildren(container).filter(isShown);
  const first = shown[0];
  if (first === undefined || !(isDrawnGroup(first) || drawnAs(first, 'row') !== null)) return null;
  const rows: TableRow[] = [];
  for (const child of shown) {
    const trs = isDrawnGroup(child) ? elementChildren(child).filter(isShown) : [child];
    if (trs.some((row) => drawnAs(row, 'row') === null || holdsLooseText(row))) return null;
    for (const row of rowsOfGroup(trs, rows.length, () => true)) rows.push(row);
  }
  const cells = rows.flatMap((row) => row.cells);
  if (holdsLooseText(container) || cells.some((cell) => drawnAs(cell, 'cell') === null)) return null;
  const full = rows.filter((row) => row.cells.length >= 2);
  if (full.length < 2) return null;
  if (cells.every((cell) => drawnAs(cell, 'cell') === 'style')) return rows;
  const counts = new Map<number, number>();
  for (const {
    cells: { length },
  } of full)
    counts.set(length, (counts.get(length) ?? 0) + 1);
  const alike = largest(counts.values());
  const short = cells.every((cell) => (cell.facts?.textChars ?? 0) <= NAMED_CELL_CHARS_MAX);
  return alike >= 2 && short ? rows : null;
}
