import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { convert } from '../../src/index.js';
import type { Cell, ReportRecord } from '../../src/model/report-record.js';
import { fixtureReports, printFixture } from './fixture-reports.js';

export interface Fixture {
  /** A file in the folder of fixtures. */
  file: string;
  /** The report of fixture-reports.ts that it holds. */
  report: string;
  bytes: Uint8Array;
}

/** The files of a folder that are named after a report, unpacked where they are gzipped. */
export const readFixtures = (folder: string): Fixture[] =>
  readdirSync(folder)
    .sort()
    .filter((file) => fixtureReports.some(({ name }) => file.startsWith(`${name}.`)))
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      return {
        file,
        report: file.split('.', 1)[0]!,
        bytes: new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes),
      };
    });

/** Every cell of the tables and of the extra rows: what it says, and how sure. */
export const sayCells = (records: readonly ReportRecord[]): string[] => {
  const say = (path: string, { value, raw, confidence }: Cell) => `${path} ${value} ${raw} ${confidence}`;
  return records.flatMap(({ tables, extras }, part) => [
    ...Object.entries(tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, cell]) => say(`${part} ${table}.${row}.${column}`, cell)),
      ),
    ),
    ...extras.flatMap(({ label, cells }) =>
      Object.entries(cells).map(([column, cell]) => say(`${part} ${label} ${column}`, cell)),
    ),
  ]);
};

/** What each report says beside its cells, without the places and doubts that differ from carrier to carrier. */
export const sayReports = (records: readonly ReportRecord[]) =>
  records.map(({ title, issuer, year, facts }) => ({
    ...{ title: title.value, issuer: issuer.value, year: year.value },
    facts: facts.map(({ id, value }) => [id, value]),
  }));

const saySections = (records: readonly ReportRecord[]): string[][][] =>
  records.map(({ sections }) => sections.map(({ heading, text }) => [heading, text]));

/** All that two carriers of one report must agree on. */
export const sayRecords = (records: readonly ReportRecord[]) => ({
  cells: sayCells(records),
  reports: sayReports(records),
  sections: saySections(records),
});

/** What is taken from the report as DOCX. */
export const convertOriginal = async (report: string): Promise<ReportRecord[]> => {
  const found = fixtureReports.find(({ name }) => name === report)!;
  const { bytes } = await printFixture(found, 'docx-headings');
  const { records, failure } = await convert({ uri: `${report}.docx`, bytes });
  if (failure) throw new Error(`${report}.docx: ${failure.message}`);
  return records;
};
