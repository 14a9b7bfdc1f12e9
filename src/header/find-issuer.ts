import type { HeaderLookups } from '../model/header-lookups.js';
import type { Issue } from '../model/issue.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { compareBodies, splitPlaces } from './compare-bodies.js';
import { findSignatures, type Stretch } from './find-signatures.js';
import {
  beforeDocumentWords,
  bestTitle,
  findTitle,
  findTitleCandidates,
  type TitleCandidate,
} from './find-title.js';
import { fieldOfMetadata, type HeaderText, printedAt, tidyName } from './header-text.js';

/** One place that names the reporting body. */
interface IssuerCandidate {
  /** title, signature, opening, page, source line, contact, metadata */
  source: string;
  strong: boolean;
  field: Field<string>;
}

/** Order of trust: what the report says of itself before what the site says of it. */
const TRUST = [
  'title',
  'signature',
  'opening',
  'page',
  'metadata',
  'placeless title',
  'source line',
  'contact',
];

/** 街道, 我局 and 人民政府 are nobody's name; 房县 is. */
const isName = (name: string, { words, divisions }: HeaderLookups): boolean =>
  (divisions.byName.has(name) || (name.length >= 3 && name.replace(words.issuer.generic, '') !== '')) &&
  !words.issuer.relative.test(name);

/** 县教育局: a name, but any county's. 市北区 is a place of its own. */
const isPlaceless = (name: string, { words, divisions }: HeaderLookups): boolean =>
  words.issuer.placeless.test(name) && splitPlaces(name, divisions).places.length === 0;

function candidateOf(
  header: HeaderText,
  source: string,
  strong: boolean,
  at: Stretch,
  words: HeaderLookups['words'],
): IssuerCandidate {
  const { raw, at: span } = printedAt(header, at.start, at.end);
  return {
    source,
    strong,
    field: { value: tidyName(raw, words), raw, confidence: 'read', flags: [], at: span },
  };
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

function nameInTitle(
  header: HeaderText,
  title: TitleCandidate,
  words: HeaderLookups['words'],
): IssuerCandidate | null {
  const stretches = nameStretches(title.text, title.before, words).map(({ start, end }) => ({
    start: title.start + start,
    end: title.start + end,
  }));
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return null;
  const whole = candidateOf(header, 'title', true, { start: first.start, end: last.end }, words);
  const pieces = stretches.map(({ start, end }) => tidyName(printedAt(header, start, end).raw, words));
  return { ...whole, field: { ...whole.field, value: pieces.join('') } };
}

/** The same for a title that only the carrier states. */
function nameInStatedTitle(header: HeaderText, words: HeaderLookups['words']): IssuerCandidate | null {
  const title = findTitle(header, { words });
  const before = title.at === null && title.value !== null ? beforeDocumentWords(title.value, words) : null;
  if (before === null) return null;
  const pieces = nameStretches(title.value!, before, words).map(({ start, end }) =>
    title.value!.slice(start, end),
  );
  if (pieces.length === 0) return null;
  return { source: 'title', strong: true, field: fieldOfMetadata(title.raw!, pieces.join('')) };
}

/** A report says who writes it before its first section; further on, other bodies write other things. */
const OPENING_LENGTH = 1500;

function namesInText(header: HeaderText, from: number, lookups: HeaderLookups): IssuerCandidate[] {
  const { issuer } = lookups.words;
  const found: IssuerCandidate[] = [];
  const look = (text: string, offset: number) => {
    for (const { source, strong, pattern } of issuer.patterns) {
      for (const match of text.matchAll(pattern)) {
        const name = match[1]!;
        const start = offset + match.index + match[0].indexOf(name);
        if (source === 'opening' && start > from + OPENING_LENGTH) continue;
        const placed = issuer.suffix.test(name) || splitPlaces(name, lookups.divisions).places.length > 0;
        if (placed && isName(name, lookups) && !isPlaceless(name, lookups))
          found.push(candidateOf(header, source, strong, { start, end: start + name.length }, lookups.words));
      }
    }
  };
  for (const line of header.lines) if (line.kind !== 'cell') look(line.text, line.start);
  // Sentences broken over lines, and labels whose value stands in the next cell.
  look(header.text, 0);
  return found;
}

/** All places that name the body, the most trusted first. */
export function findIssuerCandidates(header: HeaderText, lookups: HeaderLookups): IssuerCandidate[] {
  const { words } = lookups;
  const title = bestTitle(findTitleCandidates(header, words));
  const found: IssuerCandidate[] = [];
  const titled = (title && nameInTitle(header, title, words)) ?? nameInStatedTitle(header, words);
  if (titled && isName(titled.field.value!, lookups))
    found.push(isPlaceless(titled.field.value!, lookups) ? { ...titled, source: 'placeless title' } : titled);
  for (const { name } of findSignatures(header, words, title?.start ?? 0))
    if (name) found.push(candidateOf(header, 'signature', true, name, words));
  found.push(...namesInText(header, title?.start ?? 0, lookups));
  for (const { name, value } of header.parsed.metadata) {
    const body = tidyName(value, words);
    if (words.issuer.metadata.includes(name) && words.issuer.suffix.test(body))
      found.push({ source: 'metadata', strong: false, field: fieldOfMetadata(value, body) });
  }
  const rank = (candidate: IssuerCandidate) => TRUST.indexOf(candidate.source);
  return found.sort((left, right) => rank(left) - rank(right));
}

/** Official names that differ from this one in a single character; empty when the name is known or is no division's. */
export function misreadPlace(
  name: string,
  lookups: HeaderLookups,
): { printed: string; near: string[] } | null {
  const { divisions, words } = lookups;
  const { places, rest } = splitPlaces(name, divisions);
  const printed = words.issuer.place.exec(rest)?.[1];
  if (printed === undefined || printed.length < 3 || words.issuer.zone.test(printed)) return null;
  const stem = printed.replace(words.issuer.divisionEnding, '');
  // A known stem with another ending is a division that has changed its rank since.
  if (divisions.byStem.has(stem)) return null;
  const differs = (other: string) => [...other].filter((character, at) => character !== printed[at]).length;
  // Characters of one radical stand together in Unicode: 沐 and 沭 are neighbours.
  const far = (other: string) =>
    [...other].reduce(
      (sum, character, at) => sum + Math.abs(character.charCodeAt(0) - printed.charCodeAt(at)),
      0,
    );
  // Behind a known place only its own parts can be meant: 徐州市沐阳县.
  const outer = places.at(-1)?.name;
  const inside = (other: string) =>
    outer === undefined || divisions.byName.get(other)!.some((entry) => entry.path.includes(outer));
  const near = [...divisions.byName.keys()]
    .filter(
      (other) =>
        other.length === printed.length &&
        other.at(-1) === printed.at(-1) &&
        differs(other) === 1 &&
        inside(other),
    )
    .sort((left, right) => far(left) - far(right));
  return near.length > 0 ? { printed, near } : null;
}

function conflictOf(
  chosen: IssuerCandidate,
  others: IssuerCandidate[],
  lookups: HeaderLookups,
): Issue | null {
  for (const other of others) {
    if (!other.strong || other === chosen) continue;
    const difference = compareBodies(chosen.field.value!, other.field.value!, lookups);
    if (difference === 'same') continue;
    const says = `the ${chosen.source} says ${chosen.field.value}, the ${other.source} says ${other.field.value}`;
    const at = other.field.at;
    return {
      code: 'issuer-conflict',
      severity: 'warning',
      message: `Another ${difference}: ${says}.`,
      path: 'issuer',
      ...(at ? { at } : {}),
    };
  }
  return null;
}

/**
 * The agency that reports, as printed, without year and document words: from the title, else from the signature, the
 * opening or the page. Issues: `issuer-conflict` (another agency or place), `issuer-unknown-place` (a misread name).
 */
export function findIssuer(header: HeaderText, lookups: HeaderLookups): Result<Field<string>> {
  const candidates = findIssuerCandidates(header, lookups);
  const chosen = candidates[0];
  if (!chosen) return { value: missingField(), issues: [] };
  const issues: Issue[] = [];
  const conflict = conflictOf(chosen, candidates, lookups);
  if (conflict) issues.push(conflict);
  const misread = misreadPlace(chosen.field.value!, lookups);
  if (misread) {
    const near = misread.near.slice(0, 3).join(', ');
    issues.push({
      code: 'issuer-unknown-place',
      severity: 'warning',
      message: `No division is called ${misread.printed}; one character away: ${near}.`,
      path: 'issuer',
      ...(chosen.field.at ? { at: chosen.field.at } : {}),
    });
  }
  const flags = misread ? ['issuer-unknown-place'] : [];
  const confidence = issues.length > 0 ? 'suspect' : 'read';
  return { value: { ...chosen.field, flags, confidence }, issues };
}
