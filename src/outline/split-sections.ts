import { foldRadicals } from '../header/header-text.js';
import type { SectionLookups } from '../model/header-lookups.js';
import { type Issue, issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Section } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { foldText } from '../words/fold-text.js';
import { findHeadings } from './find-headings.js';
import type { Heading } from './heading-text.js';

type Skip = (start: number, end: number) => boolean;

const NO_FOLDS: ReadonlyMap<string, string> = new Map();

/** The role that a heading names by itself, or null. */
function roleOf(heading: string, lookups: SectionLookups): string | null {
  const folded = foldText(heading, NO_FOLDS).text;
  return lookups.roles.find((spec) => spec.pattern.test(folded))?.role ?? null;
}

/** Running text without the words that belong to tables. Words are the units: flattened rows have no better seam. */
function withoutTables(text: string, offset: number, skip: Skip): string {
  if (skip(offset, offset + text.length)) return '';
  return text.replace(/\S+\s*/g, (word, at: number) => {
    const end = at + word.trimEnd().length;
    return skip(offset + at, offset + end) ? '' : word;
  });
}

/** What stands in paragraphs behind a heading, up to an offset, a paragraph a line. */
function textBehind({ block, end: start }: Heading, parsed: ParsedDocument, end: number, skip: Skip): string {
  const lines: string[] = [];
  for (let i = block; i < parsed.blocks.length && parsed.blocks[i]!.start < end; i++) {
    const block = parsed.blocks[i]!;
    if (block.kind !== 'paragraph' || block.end <= start) continue;
    const from = Math.max(start, block.start);
    const to = Math.min(end, block.end);
    const line = withoutTables(parsed.text.slice(from, to), from, skip).trim();
    if (line !== '' && !/^[。：:；;]$/.test(line)) lines.push(line.replace(/^[。：:]\s*/, ''));
  }
  return lines.join('\n');
}

/** ⼀、总体情况 is 一、总体情况. One character for one: offsets stay. */
function withoutRadicals(parsed: ParsedDocument, lookups: SectionLookups): ParsedDocument {
  const text = foldRadicals(parsed.text, lookups.radicalFolds);
  if (text === parsed.text) return parsed;
  const blocks = parsed.blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, text: foldRadicals(block.text, lookups.radicalFolds) } : block,
  );
  return { ...parsed, text, blocks };
}

function numberingIssues(headings: readonly Heading[]): Issue[] {
  const issues: Issue[] = [];
  let previous: Heading | null = null;
  for (const heading of headings) {
    if (heading.level !== 1 || heading.number === null) continue;
    const expected = (previous?.number ?? 0) + 1;
    if (heading.number !== expected) {
      const last = previous ? `follows ${previous.ordinal}、${previous.heading}` : 'is the first section';
      issues.push(
        issue(
          'section-numbering',
          `${heading.ordinal}、${heading.heading} ${last}: number ${expected} was expected.`,
          { path: 'sections', at: { block: heading.block, start: heading.start, end: heading.end } },
        ),
      );
    }
    previous = heading;
  }
  return issues;
}

/**
 * The tree of sections: 一、, （一）, 1., （1）, ①. A section's text is its own running text, without that of its
 * children and without tables; `at` runs from its ordinal to the end of that text. Text before the first heading
 * belongs to no section. Issue: `section-numbering` for a gap or a repeated number on the first level.
 *
 * @param skip says of a stretch of the parsed text that it belongs to a table
 */
export function splitSections(
  printed: ParsedDocument,
  lookups: SectionLookups,
  skip: Skip = () => false,
): Result<Section[]> {
  const parsed = withoutRadicals(printed, lookups);
  const headings = findHeadings(parsed, lookups, skip);
  const roots: Section[] = [];
  const open: Section[] = [];
  headings.forEach((heading, index) => {
    const end = headings[index + 1]?.start ?? parsed.blocks.at(-1)?.end ?? heading.end;
    const running = textBehind(heading, parsed, end, skip);
    const text = lookups.noise.reduce((clean, noise) => clean.replace(noise, ''), running);
    while (open.length > 0 && open.at(-1)!.level >= heading.level) open.pop();
    const parent = open.at(-1);
    // Below the second level headings name examples (6.公益事业及价格收费), not what the section is about.
    const named = heading.heading === '' ? text.slice(0, 30) : heading.heading;
    const own = heading.level <= 2 || !parent ? roleOf(named, lookups) : null;
    const section: Section = {
      role: own ?? parent?.role ?? lookups.unknownRole,
      ordinal: heading.ordinal,
      heading: heading.heading,
      level: heading.level,
      text,
      at: spanOf(parsed, heading, end),
      children: [],
    };
    (parent?.children ?? roots).push(section);
    open.push(section);
  });
  return { value: roots, issues: numberingIssues(headings) };
}

function spanOf(parsed: ParsedDocument, heading: Heading, end: number): NonNullable<Section['at']> {
  const page = parsed.blocks[heading.block]?.page;
  const last = heading.start + parsed.text.slice(heading.start, end).trimEnd().length;
  return {
    block: heading.block,
    start: heading.start,
    end: last,
    ...(page === undefined ? {} : { page }),
  };
}
