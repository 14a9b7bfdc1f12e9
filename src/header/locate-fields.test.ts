import { describe, expect, it } from 'vitest';
import { missingField } from '../model/missing-field.js';
import type { ReportRecord } from '../model/report-record.js';
import type { Span } from '../model/span.js';
import { drawDocument } from '../testing/draw-table.js';
import { locateFields } from './locate-fields.js';

const span = (start: number, end: number): Span => ({ block: 0, start, end });

function recordOf(spans: {
  title?: Span;
  fact?: Span;
  child?: Span;
  issue?: Span;
  phone?: Span;
}): ReportRecord {
  const field = (at?: Span) => (at ? { ...missingField(), at } : missingField());
  const none = missingField();
  const section = { role: 'overview', ordinal: null, heading: '', level: 1, text: '', at: null };
  return {
    title: field(spans.title),
    issuer: none,
    year: none,
    period: { start: none, end: none },
    publishedOn: none,
    contact: {
      address: none,
      postcode: none,
      phone: field(spans.phone),
      fax: none,
      email: none,
      website: none,
    },
    sections: [{ ...section, children: [{ ...section, at: spans.child ?? null, children: [] }] }],
    facts: spans.fact ? [{ at: spans.fact }] : [],
    issues: spans.issue ? [{ code: 'x', severity: 'info', message: '', at: spans.issue }] : [],
    tables: {},
    extras: [],
  } as unknown as ReportRecord;
}

/** A source in which everything stands 1000 characters later. */
const later = {
  ...drawDocument({ paragraph: '全文' }),
  locate: (start: number, end: number) => ({ sourceStart: start + 1000, sourceEnd: end + 1000 }),
};

describe('locateFields', () => {
  it('adds the place in the source to fields, facts, sections and issues', () => {
    const record = locateFields(
      recordOf({
        title: span(0, 2),
        fact: span(3, 5),
        child: span(6, 9),
        issue: span(1, 2),
        phone: span(4, 6),
      }),
      later,
    );
    expect(record.title.at).toEqual({ ...span(0, 2), sourceStart: 1000, sourceEnd: 1002 });
    expect(record.facts[0]!.at!.sourceStart).toBe(1003);
    expect(record.sections[0]!.children[0]!.at!.sourceEnd).toBe(1009);
    expect(record.issues[0]!.at!.sourceStart).toBe(1001);
    expect(record.contact.phone.at!.sourceStart).toBe(1004);
  });

  it('keeps a place that is known', () => {
    const known = { ...span(0, 2), sourceStart: 7, sourceEnd: 9 };
    expect(locateFields(recordOf({ title: known }), later).title.at).toEqual(known);
    const boxed: Span = { ...span(0, 2), page: 1, bbox: [0, 0, 1, 1] };
    expect(locateFields(recordOf({ title: boxed }), later).title.at).toEqual(boxed);
  });

  it('invents no place', () => {
    expect(locateFields(recordOf({}), later).title.at).toBeNull();
    expect(locateFields(recordOf({ title: { block: 3 } }), later).title.at).toEqual({ block: 3 });
    const nowhere = drawDocument({ paragraph: '全文' });
    expect(locateFields(recordOf({ title: span(0, 2) }), nowhere).title.at).toEqual(span(0, 2));
  });
});
