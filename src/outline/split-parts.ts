import { compareBodies } from '../header/compare-bodies.js';
import {
  distinctTitles,
  readTitledText,
  type TitleCandidate,
  type TitledText,
} from '../header/title-candidates.js';
import type { HeaderLookups, KindLookups, SectionLookups } from '../model/header-lookups.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import { findHeadings } from './find-headings.js';

/** One report of a source: a range of blocks. */
interface ParsedPart {
  number: number;
  /** Blocks [firstBlock, endBlock). */
  firstBlock: number;
  endBlock: number;
  /** The title that starts it, without white space; null where the source is one part. */
  title: string | null;
  /** Titles of other bodies' reports inside it, with sections behind them: they could not be taken apart. */
  others: string[];
}

/** Less is a mention: a list of attachments, a link to another year. */
const SECTIONS_MIN = 2;
const GRID_CELLS_MIN = 20;
const LABELS_MIN = 5;
const TITLE_SCORE_MIN = 4;
const HEAD_LINES = 3;

interface Opening {
  block: number;
  title: string;
  year: string | null;
  body: string;
}

function openingOf(candidate: TitleCandidate, words: HeaderLookups['words']): Opening {
  const year = [...candidate.text.matchAll(words.year)].at(0)?.[1] ?? null;
  const body = candidate.text
    .slice(0, candidate.before)
    .replace(words.year, '')
    .replace(words.issuer.trim, '');
  return { block: candidate.line.block, title: candidate.text, year, body };
}

function sameReport(left: Opening, right: Opening, lookups: HeaderLookups): boolean {
  if (left.year !== null && right.year !== null && left.year !== right.year) return false;
  if (left.body === '' || right.body === '') return true;
  return compareBodies(left.body, right.body, lookups) === 'same';
}

/**
 * Cuts a source that holds several whole reports, one after another. One part unless two titles of different years or
 * bodies are each followed by sections or tables of their own; the same title repeated is one report.
 */
export function splitParts(
  parsed: ParsedDocument,
  lookups: HeaderLookups & { sections: SectionLookups; kind: KindLookups },
  { header, titles }: TitledText = readTitledText(parsed, lookups),
): ParsedPart[] {
  const whole: ParsedPart[] = [
    { number: 0, firstBlock: 0, endBlock: parsed.blocks.length, title: null, others: [] },
  ];
  const openings: Opening[] = [];
  for (const candidate of distinctTitles(titles)) {
    if (candidate.line.kind !== 'paragraph' || candidate.score < TITLE_SCORE_MIN) continue;
    const opening = openingOf(candidate, lookups.words);
    const last = openings.at(-1);
    if (!last || !sameReport(last, opening, lookups)) openings.push(opening);
  }
  if (openings.length < 2) return whole;
  const headings = findHeadings(parsed, lookups.sections, () => false).filter(
    (heading) => heading.level === 1,
  );
  // A table in text has its labels at the heads of lines.
  const labelled = (from: number, to: number): boolean =>
    header.lines.filter(
      ({ kind, block, text }) =>
        kind === 'paragraph' &&
        block > from &&
        block < to &&
        lookups.kind.formLabels.some((label) => text.startsWith(label)),
    ).length >= LABELS_MIN;
  const substantial = (from: number, to: number): boolean => {
    const own = headings.filter((heading) => heading.block > from && heading.block < to);
    const grid = parsed.blocks
      .slice(from, to)
      .some((block) => block.kind === 'grid' && block.cells.length >= GRID_CELLS_MIN);
    return (own.length >= SECTIONS_MIN && own[0]!.number === 1) || grid || labelled(from, to);
  };
  const starts: Opening[] = [];
  openings.forEach((opening, index) => {
    const end = openings[index + 1]?.block ?? parsed.blocks.length;
    const previous = starts.at(-1);
    if (!substantial(opening.block, end)) return;
    if (!previous || !sameReport(previous, opening, lookups)) starts.push(opening);
  });
  // Texts for others to copy are no reports, however many stand there.
  const head = header.lines.slice(0, HEAD_LINES).map(({ text }) => text);
  const isCollection = head.some((text) => lookups.kind.collection.test(text));
  const [own] = openings;
  const others = openings.filter(
    (other) =>
      ![own!.body, other.body].includes('') &&
      compareBodies(own!.body, other.body, lookups) !== 'same' &&
      headings.some(({ block }) => block > other.block),
  );
  if (starts.length < 2 || isCollection)
    return whole.map((part) => ({ ...part, others: others.map(({ title }) => title) }));
  return starts.map((start, number) => ({
    number,
    firstBlock: number === 0 ? 0 : start.block,
    endBlock: starts[number + 1]?.block ?? parsed.blocks.length,
    title: start.title,
    others: [],
  }));
}

/**
 * The document with only the blocks of one part. Blocks outside are emptied, not removed: numbers of blocks and offsets
 * stay those of the whole source.
 */
export function partDocument(parsed: ParsedDocument, part: ParsedPart): ParsedDocument {
  const blocks = parsed.blocks.map((block, index) =>
    index >= part.firstBlock && index < part.endBlock
      ? block
      : { kind: 'paragraph' as const, text: '', start: block.start, end: block.start },
  );
  return { ...parsed, blocks };
}
