import type { HeaderLookups } from '../model/header-lookups.js';
import { type Issue, issue } from '../model/issue.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type Rule, rulesInForce } from '../model/rule.js';
import { compareBodies, splitPlaces } from './compare-bodies.js';
import { findSignatures, type Stretch } from './find-signatures.js';
import { beforeDocumentWords, findTitle } from './find-title.js';
import type { HeaderPage } from './header-page.js';
import { candidatesOf, type HeaderRule } from './header-rule.js';
import { fieldOfMetadata, printedAt, tidyName } from './header-text.js';
import { misreadPlace } from './misread-place.js';

/** One place that names the reporting body. */
interface IssuerCandidate {
  /** Where it stands, for people. */
  source: string;
  /** A different strong candidate contradicts the chosen one; a weak one only fills gaps. */
  strong: boolean;
  field: Field<string>;
}

/** In order of trust: what the report says of itself before what the site says of it. */
const issuerCandidateRules: readonly HeaderRule<IssuerCandidate>[] = [
  { name: 'issuer-in-title', find: inTitle },
  { name: 'issuer-in-signature', find: inSignature },
  { name: 'issuer-under-title', find: underTitle },
  { name: 'issuer-in-opening', find: (page) => inText(page, 'opening') },
  { name: 'issuer-on-page', find: (page) => inText(page, 'page') },
  { name: 'issuer-of-placeless-title', find: ofPlacelessTitle },
  { name: 'issuer-of-carrier', find: ofCarrier },
  { name: 'issuer-without-place', find: withoutPlace },
  { name: 'issuer-in-source-line', find: (page) => inText(page, 'source line') },
  { name: 'issuer-above-title', find: aboveTitle },
  { name: 'issuer-in-first-sentence', find: (page) => inText(page, 'first sentence') },
  { name: 'issuer-in-contact', find: (page) => inText(page, 'contact') },
];

interface ChosenIssuer {
  chosen: IssuerCandidate;
  candidates: readonly IssuerCandidate[];
  lookups: HeaderLookups;
}

/** What makes the chosen one doubtful. */
const issuerDoubts: readonly (Rule & { doubt: (issuer: ChosenIssuer) => Issue | null })[] = [
  { name: 'issuer-contradicted', doubt: contradicted },
  { name: 'issuer-misread', doubt: misread },
  { name: 'issuer-of-contact-alone', doubt: ofContactAlone },
  { name: 'issuer-in-odd-words', doubt: inOddWords },
];

export const issuerRules: readonly Rule[] = [...issuerCandidateRules, ...issuerDoubts];

/** 街道, 我局 and 人民政府 are nobody's name; 房县 is. */
const isName = (name: string, { words, divisions }: HeaderLookups): boolean =>
  (divisions.byName.has(name) || (name.length >= 3 && name.replace(words.issuer.generic, '') !== '')) &&
  !words.issuer.relative.test(name);

/** 县教育局: a name, but any county's. 市北区 is a place of its own. */
const isPlaceless = (name: string, { words, divisions }: HeaderLookups): boolean =>
  words.issuer.placeless.test(name) && splitPlaces(name, divisions).places.length === 0;

function candidateAt({ header, lookups }: HeaderPage, source: string, strong: boolean, at: Stretch) {
  const { raw, at: span } = printedAt(header, at.start, at.end);
  const value = tidyName(raw, lookups.words);
  return { source, strong, field: { value, raw, confidence: 'read' as const, flags: [], at: span } };
}

/** What is left of a title without year and document words, as stretches. 某区2020年政府办公室 is one name in two. */
function nameStretches(title: string, before: number, words: HeaderLookups['words']): Stretch[] {
  // 某县人民政府信息公开: the document words have taken the government's own 政府.
  const swallowed = title.slice(0, before).endsWith('人民') && title.startsWith('政府', before);
  const length = swallowed ? before + 2 : before;
  const stretches: Stretch[] = [];
  const keep = (from: number, to: number) => {
    const text = title.slice(from, to);
    const name = text.replace(words.issuer.trim, '');
    if (name === '') return;
    const start = from + text.indexOf(name);
    stretches.push({ start, end: start + name.length });
  };
  let at = 0;
  for (const year of title.slice(0, length).matchAll(words.year)) {
    keep(at, year.index);
    at = year.index + year[0].length;
  }
  keep(at, length);
  return stretches;
}

function nameInTitle(page: HeaderPage): IssuerCandidate | null {
  const { header, lookups, title } = page;
  if (!title) return null;
  const stretches = nameStretches(title.text, title.before, lookups.words).map(({ start, end }) => ({
    start: title.start + start,
    end: title.start + end,
  }));
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return null;
  const whole = candidateAt(page, 'title', true, { start: first.start, end: last.end });
  const pieces = stretches.map(({ start, end }) =>
    tidyName(printedAt(header, start, end).raw, lookups.words),
  );
  return { ...whole, field: { ...whole.field, value: pieces.join('').replace(DOUBLED, '') } };
}

/** A title that is printed twice in a row: the name is behind the first one. */
const DOUBLED = /^.*(?:年度报告|年报|工作报告)(?=.{3})/;

/** The same for a title that only the carrier states. */
function nameInStatedTitle(page: HeaderPage): IssuerCandidate | null {
  const { words } = page.lookups;
  const title = findTitle(page);
  const before = title.at === null && title.value !== null ? beforeDocumentWords(title.value, words) : null;
  if (before === null) return null;
  const pieces = nameStretches(title.value!, before, words).map(({ start, end }) =>
    title.value!.slice(start, end),
  );
  if (pieces.length === 0) return null;
  return { source: 'title', strong: true, field: fieldOfMetadata(title.raw!, pieces.join('')) };
}

function titled(page: HeaderPage): IssuerCandidate | null {
  const found = nameInTitle(page) ?? nameInStatedTitle(page);
  return found && isName(found.field.value!, page.lookups) ? found : null;
}

function* inTitle(page: HeaderPage): Generator<IssuerCandidate> {
  const found = titled(page);
  if (found && !isPlaceless(found.field.value!, page.lookups)) yield found;
}

function* withoutPlace(page: HeaderPage): Generator<IssuerCandidate> {
  const found = titled(page);
  if (found && isPlaceless(found.field.value!, page.lookups)) yield { ...found, source: 'placeless title' };
}

/** 县市场监管局 in the title is the 石门县市场监督管理局 of the line of the source: the same body with its place. */
function* ofPlacelessTitle(page: HeaderPage): Generator<IssuerCandidate> {
  const found = titled(page);
  if (!found || !isPlaceless(found.field.value!, page.lookups)) return;
  const short = found.field.value!;
  for (const other of [...ofCarrier(page), ...inText(page, 'source line')]) {
    const long = other.field.value!;
    if (long.length > short.length && compareBodies(short, long, page.lookups) === 'same') yield other;
  }
}

/** The cover of a report names its body over the title. */
function* aboveTitle(page: HeaderPage): Generator<IssuerCandidate> {
  const { header, lookups, title } = page;
  if (!title) return;
  const above = header.lines.filter(({ kind, end }) => kind === 'paragraph' && end <= title.start).at(-1);
  const name = above?.text.replace(/(?<=\p{Script=Han})[A-Za-z][A-Za-z ,.&'-]*$/u, '') ?? '';
  if (!above || name.length > UNDER_TITLE_LENGTH_MAX || !NAME.test(name)) return;
  if (!lookups.words.issuer.suffix.test(name) || !isName(name, lookups) || isPlaceless(name, lookups)) return;
  yield candidateAt(page, 'line above the title', false, {
    start: above.start,
    end: above.start + name.length,
  });
}

function* inSignature(page: HeaderPage): Generator<IssuerCandidate> {
  for (const { name } of findSignatures(page)) if (name) yield candidateAt(page, 'signature', true, name);
}

const UNDER_TITLE_LENGTH_MAX = 30;

/** The line under a title that names no body. */
function* underTitle(page: HeaderPage): Generator<IssuerCandidate> {
  const { header, lookups, title } = page;
  if (!title) return;
  const below = header.lines.find(({ start, kind }) => start >= title.end && kind === 'paragraph');
  const [, sign, name] = /^([*_(>#]*)([^*_()]*)[*_)]*$/.exec(below?.text ?? '') ?? [];
  if (!below || name === undefined || name.length > UNDER_TITLE_LENGTH_MAX || /[。,;:|]/.test(name)) return;
  if (!lookups.words.issuer.suffix.test(name) || !isName(name, lookups) || isPlaceless(name, lookups)) return;
  const start = below.start + sign!.length;
  yield candidateAt(page, 'line under the title', true, { start, end: start + name.length });
}

/** A report says who writes it before its first section; further on, other bodies write other things. */
const OPENING_LENGTH = 1500;

/** The names that the patterns of one source find. */
function* inText(page: HeaderPage, wanted: string): Generator<IssuerCandidate> {
  const { header, lookups, from } = page;
  const { issuer } = lookups.words;
  const lines = header.lines.filter(({ kind }) => kind !== 'cell');
  // The whole text at last: sentences broken over lines, and labels whose value stands in the next cell.
  for (const { text, start: offset } of [...lines, { text: header.text, start: 0 }]) {
    for (const { source, strong, pattern } of issuer.patterns) {
      if (source !== wanted) continue;
      for (const match of text.matchAll(pattern)) {
        const name = match[1]!;
        const start = offset + match.index + match[0].indexOf(name);
        if (/opening|sentence/.test(source) && start > from + OPENING_LENGTH) continue;
        const placed = issuer.suffix.test(name) || splitPlaces(name, lookups.divisions).places.length > 0;
        if (placed && isName(name, lookups) && !isPlaceless(name, lookups))
          yield candidateAt(page, source, strong, { start, end: start + ownLength(name, source) });
      }
    }
  }
}

/** Whom to ask at a bureau is the bureau's office; the bureau reports. */
const ownLength = (name: string, source: string): number =>
  source === 'contact'
    ? name.replace(/(?<=[局厅委院处])(?:办公室|政务公开办|信息公开办)$/, '').length
    : name.length;

function* ofCarrier({ header, lookups: { words } }: HeaderPage): Generator<IssuerCandidate> {
  for (const { name, value } of header.parsed.metadata) {
    const body = tidyName(value, words);
    if (words.issuer.metadata.includes(name) && words.issuer.suffix.test(body))
      yield { source: 'metadata', strong: false, field: fieldOfMetadata(value, body) };
  }
}

/** All places that name the body, the most trusted first. */
export const findIssuerCandidates = (page: HeaderPage): IssuerCandidate[] => [
  ...candidatesOf(issuerCandidateRules, page),
];

type IssuerIssue = Issue & { code: 'issuer-conflict' | 'issuer-unknown-place' };

const issueAt = (code: IssuerIssue['code'], message: string, at: Field<string>['at']): IssuerIssue =>
  issue(code, message, { path: 'issuer', ...(at ? { at } : {}) }) as IssuerIssue;

/** Another strong candidate names another agency, or another place. */
function contradicted({ chosen, candidates, lookups }: ChosenIssuer): Issue | null {
  for (const other of candidates) {
    if (!other.strong || other === chosen) continue;
    const difference = compareBodies(chosen.field.value!, other.field.value!, lookups);
    if (difference === 'same') continue;
    const says = `the ${chosen.source} says ${chosen.field.value}, the ${other.source} says ${other.field.value}`;
    return issueAt('issuer-conflict', `Another ${difference}: ${says}.`, other.field.at);
  }
  return null;
}

/** No list knows the place, and one character would make it a place that a list knows. */
function misread({ chosen, lookups }: ChosenIssuer): Issue | null {
  const place = misreadPlace(chosen.field.value!, lookups);
  if (!place) return null;
  const near = place.near.slice(0, 3).join(', ');
  const message = `No division is called ${place.printed}; one character away: ${near}.`;
  return issueAt(UNKNOWN_PLACE, message, chosen.field.at);
}

/** Names of bodies are of Chinese characters and brackets, and end as bodies do where no list knows their place. */
const NAME = /^[\p{Script=Han}()（）·、〇○\s]+$/u;

/** What a page prints beside a name was taken for a part of it, or for a name: **发布单位**某局, 内部资料. */
function inOddWords({ chosen, lookups }: ChosenIssuer): Issue | null {
  const name = chosen.field.value!;
  const isPlaced = splitPlaces(name, lookups.divisions).places.length > 0;
  if (NAME.test(name) && (isPlaced || lookups.words.issuer.suffix.test(name))) return null;
  return issueAt('issuer-conflict', `No body is called ${name}.`, chosen.field.at);
}

/** Whom to ask is mostly the body's office; over a title may stand the host of the page; a sentence may begin with anybody. */
const WEAK_SOURCES = ['contact', 'line above the title', 'first sentence'];

function ofContactAlone({ chosen }: ChosenIssuer): Issue | null {
  if (!WEAK_SOURCES.includes(chosen.source)) return null;
  return issueAt('issuer-conflict', `Only the ${chosen.source} names a body.`, chosen.field.at);
}

/** Also a flag of the field. */
const UNKNOWN_PLACE = 'issuer-unknown-place';

/**
 * The agency that reports, as printed, without year and document words: from the title, else from the signature, the
 * opening or the page. Issues: `issuer-conflict` (another agency or place), `issuer-unknown-place` (a misread name).
 */
export function findIssuer(page: HeaderPage): Result<Field<string>> {
  const { lookups, without } = page;
  const candidates = findIssuerCandidates(page);
  const chosen = candidates[0];
  if (!chosen) return { value: missingField(), issues: [] };
  const issues = rulesInForce(issuerDoubts, without).flatMap(
    ({ doubt }) => doubt({ chosen, candidates, lookups }) ?? [],
  );
  const flags = issues.flatMap(({ code }) => (code === UNKNOWN_PLACE ? [code] : []));
  return { value: { ...chosen.field, flags, confidence: issues.length > 0 ? 'suspect' : 'read' }, issues };
}
