import type { CheerioAPI } from 'cheerio';
import type { Link, PageKind } from '../model/discovery.js';
import type { LinkWords } from '../model/platform.js';
import { foldName } from './fold-name.js';
import { judgeLink } from './judge-link.js';

interface PageFacts {
  $: CheerioAPI;
  title: string;
  isColumn: boolean;
  via: Link | null;
  /** Reports that the page links. */
  linkedReports: number;
  links: number;
  words: LinkWords;
}

/** A report's page links the one before and the one behind it, and some in its margin. */
const LINKED_REPORTS_MAX = 2;
/** A report has sentences outside of links; lists have names and dates, even where scripts open them and nothing is a link. */
const SENTENCES_MIN = 5;

const NO_PROSE = new Set('script style a nav header footer select option noscript'.split(' '));

/** Full stops outside of links, scripts and the site's frame. */
function countSentences($: CheerioAPI): number {
  let stops = 0;
  const stack = $('body').contents().toArray();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') stops += node.data.match(/。/gu)?.length ?? 0;
    else if (node.type === 'tag' && !NO_PROSE.has(node.name))
      for (const child of node.children) stack.push(child);
  }
  return stops;
}

/** Report, list or neither: by the page's own title first, then by the link that led here, then by what it links. */
export function classifyPage(facts: PageFacts): { kind: PageKind; evidence: string[]; title: string } {
  const { $, title, via, words, linkedReports } = facts;
  const own = judgeLink(
    { name: title, url: 'http://page.invalid/1', isInFrame: false, isColumnPage: false },
    words,
  );
  const hasProse = countSentences($) >= SENTENCES_MIN;
  const prose = hasProse ? ['prose'] : [];
  const isMostlyLinks = linkedReports > LINKED_REPORTS_MAX && !hasProse;
  if (own.kind === 'report' && !isMostlyLinks)
    return { kind: 'report', evidence: ['title-names-report', ...own.evidence.slice(1), ...prose], title };
  // 政府信息公开工作年度报告, without a year: the name of a column and of a report. A column has no prose.
  if (
    own.kind === 'list' &&
    words.report.test(foldName(title)) &&
    linkedReports <= LINKED_REPORTS_MAX &&
    hasProse
  )
    return { kind: 'report', evidence: ['title-names-report', 'no-year', 'prose'], title };
  const isLinkedAsReport = via !== null && isNamedReport(via);
  if (isLinkedAsReport && linkedReports <= LINKED_REPORTS_MAX && own.kind !== 'rejected')
    return { kind: 'report', evidence: ['linked-as-report', ...prose], title: nameOfReport(title, via) };
  if (linkedReports > 0) return { kind: 'list', evidence: ['links-reports'], title };
  if (facts.isColumn) return { kind: 'list', evidence: ['column-of-reports'], title };
  return { kind: 'other', evidence: [own.evidence[0] ?? 'nothing-of-reports'], title };
}

/** By its name; a path alone is a reason to look, not to believe. */
const isNamedReport = (via: Link): boolean =>
  via.evidence.some((evidence) =>
    ['names-report', 'announces-report', 'name-cut-short', 'report-of-year'].includes(evidence),
  ) && !via.evidence.includes('no-year');

/** Pages of some sites are titled with the site's name only; the link said more. */
const nameOfReport = (title: string, via: Link): string => (via.text !== '' ? via.text : title);
