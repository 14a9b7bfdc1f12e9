import { readParsed, readSource, recordOf } from '../../src/convert/pipeline.js';
import { checkFacts } from '../../src/facts/check-facts.js';
import { compareNarrative } from '../../src/facts/compare-narrative.js';
import { findFacts } from '../../src/facts/find-facts.js';
import { linksOfForms } from '../../src/facts/links-of-forms.js';
import { findHeader } from '../../src/header/find-header.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { ParsedDocument } from '../../src/model/parsed-document.js';
import type { ReportRecord } from '../../src/model/report-record.js';
import type { Source } from '../../src/model/source.js';
import { classifyKind } from '../../src/outline/classify-kind.js';
import { proseOf } from '../../src/outline/prose.js';
import { partDocument, splitParts } from '../../src/outline/split-parts.js';
import { mergeRanges } from '../../src/tables/table-fit.js';

/** A document, parsed once, that can be read again and again without one rule. */
export interface Trial {
  /** With all rules. */
  records: ReportRecord[];
  /** Without a rule of a list; null if that changes nothing. */
  without: (list: string, rule: string) => ReportRecord[] | null;
}

type Readings = ReturnType<typeof readParsed>;
/** What the rules of a list decide. If a rule changes nothing here, it changes no record. This is cheaper to make than a record, which needs the tables. */
type Probe = (parts: readonly ParsedDocument[], readings: Readings, knowledge: Knowledge) => unknown;

const header: Probe = (parts, _, knowledge) => parts.map((part) => findHeader(part, knowledge));

const kind: Probe = (parts, readings, knowledge) =>
  parts.map((part, i) => {
    const { header: own, graded, sections } = readings[i]!;
    const evidence = { title: own.title, year: own.year, tables: graded.filled, sections };
    return classifyKind(part, evidence, knowledge);
  });

const facts: Probe = (parts, readings, knowledge) =>
  parts.map((part, i) => {
    const { header: own, match, graded } = readings[i]!;
    const tables = mergeRanges(match.fits.flatMap(({ region }) => region));
    const prose = {
      ...{ text: part.text, paragraphs: proseOf(part, tables) },
      ...{ year: own.year.value, issuer: own.issuer.value },
    };
    const found = findFacts(prose, knowledge);
    const checked = checkFacts(found.value, knowledge.factSums, knowledge.without);
    const links = linksOfForms(knowledge.templates, graded.tableTemplates);
    return [found, checked, compareNarrative(checked.value, graded.tables, links, knowledge.without)];
  });

/** By the name of the list. For a list without an entry, each trial reads the document to its end. */
const probes: Readonly<Record<string, Probe>> = {
  ...{ signature: header, issuer: header, division: header, period: header, publishedOn: header },
  ...{ year: header, contact: header, kind, facts },
  title: (parts, readings, knowledge) => [
    splitParts(readings[0]!.parsed, knowledge),
    header(parts, readings, knowledge),
    kind(parts, readings, knowledge),
  ],
};

/** Throws UnreadableSourceError. */
export async function openTrial(source: Source, knowledge: Knowledge): Promise<Trial> {
  const read = await readSource(source, knowledge);
  const readings = readParsed(read, knowledge);
  const records = readings.map(recordOf);
  const text = JSON.stringify(records);
  const parts = splitParts(read.parsed, knowledge).map((part) => partDocument(read.parsed, part));
  const usual = new Map<Probe, string>();
  const isTouched = (list: string, lacking: Knowledge): boolean => {
    const probe = probes[list];
    if (!probe) return true;
    if (!usual.has(probe)) usual.set(probe, JSON.stringify(probe(parts, readings, knowledge)));
    return JSON.stringify(probe(parts, readings, lacking)) !== usual.get(probe);
  };
  return {
    records,
    without: (list, rule) => {
      const lacking: Knowledge = { ...knowledge, without: new Set([rule]) };
      if (!isTouched(list, lacking)) return null;
      const other = readParsed(read, lacking).map(recordOf);
      return JSON.stringify(other) === text ? null : other;
    },
  };
}
