import { DIGITS_UNSURE } from '../../evidence/doubt-digits.js';
import type { Issue } from '../../model/issue.js';
import type { Block } from '../../model/parsed-document.js';
import type { Cell, Check, TableCells } from '../../model/report-record.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { TableFit } from '../table-fit.js';

/** Why the digits of a text may be others than those printed. */
export interface DigitDoubt {
  /** Beyond what a body's own mistakes explain: nothing of it can be believed. Else it is worth a look at the pictures. */
  isStrong: boolean;
  /** "two of its dates can't be", ... */
  reasons: string[];
}

/** What a record says of digits that can't be believed. */
export const unsureDigits = ({ reasons }: DigitDoubt): Issue => ({
  code: DIGITS_UNSURE,
  severity: 'warning',
  message: `The file may say wrongly which digits it prints, and its pages were not looked at: ${reasons.join('; ')}.`,
});

/** A body numbers one list wrongly; a font numbers all lists alike. */
const ORDINALS_MIN = 2;
/** One date that can't be is a misprint. */
const DATES_MIN = 2;
/** Sums that fail, and their share of those that are more than 0 = 0. */
const SUMS = { few: { count: 2, share: 0.25 }, many: { count: 3, share: 0.4 } };

const DATE = /(?<!\d)(\d{1,2})月(\d{1,2})日/gu;

/**
 * A font of the file may say wrongly which digits it prints: 7 for 1. Labels then number their lists 7, 2, 3, dates are those
 * of no calendar, and sums fail.
 * @returns null where nothing speaks against the digits
 */
export function digitsInDoubt(
  blocks: readonly Block[],
  fits: readonly TableFit[],
  checks: readonly Check[],
  fold: FoldCharacters,
): DigitDoubt | null {
  const ordinals = wrongOrdinals(blocks, fits, fold);
  const dates = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text)))
    .flatMap((text) => [...text.matchAll(DATE)])
    .filter(([, month, day]) => Number(month) > 12 || Number(day) > 31);
  const evaluated = checks.filter(({ status, left, right }) => status !== 'not-evaluable' && (left || right));
  const failed = evaluated.filter(({ status }) => status === 'fail').length;
  const fails = ({ count, share }: { count: number; share: number }) =>
    failed >= count && failed >= share * evaluated.length;
  const reasons = [
    ...ordinals.map(([form, printed]) => `the labels that the form numbers ${form} are numbered ${printed}`),
    ...(dates.length > 0 ? [`${dates[0]![0]} is no date`] : []),
    ...(fails(SUMS.few) ? [`${failed} of ${evaluated.length} sums fail`] : []),
  ];
  if (reasons.length === 0) return null;
  const isStrong = ordinals.length > 0 || dates.length >= DATES_MIN || fails(SUMS.many);
  return { isStrong, reasons };
}

/** Digits of the form's labels, each with the one other digit that is printed in its place everywhere. */
function wrongOrdinals(
  blocks: readonly Block[],
  fits: readonly TableFit[],
  fold: FoldCharacters,
): [form: string, printed: string][] {
  const official = ordinalsOfForms(fits, fold);
  const printed = new Map<string, string[]>();
  for (const block of blocks) {
    if (block.kind !== 'grid') continue;
    for (const { text } of block.cells) {
      const { ordinal, core } = foldLabel(text, fold);
      const form = official.get(core);
      if (!form || !isDigit(ordinal)) continue;
      const all = printed.get(form);
      if (all) all.push(ordinal);
      else printed.set(form, [ordinal]);
    }
  }
  return [...printed].flatMap(([form, all]): [string, string][] => {
    const isWrong = all.length >= ORDINALS_MIN && all[0] !== form && all.every((digit) => digit === all[0]);
    return isWrong ? [[form, all[0]!]] : [];
  });
}

const isDigit = (ordinal: string): boolean => /^\d$/u.test(ordinal);

/** Labels that the forms number with a digit, by their text; those that have several numbers (其他) are left out. */
function ordinalsOfForms(fits: readonly TableFit[], fold: FoldCharacters): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { spec } of fits)
    for (const { rows } of spec.groups)
      for (const { labelPath, aliases = [] } of rows)
        for (const label of [...labelPath, ...aliases]) {
          const { ordinal, core } = foldLabel(label, fold);
          if (isDigit(ordinal)) found.set(core, (found.get(core) ?? new Set()).add(ordinal));
        }
  return new Map(
    [...found].flatMap(([core, digits]) => (digits.size === 1 ? [[core, [...digits][0]!]] : [])),
  );
}

/** More pages of one document are not looked at on our own idea. */
const PAGES_MAX = 12;

/** Pages on which the numbers of tables stand; the first page where there are none. */
export function pagesOfTables(tables: readonly Record<string, TableCells>[]): number[] {
  const cells = tables
    .flatMap(Object.values)
    .flatMap((rows) => Object.values<TableCells[string]>(rows).flatMap(Object.values));
  const pages = new Set(cells.flatMap((cell: Cell) => cell.at?.page ?? []));
  return pages.size === 0 ? [1] : [...pages].sort((a, b) => a - b).slice(0, PAGES_MAX);
}
