import type { ParsedDocument } from '../model/parsed-document.js';
import type { Fact } from '../model/report-record.js';

/** A fact of prose with what the layout says of the characters it was read from: nothing confirms a marked one. */
export function withMarks(fact: Fact, { marks = [], printed }: ParsedDocument): Fact {
  const { start, end } = fact.at ?? {};
  if (start === undefined || end === undefined) return fact;
  const own = marks.filter((mark) => mark.start <= end && mark.end >= start);
  if (own.length === 0) return fact;
  const kinds = [...new Set(own.map(({ kind }) => kind))].filter((kind) => kind !== 'not-read');
  const isAside = own.some((mark) => mark.isAside);
  return {
    ...fact,
    flags: [...fact.flags, ...kinds],
    ...(isAside && printed !== undefined ? { raw: printed.slice(start, end) } : {}),
    ...(fact.confidence === 'missing' ? {} : { confidence: 'suspect' as const }),
  };
}
