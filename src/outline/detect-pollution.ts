import type { PollutionLookups } from '../model/header-lookups.js';
import { type Issue, issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';

const REPEATED_LENGTH_MIN = 40;
const REPEATED_MIN = 3;
/** A page that prints itself twice repeats nearly everything: that is no pollution. */
const REPEATED_SHARE_MAX = 0.4;

function signIssues(parsed: ParsedDocument, lookups: PollutionLookups): Issue[] {
  const issues: Issue[] = [];
  for (const { what, pattern, minimum, distinct } of lookups.signs) {
    const hits = [...parsed.text.matchAll(pattern)];
    const different = [...new Set(hits.map((hit) => hit[0]))];
    if (hits.length < minimum || different.length < distinct) continue;
    const start = hits[0]!.index;
    const block = Math.max(
      0,
      parsed.blocks.findLastIndex((item) => item.start <= start),
    );
    issues.push(
      issue(
        'polluted-source',
        `The source shows ${what} (${hits.length}): ${different.slice(0, 5).join(' ')}`,
        { path: 'source', at: { block, start, end: start + hits[0]![0].length } },
      ),
    );
  }
  return issues;
}

function repeatedParagraphs(parsed: ParsedDocument): Issue[] {
  const first = new Map<string, number>();
  const repeated: number[] = [];
  let prose = 0;
  parsed.blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph') return;
    const text = block.text.replace(/\s/g, '');
    if (text.length < REPEATED_LENGTH_MIN) return;
    prose += 1;
    if (first.has(text)) repeated.push(index);
    else first.set(text, index);
  });
  if (repeated.length < REPEATED_MIN || repeated.length > prose * REPEATED_SHARE_MAX) return [];
  const block = repeated[0]!;
  const { start, end } = parsed.blocks[block]!;
  return [
    issue(
      'polluted-source',
      `${repeated.length} of ${prose} paragraphs repeat an earlier one word for word.`,
      { path: 'source', at: { block, start, end } },
    ),
  ];
}

/**
 * Signs of a hijacked mirror: readings glued in, traditional characters, brands, masked names, repeated paragraphs.
 * The numbers of such a source may still be right. Issue: `polluted-source`, one for each sign.
 */
export function detectPollution(parsed: ParsedDocument, lookups: PollutionLookups): Issue[] {
  return [...signIssues(parsed, lookups), ...repeatedParagraphs(parsed)];
}
