import { readTitledText } from '../header/title-candidates.js';
import { mergeBundle } from '../merge/merge-bundle.js';
import type { ReportReading } from '../merge/reading.js';
import { type Bundle, isTogether } from '../model/bundle.js';
import { type Issue, issue } from '../model/issue.js';
import type { Knowledge } from '../model/knowledge.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { RawDocument } from '../model/raw-document.js';
import type { ReadingAids } from '../model/reading-aids.js';
import type { ReportRecord } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import type { Source } from '../model/source.js';
import { partDocument, splitParts } from '../outline/split-parts.js';
import { toRecord } from '../record/to-record.js';
import { type DigitDoubt, pagesOfTables } from '../tables/witnesses/digits-in-doubt.js';
import type { Conversion } from './conversion.js';
import { failureOf, isStray, joinFailures, namesOf } from './failure.js';
import { identifySource } from './identify-source.js';
import { readReport } from './read-report.js';
import { distinctSources, readSources } from './read-sources.js';
import { setMarksAside } from './set-marks-aside.js';

/**
 * The whole flow, in this process.
 *
 *     Bundle             files that may belong to one report; a file by itself is a bundle of one
 *       readSources      the bytes of each; the same bytes once
 *     Source             each by itself:
 *       identifySource   formats look at the bytes
 *     RawDocument
 *       format.read      the only stage that knows a carrier
 *       setMarksAside    struck-out text and marks of notes are no part of what it says
 *     ParsedDocument
 *       splitParts       several reports in one source are taken apart
 *       readReport       header, tables, outline and prose of each, graded
 *     ReportReading[]
 *       mergeBundle      those of one report become one
 *       toRecord         written down
 *     ReportRecord[]
 *
 * Never throws on content: what can't be read is a failure beside the records of the others.
 */
export async function convertBundle(
  bundle: Bundle,
  knowledge: Knowledge,
  aids?: ReadingAids,
): Promise<Conversion> {
  const { files } = bundle;
  const { sources, failures } = await readSources(files);
  const readings: ReportReading[] = [];
  for (const file of distinctSources(sources)) {
    try {
      const reports = await readReports(file, knowledge, aids);
      readings.push(...reports.map((report) => ({ ...report, ...(file.linked && { linked: file.linked }) })));
    } catch (error) {
      const failure = failureOf(file.uri, error);
      if (!(isTogether(bundle) && isStray(file, failure))) failures.push(failure);
    }
  }
  try {
    const records = mergeBundle(readings, knowledge).map(recordOf);
    return { records, failure: joinFailures(files, failures) };
  } catch (error) {
    return { records: [], failure: joinFailures(files, [...failures, failureOf(namesOf(files), error)]) };
  }
}

/**
 * The reports of a source, read and graded, with the evidence for each number. If a report contradicts its own digits, its
 * print is compared with what the pages show.
 * @throws UnreadableSourceError
 */
export async function readReports(
  source: Source,
  knowledge: Knowledge,
  aids?: ReadingAids,
): Promise<ReportReading[]> {
  const first = await readSource(source, knowledge, aids);
  const reports = readParts(first, knowledge);
  if (aids?.ocr !== 'auto' || !areDigitsDoubted(first, reports))
    return withDigitDoubts(first, reports, knowledge);
  const comparePages = pagesOfTables(reports.map(({ graded }) => graded.tables));
  const second = await readSource(source, knowledge, { ...aids, comparePages });
  return second.parsed.isPrintChecked
    ? readParts(second, knowledge)
    : withDigitDoubts(first, reports, knowledge);
}

/** The reports of a source that was parsed already, its print not compared with its pages. */
export const readParsed = (read: ReadSource, knowledge: Knowledge): ReportReading[] =>
  withDigitDoubts(read, readParts(read, knowledge), knowledge);

type ReadSource = Awaited<ReturnType<typeof readSource>>;
type PartReading = ReportReading & { digits: DigitDoubt | null };

const areDigitsDoubted = ({ parsed }: ReadSource, reports: readonly PartReading[]): boolean =>
  parsed.isPrintChecked === false && reports.some(({ digits }) => digits !== null);

/** Read again with the doubts of the digits of each part, if there are any. */
function withDigitDoubts(read: ReadSource, reports: PartReading[], knowledge: Knowledge): PartReading[] {
  if (!areDigitsDoubted(read, reports)) return reports;
  return readParts(
    read,
    knowledge,
    reports.map(({ digits }) => digits),
  );
}

/** Bytes to blocks. @throws UnreadableSourceError if the bytes are no readable document */
export async function readSource(source: Source, knowledge: Knowledge, aids?: ReadingAids) {
  const raw: Result<RawDocument> = identifySource(source, knowledge.formats);
  const format = knowledge.formats.find((f) => f.id === raw.value.formatId)!;
  const parsed: Result<ParsedDocument> = await format.read(raw.value, aids);
  const plain = setMarksAside(parsed.value);
  return {
    raw: raw.value,
    parsed: plain.value,
    issues: [...raw.issues, ...parsed.issues, ...plain.issues],
  };
}

/** @param doubts of the digits of each part */
function readParts(
  { raw, parsed, issues }: ReadSource,
  knowledge: Knowledge,
  doubts: (DigitDoubt | null)[] = [],
): PartReading[] {
  const titled = readTitledText(parsed, knowledge);
  const parts = splitParts(parsed, knowledge, titled);
  return parts.map((part, i) => {
    const own = parts.length === 1 ? parsed : partDocument(parsed, part);
    const report = readReport({
      ...{ parsed: own, uri: raw.source.uri, doubt: doubts[i] ?? null, knowledge },
      titled: own === parsed ? titled : readTitledText(own, knowledge),
      issues: [
        ...issues,
        ...part.others.map((title) => issue('two-bodies', `Another body's report begins here: ${title}.`)),
      ],
    });
    return { raw, parsed, part: part.number, ...report };
  });
}

/** Writes down what was read. */
export function recordOf(reading: ReportReading & { carriers?: ReportReading[] }): ReportRecord {
  return toRecord({
    ...reading,
    kind: reading.kind.kind,
    issues: Object.values<Issue[]>({ ...reading.issues }).flat(),
  });
}
