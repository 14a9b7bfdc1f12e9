import { withDifferentPrint, withUnsureDigits } from '../evidence/doubt-digits.js';
import { withRecognition } from '../evidence/with-recognition.js';
import { checkFacts } from '../facts/check-facts.js';
import { compareNarrative } from '../facts/compare-narrative.js';
import { findFacts } from '../facts/find-facts.js';
import { linksOfForms } from '../facts/links-of-forms.js';
import { findHeader, mapHeader } from '../header/find-header.js';
import type { ReportReading } from '../merge/reading.js';
import type { Issue } from '../model/issue.js';
import type { Knowledge } from '../model/knowledge.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { RawDocument } from '../model/raw-document.js';
import type { ReadingAids } from '../model/reading-aids.js';
import type { Fact, Field, ReportRecord } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import type { Source } from '../model/source.js';
import { auditLeftovers } from '../outline/audit-leftovers.js';
import { classifyKind } from '../outline/classify-kind.js';
import { detectPollution } from '../outline/detect-pollution.js';
import { proseOf } from '../outline/prose.js';
import { partDocument, splitParts } from '../outline/split-parts.js';
import { splitSections } from '../outline/split-sections.js';
import { toRecord } from '../record/to-record.js';
import { matchTables } from '../tables/fit/match-tables.js';
import { chooseTemplate } from '../tables/grade/choose-template.js';
import { type GradedTables, gradeTables } from '../tables/grade/grade-tables.js';
import { mergeRanges, rangeTest } from '../tables/table-fit.js';
import {
  type DigitDoubt,
  digitsInDoubt,
  pagesOfTables,
  unsureDigits,
} from '../tables/witnesses/digits-in-doubt.js';
import { hearWitnesses } from '../tables/witnesses/index.js';
import { makeFolder } from '../words/label-text.js';
import { identifySource } from './identify-source.js';

/** Source -> RawDocument -> ParsedDocument -> one ReportRecord for each report that it holds. */
export async function convertSource(
  source: Source,
  knowledge: Knowledge,
  aids?: ReadingAids,
): Promise<ReportRecord[]> {
  return (await readReports(source, knowledge, aids)).map(recordOf);
}

/**
 * The reports of a source, read and graded, with what stood behind each number. Where a report contradicts its own digits, its
 * print is compared with what the pages show. Throws UnreadableSourceError.
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

type ReadSource = Awaited<ReturnType<typeof readSource>>;
type PartReading = ReportReading & { digits: DigitDoubt | null };

/** The reports of a source that was parsed already, its print not compared with its pages. */
export const readParsed = (read: ReadSource, knowledge: Knowledge): ReportReading[] =>
  withDigitDoubts(read, readParts(read, knowledge), knowledge);

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

/** @param doubts of the digits of each part */
function readParts(
  { raw, parsed, issues }: ReadSource,
  knowledge: Knowledge,
  doubts: (DigitDoubt | null)[] = [],
): PartReading[] {
  return splitParts(parsed, knowledge).map((part, i) => ({
    ...{ raw, parsed, part: part.number },
    ...readReport(partDocument(parsed, part), issues, knowledge, doubts[i] ?? null),
  }));
}

/** Writes down what was read. */
export function recordOf(reading: ReportReading & { carriers?: ReportReading[] }): ReportRecord {
  return toRecord({
    ...reading,
    kind: reading.kind.kind,
    issues: Object.values<Issue[]>({ ...reading.issues }).flat(),
  });
}

/** Bytes to blocks. Throws UnreadableSourceError where the bytes are no readable document. */
export async function readSource(source: Source, knowledge: Knowledge, aids?: ReadingAids) {
  const raw: Result<RawDocument> = identifySource(source, knowledge.formats);
  const format = knowledge.formats.find((f) => f.id === raw.value.formatId)!;
  const parsed: Result<ParsedDocument> = await format.read(raw.value, aids);
  return { raw: raw.value, parsed: parsed.value, issues: [...raw.issues, ...parsed.issues] };
}

/** Blocks to everything that the record says of one report. */
function readReport(
  parsed: ParsedDocument,
  reading: Issue[],
  knowledge: Knowledge,
  doubt: DigitDoubt | null,
): Omit<ReportReading, 'raw' | 'parsed' | 'part'> & { digits: DigitDoubt | null } {
  const areDigitsUnsure = doubt?.isStrong === true;
  const asPrinted = <T extends Fact | Field<unknown>>(found: T): T => {
    const own = withDifferentPrint(found, reading);
    return areDigitsUnsure ? withUnsureDigits(own) : own;
  };
  const header = findHeader(parsed, knowledge);
  const { title, year } = header.value;

  const fold = makeFolder(knowledge.characterVariants);
  const match = matchTables(parsed.blocks, knowledge.templates, fold, year.value, parsed.recognition);
  const hearing = { fold, reading, recognition: parsed.recognition, areDigitsUnsure };
  hearWitnesses(match.fits, hearing, knowledge.without);
  const graded: GradedTables = gradeTables(match);
  const tables = mergeRanges(match.fits.flatMap((fit) => fit.region));

  const sections = splitSections(parsed, knowledge.sections, rangeTest(tables));
  const evidence = { title, year, tables: graded.filled, sections: sections.value };
  const { value: kind, issues: kindIssues } = classifyKind(parsed, evidence, knowledge);
  const template = chooseTemplate(graded, year.value, knowledge.templates);

  const prose = { text: parsed.text, paragraphs: proseOf(parsed, tables), year: year.value };
  const found = findFacts(prose, knowledge.facts, knowledge.without);
  const seen = found.value.map((fact) => asPrinted(withRecognition(fact, parsed)));
  const checked = checkFacts(seen, knowledge.factSums, knowledge.without);
  const compared = compareNarrative(
    checked.value,
    graded.tables,
    linksOfForms(knowledge.templates, graded.tableTemplates),
    knowledge.without,
  );

  return {
    kind,
    header: mapHeader(header.value, asPrinted),
    sections: sections.value,
    match,
    graded,
    template: template.value,
    prose: checked.value,
    facts: compared.value,
    digits:
      parsed.isPrintChecked === false ? digitsInDoubt(parsed.blocks, match.fits, graded.checks, fold) : null,
    issues: {
      source: areDigitsUnsure ? [...reading, unsureDigits(doubt)] : reading,
      pollution: detectPollution(parsed, knowledge.pollution),
      kind: kindIssues,
      header: header.issues,
      sections: sections.issues,
      template: template.issues,
      tables: graded.issues,
      leftovers: auditLeftovers(parsed.blocks, mergeRanges([...tables, ...match.copies])),
      facts: [...found.issues, ...checked.issues],
      narrative: compared.issues,
    },
  };
}
