import { withDifferentPrint, withUnsureDigits } from '../evidence/doubt-digits.js';
import { withMarks } from '../evidence/with-marks.js';
import { withRecognition } from '../evidence/with-recognition.js';
import { checkFacts } from '../facts/check-facts.js';
import { compareNarrative } from '../facts/compare-narrative.js';
import { findFacts } from '../facts/find-facts.js';
import { linksOfForms } from '../facts/links-of-forms.js';
import { findHeader, mapHeader, type ReportHeader } from '../header/find-header.js';
import { findMarks } from '../header/find-marks.js';
import type { TitledText } from '../header/title-candidates.js';
import type { ReportReading } from '../merge/reading.js';
import type { Issue } from '../model/issue.js';
import type { Knowledge } from '../model/knowledge.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Fact, Field } from '../model/report-record.js';
import { auditLeftovers } from '../outline/audit-leftovers.js';
import { classifyKind } from '../outline/classify-kind.js';
import { detectPollution } from '../outline/detect-pollution.js';
import { proseOf } from '../outline/prose.js';
import { splitSections } from '../outline/split-sections.js';
import { chooseTemplate } from '../tables/grade/choose-template.js';
import { type GradedTables, gradeTables } from '../tables/grade/grade-tables.js';
import { matchTables } from '../tables/layouts/match-tables.js';
import { mergeRanges, rangeTest } from '../tables/table-fit.js';
import { type DigitDoubt, digitsInDoubt, unsureDigits } from '../tables/witnesses/digits-in-doubt.js';
import { makeFolder } from '../words/label-text.js';

/** The part of a document that is one report, and what is known before it is read. */
interface Part {
  parsed: ParsedDocument;
  /** Of its source. */
  uri: string;
  titled: TitledText;
  /** Of the reading of its source. */
  issues: Issue[];
  doubt: DigitDoubt | null;
  knowledge: Knowledge;
}

/** Blocks to everything that the record says of one report. */
export function readReport(
  part: Part,
): Omit<ReportReading, 'raw' | 'parsed' | 'part'> & Pick<Tables, 'digits'> {
  const { parsed, titled, issues, doubt, knowledge } = part;
  const header = findHeader(parsed, knowledge, titled);
  const tables = readTables(part, header.value);
  const marks = findMarks(part, knowledge, placesOf(tables));
  const outline = readOutline(part, header.value, tables);
  const prose = readProse(part, header.value, tables);
  const { match, graded, template, digits, ranges } = tables;
  return {
    kind: outline.kind.value,
    header: mapHeader(header.value, asPrinted(part)),
    marks: marks.value,
    sections: outline.sections.value,
    match,
    graded,
    template: template.value,
    prose: prose.checked.value,
    facts: prose.compared.value,
    digits,
    issues: {
      source: doubt?.isStrong ? [...issues, unsureDigits(doubt)] : issues,
      pollution: detectPollution(parsed, knowledge.pollution),
      kind: outline.kind.issues,
      header: header.issues,
      keys: marks.issues,
      sections: outline.sections.issues,
      template: template.issues,
      tables: graded.issues,
      leftovers: auditLeftovers(parsed.blocks, mergeRanges([...ranges, ...match.copies])),
      facts: [...prose.found.issues, ...prose.checked.issues],
      narrative: prose.compared.issues,
      bundle: [],
    },
  };
}

type Tables = ReturnType<typeof readTables>;

const placesOf = ({ match }: Tables) =>
  match.fits.flatMap(({ spec, region }) => {
    const [first, last] = [region[0], region.at(-1)];
    return first && last ? [{ id: spec.id, start: first.start, end: last.end }] : [];
  });

/** Every table of every form is fitted; the best fit of each stays, is heard against its witnesses, and graded. */
function readTables({ parsed, issues, doubt, knowledge }: Part, { year }: ReportHeader) {
  const { recognition, marks, printed } = parsed;
  const fold = makeFolder(knowledge.characterVariants);
  const areDigitsUnsure = doubt?.isStrong === true;
  const hearing = { fold, reading: issues, recognition, marks, printed, areDigitsUnsure };
  const { templates, without } = knowledge;
  const match = matchTables(parsed, { templates, fold, year: year.value, without, hearing });
  const graded: GradedTables = gradeTables(match);
  return {
    match,
    graded,
    template: chooseTemplate(graded, year.value, knowledge.templates),
    ranges: mergeRanges(match.fits.flatMap((fit) => fit.region)),
    digits:
      parsed.isPrintChecked === false ? digitsInDoubt(parsed.blocks, match.fits, graded.checks, fold) : null,
  };
}

/** The tree of headings, with the prose that no table took, and what kind of document they make. */
function readOutline(part: Part, { title, year }: ReportHeader, { graded, ranges }: Tables) {
  const { parsed, titled, knowledge } = part;
  const sections = splitSections(parsed, knowledge.sections, rangeTest(ranges));
  const evidence = { title, year, tables: graded.filled, sections: sections.value };
  return { sections, kind: classifyKind(parsed, evidence, knowledge, titled) };
}

/** Numbers of the prose, checked against each other and against the tables. */
function readProse(part: Part, { year, issuer }: ReportHeader, { graded, ranges }: Tables) {
  const { parsed, knowledge } = part;
  const prose = {
    text: parsed.text,
    paragraphs: proseOf(parsed, ranges),
    year: year.value,
    issuer: issuer.value,
  };
  const found = findFacts(prose, knowledge);
  const seen = found.value.map((fact) => asPrinted(part)(withMarks(withRecognition(fact, parsed), parsed)));
  const checked = checkFacts(seen, knowledge.factSums, knowledge.without);
  return {
    found,
    checked,
    compared: compareNarrative(
      checked.value,
      graded.tables,
      linksOfForms(knowledge.templates, graded.tableTemplates),
      knowledge.without,
    ),
  };
}

/** A field or fact as far as the print can be believed. */
const asPrinted =
  ({ issues, doubt }: Part) =>
  <T extends Fact | Field<unknown>>(found: T): T => {
    const own = withDifferentPrint(found, issues);
    return doubt?.isStrong ? withUnsureDigits(own) : own;
  };
