import type { Place } from '../model/parsed-document.js';
import type { Span } from '../model/span.js';

/** The span of a place, with only the properties that its carrier has. */
export function spanOf(place: Place & { row?: number; column?: number }, block: number): Span {
  const span: Span = { block };
  const { row, column, start, end, sourceStart, sourceEnd, page, bbox } = place;
  if (row !== undefined) span.row = row;
  if (column !== undefined) span.column = column;
  span.start = start;
  span.end = end;
  if (sourceStart !== undefined) span.sourceStart = sourceStart;
  if (sourceEnd !== undefined) span.sourceEnd = sourceEnd;
  if (page !== undefined) span.page = page;
  if (bbox !== undefined) span.bbox = bbox;
  return span;
}
