import type { Recipe } from '../synthesise/document.js';
import type { ReportForm } from '../synthesise/forms.js';
import { type Random, seededRandom } from '../synthesise/random.js';

export type Printer = 'chromium' | 'libreoffice';

/** How the borders of tables are drawn. background: a dark table shows through the gaps between white cells. */
export const borders = [
  'solid',
  'double',
  'dashed',
  'dotted',
  'coloured',
  'thick',
  'background',
  'shaded',
  'horizontal',
  'vertical',
  'none',
  'zebra',
] as const;
export type Border = (typeof borders)[number];

/**
 * How spanned cells are drawn. boxes: a box a row, the label in the first of them; middle: in the middle one;
 * repeated: in each; open-rows, open-columns: some borders between figures are left out.
 */
export const spanStyles = [
  'merged',
  'boxes',
  'merged',
  'middle',
  'repeated',
  'open-rows',
  'open-columns',
] as const;
export type SpanStyle = (typeof spanStyles)[number];

/** How finished pages are turned. drawn: the page is drawn turned on an upright sheet; shown: ... and the file says so. */
export const turns = [
  'upright',
  'rotated-90',
  'upright',
  'rotated-180',
  'upright',
  'rotated-270',
  'drawn-90',
  'upright',
  'drawn-270',
  'shown-90',
  'upright',
] as const;
export type Turn = (typeof turns)[number];

export const papers = ['A4', 'A4-wide', 'A3', 'A4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export interface PrintPlan {
  index: number;
  name: string;
  printer: Printer;
  recipe: Recipe & { form: ReportForm };
  paper: Paper;
  /** Points on each side. */
  margin: number;
  font: string;
  /** Points. */
  textSize: number;
  tableSize: number;
  border: Border;
  spans: SpanStyle;
  repeatsHeads: boolean;
  /** Whether a page may end inside a row. */
  cutsRows: boolean;
  /** The row of the table of applications where a page should end, from 0. */
  breakRow: number;
  furniture: 'none' | 'number' | 'counted' | 'running';
  proseColumns: 1 | 2;
  turn: Turn;
  scale: number;
  /** Columns so narrow that labels and figures wrap. */
  isNarrow: boolean;
  watermark: 'none' | 'slanted' | 'level';
  /** Whether text is at the top of its cell, or in the middle. */
  align: 'top' | 'middle';
}

export const paperSizes: Record<Paper, [width: number, height: number]> = {
  A4: [595.3, 841.9],
  'A4-wide': [841.9, 595.3],
  A3: [841.9, 1190.6],
  letter: [612, 792],
};

/** The first two are those of the machine that CI has; if another is not installed, the first is taken instead. */
const fonts = [
  'Noto Sans CJK SC',
  'Noto Serif CJK SC',
  'AR PL UMing CN',
  'WenQuanYi Zen Hei',
  'AR PL UKai CN',
  'WenQuanYi Micro Hei',
];
const forms: ReportForm[] = ['ogi-2021', 'ogi-2021', 'ogi-2019', 'ogi-2019', 'statistics-2014'];
/** Rows of the table of applications with its heading: 31 in the longer form. */
const BREAK_ROWS = 31;

/**
 * The plan of one print. Borders, spans, turns and papers go round in lists whose lengths share no factor, so that they
 * cross; even numbers go to Chromium, odd ones to LibreOffice.
 */
export function printPlan(seed: number, index: number): PrintPlan {
  const random = seededRandom(seed).fork(`print ${index}`);
  const round = index >> 1;
  const turnOf = <T>(list: readonly T[], pace: number): T => list[(round * pace + seed) % list.length]!;
  const printer: Printer = index % 2 === 0 ? 'chromium' : 'libreoffice';
  const border = turnOf(borders, 5);
  const plan = {
    index,
    printer,
    recipe: recipeOf(random.pick(forms), border, random),
    paper: turnOf(papers, 2),
    margin: random.pick([36, 48, 57, 72, 90]),
    font: random.pick(fonts),
    textSize: random.pick([10.5, 12, 14, 16]),
    tableSize: random.pick([7.5, 9, 10.5, 12]),
    border,
    spans: turnOf(spanStyles, 2),
    repeatsHeads: random.chance(0.5),
    cutsRows: random.chance(0.5),
    breakRow: round % BREAK_ROWS,
    furniture: random.pick(['none', 'number', 'counted', 'running'] as const),
    proseColumns: random.chance(0.2) ? (2 as const) : (1 as const),
    turn: turnOf(turns, 2),
    scale: random.pick([1, 1, 1, 0.7, 1.41]),
    isNarrow: random.chance(0.2),
    watermark: random.pick(['none', 'none', 'none', 'slanted', 'level'] as const),
    align: random.pick(['top', 'middle'] as const),
  };
  const number = String(index).padStart(3, '0');
  return { ...plan, name: `${number}-${printer}-${plan.border}-${plan.spans}` };
}

/** In these styles a row or a column without any text leaves nothing on the paper, so such tables print their zeros. */
const unruled: readonly Border[] = ['none', 'zebra', 'horizontal'];

const recipeOf = (form: ReportForm, border: Border, random: Random): PrintPlan['recipe'] => ({
  form,
  carrier: 'html-clean',
  seed: random.int(1, 2 ** 31),
  scale: random.pick(['few', 'some', 'some', 'many']),
  ...(unruled.includes(border) ? { style: { zero: random.pick(['0', '0', '—', '/']) } } : {}),
});

/** What `--kinds` of the scorer picks prints by. */
export const kindsOf = (plan: PrintPlan): string[] => [
  plan.printer,
  plan.recipe.form,
  plan.paper,
  plan.border,
  plan.spans,
  plan.turn,
  plan.furniture,
  ...(plan.cutsRows ? ['cuts-rows'] : ['whole-rows']),
  ...(plan.repeatsHeads ? ['repeats-heads'] : []),
  ...(plan.isNarrow ? ['narrow'] : []),
  ...(plan.proseColumns === 2 ? ['two-columns'] : []),
  ...(plan.watermark === 'none' ? [] : [`watermark-${plan.watermark}`]),
];
