import type { Issue } from '../../model/issue.js';
import type { ParsedDocument } from '../../model/parsed-document.js';
import { type Rule, type RuleNames, rulesInForce } from '../../model/rule.js';
import type { FoldCharacters } from '../../words/label-text.js';
import type { TableFit } from '../table-fit.js';
import { doubtBorderless } from './doubt-borderless.js';
import { doubtCopies } from './doubt-copies.js';
import { doubtDigits } from './doubt-digits.js';
import { doubtFromReading } from './doubt-from-reading.js';
import { doubtHeadings } from './doubt-headings.js';
import { doubtMarked } from './doubt-marked.js';
import { doubtMixedForms } from './doubt-mixed-forms.js';
import { doubtRecognised } from './doubt-recognised.js';
import { doubtRows } from './doubt-rows.js';
import { doubtUnlabelled } from './doubt-unlabelled.js';

/** What witnesses may look at beside the table itself. */
export interface Hearing {
  fold: FoldCharacters;
  /** What the reader of the carrier said of places in the document. */
  reading: readonly Issue[];
  recognition: ParsedDocument['recognition'];
  /** What the layout says of pieces of the text, and the text with what was set aside. */
  marks?: ParsedDocument['marks'] | undefined;
  printed?: string | undefined;
  /** The document contradicts its own digits. */
  areDigitsUnsure?: boolean;
}

/** Something that can speak against cells of a table. It marks their drafts, and changes no value. */
interface Witness extends Rule {
  testify: (fit: TableFit, hearing: Hearing) => void;
}

/** In the order in which they are heard. */
export const witnesses: readonly Witness[] = [
  { name: 'unlabelled-rows', testify: ({ printed }) => printed && doubtUnlabelled(printed) },
  {
    name: 'rows-and-labels',
    testify: ({ printed, spec }, { fold }) => printed && doubtRows(printed, fold, spec.ordered),
  },
  { name: 'shifted-headings', testify: ({ printed }, { fold }) => printed && doubtHeadings(printed, fold) },
  { name: 'borderless-rows', testify: ({ printed }, { fold }) => printed && doubtBorderless(printed, fold) },
  { name: 'mixed-forms', testify: doubtMixedForms },
  { name: 'copies', testify: doubtCopies },
  { name: 'carrier', testify: (fit, { reading }) => doubtFromReading(fit, reading) },
  { name: 'marks', testify: doubtMarked },
  { name: 'recognition', testify: doubtRecognised },
  {
    name: 'wrong-digits',
    testify: (fit, { areDigitsUnsure }) => areDigitsUnsure === true && doubtDigits(fit),
  },
];

/** Hears every witness on every table. @param without names of witnesses that are not heard */
export function hearWitnesses(fits: readonly TableFit[], hearing: Hearing, without?: RuleNames): void {
  for (const { testify } of rulesInForce(witnesses, without)) for (const fit of fits) testify(fit, hearing);
}
