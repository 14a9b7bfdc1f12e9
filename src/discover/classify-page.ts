import type { CheerioAPI } from 'cheerio';
import type { Link, PageKind } from '../model/discovery.js';
import type { LinkWords } from '../model/platform.js';
import { judgeLink } from './judge-link.js';

export interface PageFacts {
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
/** A report has at least so much text outside of links; lists have names of links and dates. */
const PROSE_CHARS_MIN = 700;

function proseLength($: CheerioAPI): number {
  const body = $('body').clone();
  body.find('script, style, a, nav, header, footer, select, option').remove();
  return body.text().replace(/\s+/gu, '').length;
}

/** Report, list or neither: by the page's own title first, then by the link that led here, then by what it links. */
export function classifyPage(facts: PageFacts): { kind: PageKind; evidence: string[]; title: string } {
  const { $, title, via, words, linkedReports } = facts;
  const own = judgeLink(
    { name: title, url: 'http://page.invalid/1', isInFrame: false, isColumnPage: false },
    words,
  );
  const prose = proseLength($);
  const isMostlyLinks = linkedReports > LINKED_REPORTS_MAX && prose < PROSE_CHARS_MIN;
  if (own.kind === 'report' && !isMostlyLinks)
    return { kind: 'report', evidence: ['title-names-report', ...own.evidence.slice(1)], title };
  const isLinkedAsReport = via !== null && isNamedReport(via);
  if (isLinkedAsReport && linkedReports <= LINKED_REPORTS_MAX && own.kind !== 'rejected')
    return { kind: 'report', evidence: ['linked-as-report'], title: nameOfReport(title, via) };
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
