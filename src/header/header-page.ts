import type { HeaderLookups } from '../model/header-lookups.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { RuleNames } from '../model/rule.js';
import { bestTitle, readTitledText, type TitleCandidate, type TitledText } from './title-candidates.js';

/** A document prepared once for the rules of all fields. */
export interface HeaderPage extends TitledText {
  lookups: HeaderLookups;
  /** Rules that are switched off. */
  without: RuleNames | undefined;
  /** The best of them. */
  title: TitleCandidate | null;
  /** Offset in `header.text` at which the title begins. What a report says of itself comes behind it. */
  from: number;
}

export function readHeaderPage(
  parsed: ParsedDocument,
  lookups: HeaderLookups,
  { header, titles }: TitledText = readTitledText(parsed, lookups),
): HeaderPage {
  const title = bestTitle(titles);
  return { header, lookups, without: lookups.without, titles, title, from: title?.start ?? 0 };
}
