/** Whose fault a damage represents: a misprint in the table itself, a reading that went wrong, or either. */
export type Fault = 'source' | 'reading' | null;

export interface Group {
  name: string;
  fault: Fault;
  /** Names of the damages; null: all that no other group names. */
  damages: readonly string[] | null;
}

const NO_DAMAGE = 'none';

/** The damages as they are drawn and quoted: by how many figures are wrong, and by what went wrong. */
export const groups: readonly Group[] = [
  { name: 'undamaged', fault: null, damages: [NO_DAMAGE] },
  {
    name: 'one wrong figure',
    fault: 'source',
    damages: [
      'wrong-1',
      'digits-wrong-2',
      'digits-wrong-3',
      'digit-dropped',
      'digit-doubled',
      'digits-exchanged',
      'sign-lost',
      'cell-emptied',
    ],
  },
  {
    name: 'two wrong figures',
    fault: 'source',
    damages: ['wrong-2', 'off-by-little-2', 'digit-moved'],
  },
  { name: 'three wrong figures', fault: 'source', damages: ['wrong-3', 'off-by-little-3'] },
  { name: 'four wrong figures', fault: 'source', damages: ['wrong-4'] },
  { name: 'digits confused by OCR', fault: 'source', damages: ['ocr-digit', 'ocr-digit-3', 'ocr-letter'] },
  { name: 'a sum wrong at the source', fault: 'source', damages: ['sum-wrong', 'sum-wrong-carried'] },
  {
    name: 'figures of a row or column moved',
    fault: null,
    damages: [
      'row-shifted-right',
      'row-shifted-left',
      'column-shifted',
      'column-emptied',
      'row-figures-swapped',
      'column-figures-swapped',
      'labels-rotated',
    ],
  },
  { name: 'layout broken', fault: 'reading', damages: null },
];

/** The group of a damage. What nobody names is a damage of the layout. */
export const groupOf = (damage: string): Group =>
  groups.find(({ damages }) => damages?.includes(damage)) ?? groups.find(({ damages }) => damages === null)!;

/**
 * Carriers in which a figure's place and its row's label are two readings that can agree: only there a reader can know
 * that it is the printed table which is wrong.
 */
export const hasPlaceAndLabel = (carrier: string): boolean =>
  /^(fitted|html-(?!div|pre)|docx|pdf|pipe-(trailing|one-blank|tight-blanks|leading)|markdown|tab-rows)/u.test(
    carrier,
  );
