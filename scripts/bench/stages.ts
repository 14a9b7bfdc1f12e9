import { readSource } from '../../src/convert/pipeline.js';
import { checkFacts } from '../../src/facts/check-facts.js';
import { compareNarrative } from '../../src/facts/compare-narrative.js';
import { findFacts } from '../../src/facts/find-facts.js';
import { linksOfForms } from '../../src/facts/links-of-forms.js';
import { findHeader } from '../../src/header/find-header.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { ParsedDocument } from '../../src/model/parsed-document.js';
import type { Source } from '../../src/model/source.js';
import { auditLeftovers } from '../../src/outline/audit-leftovers.js';
import { classifyKind } from '../../src/outline/classify-kind.js';
import { detectPollution } from '../../src/outline/detect-pollution.js';
import { proseOf } from '../../src/outline/prose.js';
import { partDocument, splitParts } from '../../src/outline/split-parts.js';
import { splitSections } from '../../src/outline/split-sections.js';
import { gradeTables } from '../../src/tables/grade/grade-tables.js';
import { matchTables } from '../../src/tables/layouts/match-tables.js';
import { mergeRanges, rangeTest, type TextRange } from '../../src/tables/table-fit.js';
import { makeFolder } from '../../src/words/label-text.js';

/** A document with what the stages before have made of it, so that each stage can be run alone. */
export interface Prepared {
  source: Source;
  parsed: ParsedDocument;
  header: ReturnType<typeof findHeader>['value'];
  regions: TextRange[];
  prose: Parameters<typeof findFacts>[0];
}

export const readTables = (parsed: ParsedDocument, year: number | null, knowledge: Knowledge) => {
  const fold = makeFolder(knowledge.characterVariants);
  const hearing = { fold, reading: [], recognition: parsed.recognition };
  return matchTables(parsed, { templates: knowledge.templates, fold, year, hearing });
};

export async function prepare(source: Source, knowledge: Knowledge): Promise<Prepared> {
  const { parsed } = await readSource(source, knowledge);
  const header = findHeader(parsed, knowledge).value;
  const year = header.year.value;
  const regions = mergeRanges(readTables(parsed, year, knowledge).fits.flatMap((fit) => fit.region));
  const prose = { text: parsed.text, paragraphs: proseOf(parsed, regions), year };
  return { source, parsed, header, regions, prose };
}

export type Stage = (prepared: Prepared, knowledge: Knowledge) => Promise<unknown> | unknown;

/** What `convertBundle` does, by its stages; only the writing of the record is left out. */
export const stages: Record<string, Stage> = {
  read: ({ source }, knowledge) => readSource(source, knowledge),
  header: ({ parsed }, knowledge) => findHeader(parsed, knowledge),
  tables: ({ parsed, header }, knowledge) => gradeTables(readTables(parsed, header.year.value, knowledge)),
  facts: ({ prose }, knowledge) => {
    const found = checkFacts(findFacts(prose, knowledge).value, knowledge.factSums);
    return compareNarrative(found.value, {}, linksOfForms(knowledge.templates, {}));
  },
  rest: ({ parsed, header, regions }, knowledge) => {
    const part = partDocument(parsed, splitParts(parsed, knowledge)[0]!);
    const sections = splitSections(part, knowledge.sections, rangeTest(regions)).value;
    const { title, year } = header;
    classifyKind(part, { title, year, tables: regions.length, sections }, knowledge);
    detectPollution(part, knowledge.pollution);
    return auditLeftovers(part.blocks, regions);
  },
};
