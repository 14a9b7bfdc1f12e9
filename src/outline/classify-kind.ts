import { findTitleCandidates } from '../header/find-title.js';
import { type HeaderText, readHeaderText } from '../header/header-text.js';
import type { DocumentWords, KindLookups } from '../model/header-lookups.js';
import type { Issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Field, Section } from '../model/report-record.js';
import type { Result } from '../model/result.js';

export type Kind = 'annual-report' | 'compilation' | 'other';

interface KindEvidence {
  title: Field<string>;
  year: Field<number>;
  /** Tables of a template that were found and hold at least one value. */
  tables: number;
  sections: Section[];
}

export interface KindDecision {
  kind: Kind;
  /** Why it is no report; empty for a report. */
  reasons: string[];
  /**
   * What makes it no report is only what it lacks, and another file of the same report may have it: `title`, a table of a form
   * without a cover; `content`, a page that names a report and does not hold it; `values`, a form of which nothing is filled in.
   */
  lacks: 'title' | 'content' | 'values' | null;
}

interface KindKnowledge {
  words: DocumentWords;
  kind: KindLookups;
}

const EMPTY_LENGTH = 40;
/** Error pages say little. */
const ERROR_PAGE_LENGTH = 800;
const PROSE_MIN = 300;
const HEADLINE_LINES = 40;
const ARTICLES_MIN = 5;
const LISTED_TITLES_MIN = 4;
const RESTARTS_MIN = 3;
const FORM_LABELS_MIN = 8;

/** What the deciding rules look at, computed once. */
interface Facts {
  header: HeaderText;
  evidence: KindEvidence;
  titles: Set<string>;
  /** Different core sections on the first level. */
  core: number;
  /** How often the sections start again at 一. */
  restarts: number;
}

function readFacts(parsed: ParsedDocument, evidence: KindEvidence, { words, kind }: KindKnowledge): Facts {
  const header = readHeaderText(parsed, { words });
  const titles = new Set(
    findTitleCandidates(header, words)
      .filter((title) => title.score >= 4)
      .map((title) => title.text),
  );
  const roles = new Set(evidence.sections.map((section) => section.role));
  const core = kind.coreRoles.filter((role) => roles.has(role)).length;
  const restarts = evidence.sections.filter(
    (section) => section.level === 1 && section.ordinal === '一',
  ).length;
  return { header, evidence, titles, core, restarts };
}

/** A reason against, and what alone is missing. */
interface Shortfall {
  reason: string;
  lacks: KindDecision['lacks'];
}

const NEXT_TO_NOTHING = 'There is next to no text.';

function unreadable({ header, evidence }: Facts, { kind }: KindKnowledge): string | null {
  const { text } = header;
  const lost = [...text.matchAll(/\ufffd/g)].length;
  if (lost * 5 > text.length || (kind.ruined.test(text) && !kind.subject.test(text)))
    return 'The characters are ruined beyond reading.';
  if (evidence.tables > 0) return null;
  if (text.length < ERROR_PAGE_LENGTH && kind.errorPage.test(text)) return 'An error or anti-bot page.';
  return text.length < EMPTY_LENGTH ? NEXT_TO_NOTHING : null;
}

function compiled(facts: Facts, { kind }: KindKnowledge): string | null {
  const { evidence, header, restarts } = facts;
  const essays = kind.essays.filter((pattern) => pattern.test(header.text)).length;
  // Fragments on such pages may fit a form; a mirror's own words around a real report are fewer.
  if (evidence.tables > 0 && essays < 3) return null;
  const alone = evidence.title.value !== null && evidence.year.value !== null && restarts <= 1;
  if (essays >= 2 && !alone)
    return `A collection of model texts: ${essays} kinds of words that such pages use.`;
  if (evidence.title.value === null && restarts >= RESTARTS_MIN)
    return `A collection of texts: the sections start again ${restarts} times and no title holds them together.`;
  return null;
}

function anotherDocument(facts: Facts, { kind }: KindKnowledge): string | null {
  const { header, evidence } = facts;
  const lines = header.lines.filter((line) => line.kind !== 'piece');
  for (const line of lines.slice(0, HEADLINE_LINES)) {
    if (line.text.length > 60 || line.text.length < 8) continue;
    const headline = kind.headlines.find(({ pattern }) => pattern.test(line.text));
    if (headline && evidence.title.value === null)
      return `The headline is that of ${headline.reason}: ${line.text}`;
  }
  const articles = lines.filter((line) => kind.article.test(line.text)).length;
  if (articles >= ARTICLES_MIN) return `A regulation: ${articles} articles.`;
  if (facts.titles.size >= LISTED_TITLES_MIN && facts.core < 2)
    return `A list: ${facts.titles.size} titles of reports, and the text of none.`;
  return null;
}

function emptyForm({ header, evidence }: Facts, { kind }: KindKnowledge): string | null {
  if (evidence.tables > 0) return null;
  const labels = kind.formLabels.filter((label) => header.text.includes(label));
  if (labels.length < FORM_LABELS_MIN) return null;
  const prose = labels
    .reduce((text, label) => text.replaceAll(label, ''), header.text)
    .replace(/[\d|.、()]/g, '');
  const unfilled = kind.placeholder.test(header.text) || evidence.year.value === null;
  return unfilled && prose.length < 3 * PROSE_MIN ? 'An empty form: its tables hold no value.' : null;
}

function noReport(facts: Facts, { kind }: KindKnowledge): Shortfall | null {
  const { header, evidence, core } = facts;
  const about = kind.subject.test(header.text);
  if (about && (evidence.tables > 0 || core >= 3)) return null;
  if (evidence.title.value === null) {
    const reason = 'No title of a report, no table of a form, and fewer than three of its sections.';
    return { reason, lacks: evidence.tables > 0 ? 'title' : null };
  }
  if (core >= 2 || (about && header.text.length >= PROSE_MIN)) return null;
  return { reason: 'The page names a report and does not hold it.', lacks: 'content' };
}

/**
 * Is this an annual report, a collection of texts, or something else? Decided by what stands there, not by one word.
 * Issues: `not-a-report` or `compilation`, one for each reason.
 */
export function classifyKind(
  parsed: ParsedDocument,
  evidence: KindEvidence,
  knowledge: KindKnowledge,
): Result<KindDecision> {
  const facts = readFacts(parsed, evidence, knowledge);
  const decide = (kind: Kind, reason: string, lacks: KindDecision['lacks'] = null): Result<KindDecision> => {
    const code = kind === 'compilation' ? 'compilation' : 'not-a-report';
    const issue: Issue = { code, severity: 'warning', message: reason, path: 'kind' };
    return { value: { kind, reasons: [reason], lacks }, issues: [issue] };
  };
  const unread = unreadable(facts, knowledge);
  const isNamed = evidence.title.value !== null && evidence.year.value !== null;
  if (unread !== null)
    return decide('other', unread, unread === NEXT_TO_NOTHING && isNamed ? 'content' : null);
  const essays = compiled(facts, knowledge);
  if (essays !== null) return decide('compilation', essays);
  // A titled document with the tables or sections of a report is one, whatever else its page says.
  const report: Result<KindDecision> = {
    value: { kind: 'annual-report', reasons: [], lacks: null },
    issues: [],
  };
  if (isNamed && (evidence.tables > 0 || facts.core >= 2)) return report;
  const other = anotherDocument(facts, knowledge);
  if (other !== null) return decide('other', other);
  const form = emptyForm(facts, knowledge);
  if (form !== null) return decide('other', form, 'values');
  const short = noReport(facts, knowledge);
  return short === null ? report : decide('other', short.reason, short.lacks);
}
