import { findAlignedTables, type TextOrTable } from '../borderless/find-aligned-tables.js';
import type { TablePart } from '../page/table-part.js';
import { middleOf, type TextLine } from '../page/text-line.js';
import { type PageBody, stretchesOf } from './column-stretches.js';
import { type ProseColumns, sidesOf } from './find-prose-columns.js';
import { linePitchOf, type TextColumn, textColumnOf } from './join-paragraphs.js';

/** Lines and tables of a page that are read one after the other, within one column. */
export interface Flow {
  items: TextOrTable[];
  column: TextColumn;
  /** Usual distance of its baselines, points. */
  pitch: number;
  /** No paragraph goes on in it. */
  isPart: boolean;
}

/**
 * Puts the lines and tables of a page into reading order. Columns are read one after the other between what crosses them:
 *
 *     1 title over both columns
 *     2 left   | 3 right
 *     4 heading on the left, nothing beside it
 *     5 left   | 6 right
 *     7 table over both columns
 */
export function pageFlows(body: PageBody & { width: number }, columns: ProseColumns | undefined): Flow[] {
  const whole = frameOf(body.lines, body.width);
  if (!columns) return [{ items: itemsOf(body.lines, body.tables), ...whole, isPart: false }];
  const stretches = stretchesOf(body, columns);
  const sides = sidesOf(
    stretches.flatMap(({ lines, isWide }) => (isWide ? [] : lines)),
    columns.gutter,
  );
  const wide = stretches.filter(({ isWide }) => isWide).flatMap(({ lines }) => lines);
  const frames = {
    wide: frameOf(wide.length > 0 ? wide : body.lines, body.width),
    left: { column: columns.left, pitch: linePitchOf(sides.left) },
    right: { column: columns.right, pitch: linePitchOf(sides.right) },
  };
  return stretches.flatMap(({ lines, tables, isWide }, at): Flow[] => {
    const isPart = at > 0;
    if (isWide) return [{ items: itemsOf(lines, tables), ...frames.wide, isPart }];
    const { left, right } = sidesOf(lines, columns.gutter);
    const isLeft = ({ box }: TablePart) => box[0] < columns.gutter;
    const isRight = (table: TablePart) => !isLeft(table);
    return [
      { items: itemsOf(left, tables.filter(isLeft)), ...frames.left, isPart },
      { items: itemsOf(right, tables.filter(isRight)), ...frames.right, isPart: false },
    ];
  });
}

const frameOf = (lines: readonly TextLine[], width: number) => ({
  column: textColumnOf(lines) ?? { left: 0, right: width },
  pitch: linePitchOf(lines),
});

/** Merges lines and ruled tables in reading order, and finds tables without rulings among the lines between. */
function itemsOf(lines: readonly TextLine[], tables: readonly TablePart[]): TextOrTable[] {
  const items: TextOrTable[] = [];
  let next = 0;
  for (const table of tables) {
    const start = next;
    while (next < lines.length && middleOf(lines[next]!) < table.box[1]) next++;
    items.push(...findAlignedTables(lines.slice(start, next)), table);
  }
  return [...items, ...findAlignedTables(lines.slice(next))];
}
