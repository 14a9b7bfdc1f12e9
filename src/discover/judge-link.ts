import type { LinkWords } from '../model/platform.js';
import { findReportYear } from './find-report-year.js';
import { foldName } from './fold-name.js';

/** What a link says of itself, and its place on the page. */
interface LinkFacts {
  /** Title attribute or text, the longer one. */
  name: string;
  url: string;
  /** It is in the menu, footer or margin of the site. */
  isInFrame: boolean;
  /** The page is a column of reports. */
  isColumnPage: boolean;
}

interface Verdict {
  kind: 'report' | 'list' | 'rejected' | 'nothing';
  year: number | null;
  evidence: string[];
}

const pathOf = (url: string): string => new URL(url).pathname;

/** Names of list pages; everything else that ends in a name and a suffix is a document. */
const LIST_PATH = /(?:\/|\/(?:index|list)[^/]*\.\w{2,5})$/iu;

/**
 * Decides by name, year and place whether a link leads to a report or to a list of reports. Pure; every answer but `nothing`
 * (the link speaks of something else) names its evidence.
 */
export function judgeLink(facts: LinkFacts, words: LinkWords): Verdict {
  const name = foldName(facts.name);
  const year = findReportYear(name, words.report);
  const yearEvidence = year === null ? [] : [`year-${year}`];
  const answer = (kind: Verdict['kind'], ...evidence: string[]): Verdict => ({
    kind,
    year,
    evidence: [...evidence, ...yearEvidence],
  });
  const namesReport = words.report.test(name);
  const namesAny = words.anyReport.test(name);
  if (words.announcement.test(name) && year !== null) return answer('report', 'announces-report');
  // 审计局, 国有资产监督管理局: what a body is called says nothing of what it publishes.
  const said = name.replace(words.leadingBody, '');
  const no = namesAny || namesReport ? words.not.find(({ pattern }) => pattern.test(said)) : undefined;
  if (no !== undefined) return answer('rejected', `not:${no.reason}`);
  if (namesReport && year !== null) {
    if (isYearColumn(name, facts, words)) return answer('list', 'names-column');
    return answer('report', 'names-report');
  }
  if (year !== null && words.cutReport.test(name)) return answer('report', 'name-cut-short');
  // A file is no column, however general its name is.
  if (words.file.test(pathOf(facts.url)) && isFileOfReports(name, facts, words))
    return answer('report', 'file-named-so');
  if (words.column.test(name)) return answer('list', 'names-column');
  if (namesReport) return answer('list', 'names-report', 'no-year');
  if (facts.isColumnPage && !facts.isInFrame) return judgeInColumn(name, year, facts, words, answer);
  if (words.path.test(pathOf(facts.url)) && LIST_PATH.test(pathOf(facts.url)))
    return answer('list', 'path-of-column');
  // Upwards from a column lies nothing that the column does not name.
  if (!facts.isColumnPage && words.leadsToColumn.test(name)) return answer('list', 'may-lead-to-column');
  if (namesAny && year !== null) return answer('rejected', 'not:names-no-disclosure');
  return answer('nothing');
}

/** 2023年政府信息公开年报 in a menu, without a body and with the address of a list, is a column of that year. */
const isYearColumn = (name: string, facts: LinkFacts, words: LinkWords): boolean =>
  facts.isInFrame &&
  /^\D{0,2}20\d\d/u.test(name) &&
  LIST_PATH.test(pathOf(facts.url)) &&
  !words.file.test(name);

const isFileOfReports = (name: string, facts: LinkFacts, words: LinkWords): boolean =>
  words.report.test(name) ||
  (facts.isColumnPage &&
    !facts.isInFrame &&
    [words.anyReport, words.yearOnly, words.body].some((pattern) => pattern.test(name)));

/** In a column of reports, weaker names are enough. */
function judgeInColumn(
  name: string,
  year: number | null,
  facts: LinkFacts,
  words: LinkWords,
  answer: (kind: Verdict['kind'], ...evidence: string[]) => Verdict,
): Verdict {
  if (words.yearOnly.test(name)) return answer('list', 'year-of-column');
  if (words.anyReport.test(name) && year !== null)
    return answer('report', 'stands-in-column', 'report-of-year');
  if (words.file.test(pathOf(facts.url)) && year !== null)
    return answer('report', 'stands-in-column', 'file-of-year');
  if (words.body.test(name)) return answer('list', 'stands-in-column', 'body');
  if (year !== null) return answer('rejected', 'not:names-no-report');
  return answer('nothing');
}
