import type { ReportRecord } from '../../src/model/report-record.js';
import type { Expectation } from '../synthesise/quirks.js';

const valueAt = (record: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], record);

/** Every flag that a cell, a field or a fact of the record carries. */
const flagsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(flagsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'flags' && Array.isArray(inner) ? inner.map(String) : flagsOf(inner),
  );
};

interface Found {
  value?: unknown;
  confidence?: string;
  flags?: string[];
}

/** What of an expectation the record does not meet, in words; [] when it meets it. */
const unmetBy = (record: ReportRecord, expectation: Expectation): string[] => {
  if ('somewhere' in expectation) {
    const isFlagged = flagsOf(record).includes(expectation.somewhere);
    return isFlagged ? [] : [`no cell, field or fact is flagged ${expectation.somewhere}`];
  }
  if ('issue' in expectation) {
    const isRaised = record.issues.some(({ code }) => code === expectation.issue);
    return isRaised ? [] : [`no issue ${expectation.issue}`];
  }
  const { path, confidence, flag } = expectation;
  const found = valueAt(record, path);
  const cell: Found = typeof found === 'object' && found !== null ? found : { value: found };
  const unmet: string[] = [];
  if ('value' in expectation && cell.value !== expectation.value) {
    unmet.push(`${path} is ${JSON.stringify(cell.value)}, not ${JSON.stringify(expectation.value)}`);
  }
  if (confidence && !confidence.includes(cell.confidence ?? '')) {
    unmet.push(`${path} is ${cell.confidence}, not ${confidence.join(' or ')}`);
  }
  if (flag && !cell.flags?.includes(flag)) unmet.push(`${path} is not flagged ${flag}`);
  return unmet;
};

export const unmetExpectations = (record: ReportRecord, expectations: readonly Expectation[]): string[] =>
  expectations.flatMap((expectation) => unmetBy(record, expectation));
