import type { Recipe } from '../synthesise/document.js';
import type { ReportForm } from '../synthesise/forms.js';
import { type Random, seededRandom } from '../synthesise/random.js';

/**
 * How a scan arrives. scan: a PDF with one JPEG a page; turned: the same, lying on its side, and the file says so;
 * bilevel: a PDF in black and white; tiff: many pages; jpeg, png: one picture of a title and a table;
 * html: a page whose tables are pictures; docx: a Word document whose pages are pictures.
 */
export const scanKinds = ['scan', 'turned', 'bilevel', 'tiff', 'jpeg', 'png', 'html', 'docx'] as const;
export type ScanKind = (typeof scanKinds)[number];

export const resolutions = [150, 200] as const;
export type Dpi = (typeof resolutions)[number];

/** What is laid out before it is scanned. Sizes in points. */
export interface PrintLook {
  /** First choices first; if one is not installed, the next is taken instead. */
  fonts: string[];
  textSize: number;
  tableSize: number;
  margin: number;
  /** Width of the lines of tables. */
  line: number;
}

/** What paper, light and scanner add. */
export interface ScanLook {
  isGrey: boolean;
  corner: 'white' | 'grey';
  /** Grey value of the paper, 255 is white. */
  paper: number;
  /** How much darker the darkest part of the page is, 0 to 1. */
  shade: number;
  /** In pixels, as the sigma of a Gaussian. */
  blur: number;
  /** Standard deviation of the sensor's noise, in grey values. */
  noise: number;
  /** Specks on a whole page of A4. */
  specks: number;
  /** A dark strip along one edge, where the lid stood open. */
  hasStrip: boolean;
  /** Opacity of the seal's ink. */
  ink: number;
  sealsTable: boolean;
  /** Whether a picture file says its dots per inch. */
  statesDpi: boolean;
}

export interface ScanPlan {
  index: number;
  name: string;
  kind: ScanKind;
  recipe: Recipe & { form: ReportForm };
  print: PrintLook;
  scan: ScanLook;
  seed: number;
}

/** Goes round, as fonts, sizes and forms do: their lengths share no factor, so that they cross. */
const kindsInTurn: ScanKind[] = [
  ...['scan', 'jpeg', 'scan', 'bilevel', 'scan', 'turned', 'html'],
  ...['scan', 'scan', 'tiff', 'scan', 'docx', 'scan', 'png', 'scan', 'scan', 'scan'],
] as ScanKind[];

const fontsInTurn: string[][] = [
  ['Noto Serif CJK SC'],
  ['Liberation Serif', 'Noto Serif CJK SC'],
  ['Noto Sans CJK SC'],
  ['AR PL UMing CN', 'Noto Serif CJK SC'],
  ['Liberation Serif', 'AR PL UKai CN', 'Noto Serif CJK SC'],
  ['WenQuanYi Zen Hei', 'Noto Sans CJK SC'],
];

const tableSizes = [9, 10.5, 8, 10, 12];
const forms: ReportForm[] = [
  'ogi-2021',
  'ogi-2019',
  'ogi-2021',
  'ogi-2021',
  'statistics-2014',
  'ogi-2021',
  'ogi-2019',
];

/** Pictures of one table are those of the form's tables that bodies paste into pages. */
const isOneTable = (kind: ScanKind): boolean => kind === 'jpeg' || kind === 'png' || kind === 'html';

const recipeOf = (kind: ScanKind, index: number, random: Random): ScanPlan['recipe'] => {
  const form = forms[index % forms.length]!;
  return {
    form: isOneTable(kind) && form === 'statistics-2014' ? 'ogi-2021' : form,
    carrier: 'html-clean',
    // Seldom a report of zeros alone: it would be too easy.
    scale: random.pick(['none', 'few', 'few', 'some', 'some', 'some', 'many', 'many']),
    seed: random.int(1, 2 ** 31),
  };
};

const scanLook = (kind: ScanKind, random: Random): ScanLook => ({
  isGrey: random.chance(0.3),
  corner: random.pick(['white', 'grey']),
  paper: random.int(236, 253),
  shade: random.next() * 0.18,
  blur: 0.3 + random.next() * 0.5,
  noise: 1 + random.next() * 5,
  specks: random.int(40, 500),
  hasStrip: kind !== 'html' && random.chance(0.3),
  ink: 0.55 + random.next() * 0.4,
  sealsTable: random.chance(0.3),
  statesDpi: random.chance(0.7),
});

/** The plan of one report of the set. The resolution is not part of it: the same paper is scanned at each. */
export function scanPlan(seed: number, index: number): ScanPlan {
  const random = seededRandom(seed).fork(`scan ${index}`);
  const kind = kindsInTurn[(index + seed) % kindsInTurn.length]!;
  const recipe = recipeOf(kind, index, random.fork('recipe'));
  const tableSize = tableSizes[index % tableSizes.length]!;
  return {
    index,
    name: `${String(index).padStart(3, '0')}-${recipe.form}-${kind}`,
    kind,
    recipe,
    print: {
      fonts: fontsInTurn[index % fontsInTurn.length]!,
      textSize: random.pick([12, 14, 14, 16]),
      tableSize,
      margin: random.pick([48, 57, 72]),
      line: random.pick([0.5, 0.5, 0.75, 1]),
    },
    scan: scanLook(kind, random.fork('look')),
    seed: random.int(1, 2 ** 31),
  };
}
