import { checkFacts } from '../../src/check/check-facts.js';
import { compareNarrative } from '../../src/check/compare-narrative.js';
import { gradeTables } from '../../src/check/grade-tables.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { ParsedDocument } from '../../src/model/parsed-document.js';
import type { Source } from '../../src/model/source.js';
import { findFacts } from '../../src/normalise/find-facts.js';
import { findHeader } from '../../src/normalise/find-header.js';
import { readSource } from '../../src/pipeline.js';
import { makeFolder } from '../../src/reconstruct/label-text.js';
import { matchTables } from '../../src/reconstruct/match-tables.js';
import { proseOf } from '../../src/reconstruct/prose.js';
import { mergeRanges } from '../../src/reconstruct/table-fit.js';

/** A document with what the stages before have made of it, so that each stage can be run alone. */
export interface Prepared {
  source: Source;
  parsed: ParsedDocument;
  year: number | null;
  prose: Parameters<typeof findFacts>[0];
}

const readTables = ({ blocks }: ParsedDocument, year: number | null, knowledge: Knowledge) =>
  matchTables(blocks, knowledge.templates, makeFolder(knowledge.characterVariants), year);

export async function prepare(source: Source, knowledge: Knowledge): Promise<Prepared> {
  const { parsed } = await readSource(source, knowledge);
  const year = findHeader(parsed, knowledge).value.year.value;
  const regions = mergeRanges(readTables(parsed, year, knowledge).fits.flatMap((fit) => fit.region));
  return { source, parsed, year, prose: { text: parsed.text, paragraphs: proseOf(parsed, regions), year } };
}

export type Stage = (prepared: Prepared, knowledge: Knowledge) => Promise<unknown> | unknown;

/** The dear stages of `convertSource`; what they leave is sections, kind, pollution and writing the record. */
export const stages: Record<string, Stage> = {
  read: ({ source }, knowledge) => readSource(source, knowledge),
  header: ({ parsed }, knowledge) => findHeader(parsed, knowledge),
  tables: ({ parsed, year }, knowledge) => gradeTables(readTables(parsed, year, knowledge)),
  facts: ({ prose }, knowledge) => {
    const found = checkFacts(findFacts(prose, knowledge.facts).value, knowledge.factSums);
    return compareNarrative(found.value, {}, knowledge.narrativeLinks);
  },
};
