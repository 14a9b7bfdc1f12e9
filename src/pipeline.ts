import { auditLeftovers } from './check/audit-leftovers.js';
import { checkFacts } from './check/check-facts.js';
import { compareNarrative } from './check/compare-narrative.js';
import { detectPollution } from './check/detect-pollution.js';
import { type GradedTables, gradeTables } from './check/grade-tables.js';
import { identifySource } from './identify-source.js';
import type { Issue } from './model/issue.js';
import type { Knowledge } from './model/knowledge.js';
import type { ParsedDocument } from './model/parsed-document.js';
import type { RawDocument } from './model/raw-document.js';
import type { ReadingAids } from './model/reading-aids.js';
import type { ReportRecord } from './model/report-record.js';
import type { Result } from './model/result.js';
import type { Source } from './model/source.js';
import { findFacts } from './normalise/find-facts.js';
import { findHeader } from './normalise/find-header.js';
import { withRecognition } from './normalise/recognised-text.js';
import { toRecord } from './normalise/to-record.js';
import { chooseTemplate } from './reconstruct/choose-template.js';
import { classifyKind } from './reconstruct/classify-kind.js';
import { doubtFromReading } from './reconstruct/doubt-from-reading.js';
import { doubtRecognised } from './reconstruct/doubt-recognised.js';
import { makeFolder } from './reconstruct/label-text.js';
import { matchTables } from './reconstruct/match-tables.js';
import { proseOf } from './reconstruct/prose.js';
import { partDocument, splitParts } from './reconstruct/split-parts.js';
import { splitSections } from './reconstruct/split-sections.js';
import { mergeRanges, rangeTest } from './reconstruct/table-fit.js';

/** Source -> RawDocument -> ParsedDocument -> one ReportRecord for each report that it holds. */
export async function convertSource(
  source: Source,
  knowledge: Knowledge,
  aids?: ReadingAids,
): Promise<ReportRecord[]> {
  const { raw, parsed, issues } = await readSource(source, knowledge, aids);
  return splitParts(parsed, knowledge).map((part) => {
    const report = readReport(partDocument(parsed, part), issues, knowledge);
    return toRecord({ raw, parsed, part: part.number, ...report, issues: [...issues, ...report.issues] });
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
function readReport(parsed: ParsedDocument, reading: Issue[], knowledge: Knowledge) {
  const header = findHeader(parsed, knowledge);
  const { title, year } = header.value;

  const fold = makeFolder(knowledge.characterVariants);
  const match = matchTables(parsed.blocks, knowledge.templates, fold, year.value);
  doubtFromReading(match.fits, reading);
  doubtRecognised(match.fits, parsed);
  const graded: GradedTables = gradeTables(match);
  const tables = mergeRanges(match.fits.flatMap((fit) => fit.region));

  const sections = splitSections(parsed, knowledge.sections, rangeTest(tables));
  const evidence = { title, year, tables: graded.filled, sections: sections.value };
  const { value: kind, issues: kindIssues } = classifyKind(parsed, evidence, knowledge);
  const template = chooseTemplate(graded, year.value, knowledge.templates);

  const prose = { text: parsed.text, paragraphs: proseOf(parsed, tables), year: year.value };
  const found = findFacts(prose, knowledge.facts);
  const seen = found.value.map((fact) => withRecognition(fact, parsed));
  const checked = checkFacts(seen, knowledge.factSums);
  const compared = compareNarrative(checked.value, graded.tables, knowledge.narrativeLinks);

  const issues: Issue[] = [
    ...detectPollution(parsed, knowledge.pollution),
    ...kindIssues,
    ...header.issues,
    ...sections.issues,
    ...template.issues,
    ...graded.issues,
    ...auditLeftovers(parsed.blocks, mergeRanges([...tables, ...match.copies])),
    ...found.issues,
    ...checked.issues,
    ...compared.issues,
  ];
  return {
    kind: kind.kind,
    header: header.value,
    sections: sections.value,
    graded,
    template: template.value,
    facts: compared.value,
    issues,
  };
}
