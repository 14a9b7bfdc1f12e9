import { readTitledText, type TitledText } from '../header/title-candidates.js';
import type { Issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Result } from '../model/result.js';
import { type Rule, rulesInForce } from '../model/rule.js';
import { type KindEvidence, type KindKnowledge, type KindPage, readKindPage } from './kind-page.js';

export type Kind = 'annual-report' | 'compilation' | 'other';

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

interface KindRule extends Rule {
  decide: (page: KindPage) => KindDecision | null;
}

/** The first rule that decides has the word; where none does, it is a report. */
export const kindRules: readonly KindRule[] = [
  { name: 'kind-ruined', decide: ruined },
  { name: 'kind-error-page', decide: errorPage },
  { name: 'kind-next-to-nothing', decide: nextToNothing },
  { name: 'kind-model-texts', decide: modelTexts },
  { name: 'kind-sections-start-again', decide: sectionsStartAgain },
  { name: 'kind-source-code', decide: sourceCode },
  { name: 'kind-paper', decide: paper },
  { name: 'kind-news', decide: news },
  { name: 'kind-of-strangers', decide: ofStrangers },
  { name: 'kind-title-of-talk', decide: titleOfTalk },
  { name: 'kind-unfinished', decide: unfinished },
  { name: 'kind-other-voice', decide: otherVoice },
  { name: 'kind-hijacked', decide: hijacked },
  { name: 'kind-several-bodies', decide: severalBodies },
  // A titled document with the tables or sections of a report is one, whatever else its page says.
  { name: 'kind-named-report', decide: namedReport },
  { name: 'kind-other-headline', decide: otherHeadline },
  { name: 'kind-articles', decide: articles },
  { name: 'kind-list-of-titles', decide: listOfTitles },
  { name: 'kind-empty-form', decide: emptyForm },
  { name: 'kind-report-by-content', decide: reportByContent },
  { name: 'kind-without-title', decide: withoutTitle },
  { name: 'kind-report-by-title', decide: reportByTitle },
  { name: 'kind-title-alone', decide: titleAlone },
];

const EMPTY_LENGTH = 40;
/** Error pages say little. */
const ERROR_PAGE_LENGTH = 800;
const PROSE_MIN = 300;
const HEADLINE_LINES = 40;
const ARTICLES_MIN = 5;
const LISTED_TITLES_MIN = 4;
const RESTARTS_MIN = 3;
const HEAD_LINES = 6;
const HEADLINE_LENGTH = 70;
const SPAM_MIN = 6;
const BODIES_MIN = 3;
/** A report says more than its title: so many sentences, and so many of them about its subject. */
const SENTENCES_MIN = 3;
const SUBJECT_SENTENCES_MIN = 2;
const SENTENCE_LENGTH_MIN = 12;
const FORM_LABELS_MIN = 8;
const CODE_LINES_MIN = 4;
const NEWS_SIGNS_MIN = 2;
const VOICE_SIGNS_MIN = 2;

const REPORT: KindDecision = { kind: 'annual-report', reasons: [], lacks: null };
const other = (reason: string, lacks: KindDecision['lacks'] = null): KindDecision => ({
  ...{ kind: 'other', reasons: [reason], lacks },
});
const compilation = (reason: string): KindDecision => ({
  ...{ kind: 'compilation', reasons: [reason], lacks: null },
});

function ruined({ header: { text }, words, isAbout }: KindPage): KindDecision | null {
  const lost = [...text.matchAll(/\ufffd/g)].length;
  const isRuined = lost * 5 > text.length || (words.ruined.test(text) && !isAbout);
  return isRuined ? other('The characters are ruined beyond reading.') : null;
}

function errorPage({ header: { text }, words, evidence }: KindPage): KindDecision | null {
  const isError = evidence.tables === 0 && text.length < ERROR_PAGE_LENGTH && words.errorPage.test(text);
  return isError ? other('An error or anti-bot page.') : null;
}

function nextToNothing({ header, evidence, isNamed }: KindPage): KindDecision | null {
  if (evidence.tables > 0 || header.text.length >= EMPTY_LENGTH) return null;
  return other('There is next to no text.', isNamed ? 'content' : null);
}

function modelTexts({ header, words, evidence, isNamed, restarts }: KindPage): KindDecision | null {
  const essays = words.essays.filter((pattern) => pattern.test(header.text)).length;
  // Fragments on such pages may fit a form; a mirror's own words around a real report are fewer.
  if (essays < (evidence.tables > 0 ? 3 : 2) || (isNamed && restarts <= 1)) return null;
  return compilation(`A collection of model texts: ${essays} kinds of words that such pages use.`);
}

function sectionsStartAgain({ evidence, restarts, header, words }: KindPage): KindDecision | null {
  const essays = words.essays.filter((pattern) => pattern.test(header.text)).length;
  if (evidence.tables > 0 && essays < 3) return null;
  if (evidence.title.value !== null || restarts < RESTARTS_MIN) return null;
  return compilation(
    `A collection of texts: the sections start again ${restarts} times and no title holds them together.`,
  );
}

function namedReport({ isNamed, evidence, core }: KindPage): KindDecision | null {
  return isNamed && (evidence.tables > 0 || core >= 2) ? REPORT : null;
}

/** How many different patterns some line of the page fits. */
const signsOf = (patterns: readonly RegExp[], lines: KindPage['lines']): number =>
  patterns.filter((pattern) => lines.some(({ text }) => pattern.test(text))).length;

/** A program that holds a report as text: it begins as programs do. */
function sourceCode({ lines, words: { source } }: KindPage): KindDecision | null {
  if (!lines.slice(0, HEAD_LINES).some(({ text }) => source.opening.test(text))) return null;
  const count = lines.filter(({ text }) => source.line.test(text)).length;
  return count >= CODE_LINES_MIN ? other(`The source of a program: ${count} lines of code.`) : null;
}

function paper({ lines, words }: KindPage): KindDecision | null {
  const signs = signsOf(words.paper, lines);
  return signs >= 2 ? other(`A paper that quotes reports: ${signs} signs of papers.`) : null;
}

/** Somebody else speaks of the report. A page of a report may name the paper that printed it, and has its sections. */
function news({ lines, words, core, evidence }: KindPage): KindDecision | null {
  const signs = signsOf(words.news, lines);
  const isNews = signs >= (evidence.tables > 0 ? NEWS_SIGNS_MIN + 1 : NEWS_SIGNS_MIN) && core < 3;
  return isNews ? other(`News of a report: ${signs} signs of news.`) : null;
}

/** What stands near the top, or in the title itself, says that it is no report of one body on one year. */
function ofStrangers({ lines, evidence, words, header }: KindPage): KindDecision | null {
  const head = lines.slice(0, HEAD_LINES).map(({ text }) => text.replace(/^#+/, ''));
  const title = evidence.title.at?.start === undefined ? '' : (evidence.title.value ?? '');
  // A sentence is no headline.
  const isHeadline = (text: string) => text.length <= HEADLINE_LENGTH && !/[。;]$/.test(text);
  for (const text of [title, ...head].filter(isHeadline)) {
    const stranger = words.strangers.find(({ pattern }) => pattern.test(text));
    if (stranger) return other(`It is ${stranger.reason}: ${text}`);
  }
  return header.text.length === 0 ? other('There is no text.') : null;
}

/** Some director reads the report out: what stands before its words is no name. */
function titleOfTalk({ evidence: { title }, words }: KindPage): KindDecision | null {
  return words.talk.test(title.value ?? '') ? other(`The title speaks of a report: ${title.value}`) : null;
}

/** A report that is still being written says so at its head, or in several places. */
function unfinished({ lines, words }: KindPage): KindDecision | null {
  const places = lines.filter(({ text }) => words.unfinished.test(text));
  if (places.length < 2 && !lines.slice(0, HEAD_LINES).some((line) => places.includes(line))) return null;
  return other(`It is a draft: ${places[0]!.text.slice(0, HEADLINE_LENGTH)}`);
}

/**
 * A teacher, an assessor or a journalist speaks of reports. A body's own report may say some of their words, and has its title
 * and its sections.
 */
function otherVoice({ voice, isNamed, core, evidence }: KindPage): KindDecision | null {
  const hasContent = core >= 2 || evidence.tables > 0;
  const isWhole = isNamed && (core >= 3 || (core >= 2 && evidence.tables > 0));
  const needed = isNamed ? VOICE_SIGNS_MIN + (hasContent ? 2 : 1) : VOICE_SIGNS_MIN;
  if (isWhole || !voice || voice.signs < needed) return null;
  return other(`It is ${voice.reason}: ${voice.signs} signs.`);
}

function hijacked({ header: { text }, words, core, evidence }: KindPage): KindDecision | null {
  const count = [...text.matchAll(words.spam)].length;
  return evidence.tables === 0 && core < 2 && count >= SPAM_MIN
    ? other('The page of a hijacked site.')
    : null;
}

/** Reports of several bodies, one after another, that could not be taken apart. */
function severalBodies({
  titles,
  records,
  restarts,
  lines,
  words,
  signatures,
}: KindPage): KindDecision | null {
  if (records.size >= 2)
    return compilation(`A collection of reports: ${records.size} records of a data file.`);
  const isCollection = restarts >= 2 && lines.slice(0, 3).some(({ text }) => words.collection.test(text));
  const areSigned = titles.size >= 2 && signatures >= 2 && restarts === 0;
  if (!isCollection && !areSigned && (titles.size < BODIES_MIN || restarts < 2)) return null;
  return compilation(`A collection of reports: ${titles.size} titles.`);
}

function otherHeadline({ lines, evidence, words }: KindPage): KindDecision | null {
  if (evidence.title.value !== null) return null;
  for (const { text } of lines.slice(0, HEADLINE_LINES)) {
    if (text.length > 60 || text.length < 8) continue;
    const headline = words.headlines.find(({ pattern }) => pattern.test(text));
    if (headline) return other(`The headline is that of ${headline.reason}: ${text}`);
  }
  return null;
}

function articles({ lines, words }: KindPage): KindDecision | null {
  const count = lines.filter(({ text }) => words.article.test(text)).length;
  return count >= ARTICLES_MIN ? other(`A regulation: ${count} articles.`) : null;
}

function listOfTitles({ titles, core }: KindPage): KindDecision | null {
  if (titles.size < LISTED_TITLES_MIN || core >= 2) return null;
  return other(`A list: ${titles.size} titles of reports, and the text of none.`);
}

function emptyForm({ header: { text }, evidence, words }: KindPage): KindDecision | null {
  if (evidence.tables > 0) return null;
  const labels = words.formLabels.filter((label) => text.includes(label));
  if (labels.length < FORM_LABELS_MIN) return null;
  const prose = labels.reduce((rest, label) => rest.replaceAll(label, ''), text).replace(/[\d|.、()]/g, '');
  const unfilled = words.placeholder.test(text) || evidence.year.value === null;
  if (!unfilled || prose.length >= 3 * PROSE_MIN) return null;
  return other('An empty form: its tables hold no value.', 'values');
}

/** Nothing names it: then the body has to speak of itself, or the page is the form and nothing else. */
function reportByContent({ isAbout, evidence, core, isOwnVoice, isBare }: KindPage): KindDecision | null {
  const speaks = isOwnVoice || isBare || evidence.tables >= 2;
  return isAbout && speaks && (evidence.tables > 0 || core >= 3) ? REPORT : null;
}

function withoutTitle({ evidence }: KindPage): KindDecision | null {
  if (evidence.title.value !== null) return null;
  const reason = 'No title of a report, no table of a form, and fewer than three of its sections.';
  return other(reason, evidence.tables > 0 ? 'title' : null);
}

function reportByTitle({ isAbout, header, core }: KindPage): KindDecision | null {
  if (core >= 2) return REPORT;
  const sentences = header.text.split('。').filter(({ length }) => length >= SENTENCE_LENGTH_MIN);
  const about = sentences.filter((sentence) => /公开|申请|复议|收费/.test(sentence)).length;
  return isAbout && sentences.length > SENTENCES_MIN && about >= SUBJECT_SENTENCES_MIN ? REPORT : null;
}

function titleAlone(): KindDecision {
  return other('The page names a report and does not hold it.', 'content');
}

/**
 * Is this an annual report, a collection of texts, or something else? Decided by what stands there, not by one word.
 * Issues: `not-a-report` or `compilation`, one for each reason.
 */
export function classifyKind(
  parsed: ParsedDocument,
  evidence: KindEvidence,
  knowledge: KindKnowledge,
  titled: TitledText = readTitledText(parsed, knowledge),
): Result<KindDecision> {
  const page = readKindPage(titled, evidence, knowledge);
  let value = REPORT;
  for (const { decide } of rulesInForce(kindRules, knowledge.without)) {
    const decision = decide(page);
    if (!decision) continue;
    value = decision;
    break;
  }
  const code = value.kind === 'compilation' ? 'compilation' : 'not-a-report';
  const issues = value.reasons.map(
    (message): Issue => ({ code, severity: 'warning', message, path: 'kind' }),
  );
  return { value, issues };
}
