import type { HeaderLookups } from '../model/header-lookups.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { RuleNames } from '../model/rule.js';
import { type HeaderText, readHeaderText } from './header-text.js';
import { bestTitle, findTitleCandidates, type TitleCandidate } from './title-candidates.js';

/** A document prepared once for the rules of all fields. */
export interface HeaderPage {
  header: HeaderText;
  lookups: HeaderLookups;
  /** Rules that are switched off. */
  without: RuleNames | undefined;
  /** Every place that looks like a title, in reading order. */
  titles: TitleCandidate[];
  /** The best of them. */
  title: TitleCandidate | null;
  /** Offset in `header.text` at which the title begins. What a report says of itself comes behind it. */
  from: number;
}

export function readHeaderPage(parsed: ParsedDocument, lookups: HeaderLookups): HeaderPage {
  const header = readHeaderText(parsed, lookups);
  const titles = findTitleCandidates(header, lookups);
  const title = bestTitle(titles);
  return { header, lookups, without: lookups.without, titles, title, from: title?.start ?? 0 };
}
