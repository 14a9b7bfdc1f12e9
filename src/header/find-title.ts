import type { HeaderLookups } from '../model/header-lookups.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import type { HeaderPage } from './header-page.js';
import { firstCandidate, type HeaderRule } from './header-rule.js';
import { fieldAt, fieldOfMetadata, tidyName } from './header-text.js';
import { titleShape } from './title-candidates.js';

/** In order of trust. */
export const titleRules: readonly HeaderRule<Field<string>>[] = [
  { name: 'title-of-text', find: (page) => titleOfText(page, TITLE_SCORE_MIN) },
  { name: 'title-of-carrier', find: titleOfCarrier },
  { name: 'title-without-body', find: (page) => titleOfText(page, Number.NEGATIVE_INFINITY) },
];

/** A bare 政府信息公开工作年度报告 may be a menu entry: what the carrier says is better then. */
const TITLE_SCORE_MIN = 2;

function* titleOfText({ header, lookups, title }: HeaderPage, scoreMin: number): Generator<Field<string>> {
  if (!title || title.score < scoreMin) return;
  const field = fieldAt(header, title.start, title.end, '');
  yield { ...field, value: tidyName(field.raw!, lookups.words) };
}

/** The title that the carrier states outside the text, without the name of the site. */
function* titleOfCarrier({ header, lookups: { words } }: HeaderPage): Generator<Field<string>> {
  for (const name of words.title.metadata) {
    for (const entry of header.parsed.metadata) {
      if (entry.name !== name) continue;
      const raw = entry.value.trim().replace(/\s*[-_|—–].*$/u, (suffix) => (suffix.length > 3 ? '' : suffix));
      const shape = titleShape(tidyName(raw, words), words);
      if (shape && raw !== '') yield fieldOfMetadata(raw, tidyName(raw, words));
    }
  }
}

/** How much of a title stands before its document words; null where the text is no title. */
export function beforeDocumentWords(title: string, words: HeaderLookups['words']): number | null {
  return words.title.pattern.exec(title)?.[1]?.length ?? null;
}

/** The document's title as printed, also where it is broken over lines; `value` is without white space. */
export const findTitle = (page: HeaderPage): Field<string> =>
  firstCandidate(titleRules, page) ?? missingField();
