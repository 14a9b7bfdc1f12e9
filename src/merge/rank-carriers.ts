import type { Cell, Confidence, TableCells } from '../model/report-record.js';
import { headerFields } from './header-fields.js';
import type { ReportReading } from './reading.js';

type Counts = Record<Confidence, number>;

export const isSure = ({ confidence }: { confidence: Confidence }): boolean =>
  confidence === 'verified' || confidence === 'read';

/** @param tables of one report */
export function countCells(tables: readonly TableCells[]): Counts {
  const counts: Counts = { verified: 0, read: 0, suspect: 0, blank: 0, missing: 0 };
  for (const cell of tables.flatMap(cellsOf)) counts[cell.confidence]++;
  return counts;
}

const cellsOf = (table: TableCells): Cell[] => Object.values(table).flatMap((row) => Object.values(row));

/** Negative where the left one has more evidence: more confirmed numbers, then more sure ones, then fewer in doubt. */
export const compareCounts = (left: Counts, right: Counts): number =>
  right.verified - left.verified ||
  right.read - left.read ||
  left.suspect - right.suspect ||
  right.blank - left.blank;

/**
 * The carriers of one report, the one with the most evidence first: its numbers, then its header, then the length of its text.
 * The bytes decide between equals, so that the order in which the files were named decides nothing.
 */
export function rankCarriers(readings: readonly ReportReading[]): ReportReading[] {
  const ranked = readings.map((reading) => ({
    reading,
    isReport: reading.kind.kind === 'annual-report' ? 1 : 0,
    counts: countCells(Object.values(reading.graded.tables)),
    header: headerFields(reading.header).filter(({ field }) => isSure(field)).length,
    length: reading.parsed.text.length,
  }));
  ranked.sort(
    (left, right) =>
      right.isReport - left.isReport ||
      compareCounts(left.counts, right.counts) ||
      right.header - left.header ||
      right.length - left.length ||
      compareText(left.reading.raw.sha256, right.reading.raw.sha256) ||
      left.reading.part - right.reading.part,
  );
  return ranked.map(({ reading }) => reading);
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
