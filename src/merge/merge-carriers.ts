import { compareNarrative } from '../facts/compare-narrative.js';
import { linksOfForms } from '../facts/links-of-forms.js';
import type { Issue } from '../model/issue.js';
import type { Knowledge } from '../model/knowledge.js';
import { chooseTemplate } from '../tables/grade/choose-template.js';
import type { CarrierNames } from './difference-issues.js';
import { mergeHeader } from './merge-header.js';
import { mergeFacts, mergeSections, rankByProse } from './merge-prose.js';
import { mergeTables } from './merge-tables.js';
import { rankCarriers } from './rank-carriers.js';
import type { IssueGroups, ReportReading } from './reading.js';
import { stampIssues } from './stamp-carrier.js';

/** A report out of several carriers. `carriers` is in the order of the record: a place that names no carrier is in the first. */
export interface MergedReading extends ReportReading {
  carriers: ReportReading[];
}

/**
 * One report out of what each of its carriers has of it. Every carrier was read and graded by itself before; here the best
 * evidence of each cell, field and fact is kept, with its place, and where two carriers are sure of different things, both are
 * named and neither is believed. The order of `readings` decides nothing.
 * @param readings two at least, all of one report (see `groupCarriers`)
 */
export function mergeCarriers(
  readings: readonly ReportReading[],
  { templates, without }: Pick<Knowledge, 'templates' | 'without'>,
): MergedReading {
  const carriers = rankCarriers(readings);
  const names: CarrierNames = carriers.map(({ raw }) => raw.source.uri);
  const header = mergeHeader(carriers, names);
  const graded = mergeTables(carriers, names);
  const template = chooseTemplate(graded, header.value.year.value, templates);
  const order = rankByProse(carriers);
  const sections = mergeSections(carriers, order, names);
  const prose = mergeFacts(carriers, order, names);
  const links = linksOfForms(templates, graded.tableTemplates);
  const compared = compareNarrative(prose.value, graded.tables, links, without);
  const each = (group: keyof IssueGroups): Issue[] =>
    carriers.flatMap(({ issues }, carrier) => stampIssues(issues[group], carrier));
  const once = (group: keyof IssueGroups): Issue[] => distinct(each(group));
  return {
    ...carriers[0]!,
    carriers,
    kind: { kind: 'annual-report', reasons: [], lacks: null },
    header: header.value,
    sections: sections.value,
    graded,
    template: template.value,
    prose: prose.value,
    facts: compared.value,
    issues: {
      source: each('source'),
      pollution: once('pollution'),
      kind: [],
      header: [...once('header'), ...header.issues],
      keys: once('keys'),
      sections: [...once('sections'), ...sections.issues],
      template: template.issues,
      tables: graded.issues,
      leftovers: once('leftovers'),
      facts: [...once('facts'), ...prose.issues],
      narrative: compared.issues,
      bundle: [],
    },
  };
}

/** What several files give the same reason to say is said of the first. */
function distinct(issues: readonly Issue[]): Issue[] {
  const told = new Set<string>();
  return issues.filter(({ code, message, path }) => {
    const key = JSON.stringify([code, message, path]);
    return !told.has(key) && told.add(key);
  });
}
