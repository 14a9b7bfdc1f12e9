import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What `npm run score` counted in one carrier: `right` and sure, `doubted` and right, `doubt` and wrong or without value. */
export interface CarrierScore {
  carrier: string;
  documents: number;
  cells: number;
  right: number;
  doubted: number;
  doubt: number;
  lost: number;
  silent: number;
}

/** Milliseconds a document, and the same of the format's library alone, taken in one run. */
export interface FormatSpeed {
  form: string;
  documents: number;
  ms: number;
  library: string;
  libraryMs: number;
}

/** Share of each stage in the time of all, 0 to 1. */
export interface StageShares {
  form: string;
  shares: Record<string, number>;
}

/** What the grading with its decoder costs. All are ratios: 1 is a whole conversion. */
export interface DecoderCost {
  documents: number;
  /** Of a conversion of the same document: at the median, and of the document where it is the most. */
  undamaged: { median: number; most: number };
  damaged: { median: number; most: number };
  /** The dearest of tables made to be hard, against the median conversion of all documents. */
  hardest: {
    tables: number;
    name: string;
    ratio: number /** Most steps of the search, and their bound. */;
    steps: number;
    stepsMax: number;
  };
}

/** Seconds a page, ours and that of the program beside it, taken in one run. */
export interface PageCost {
  /** PDF with text; the library is pdfjs, taking the text of every page. */
  text: { pages: number; seconds: number; librarySeconds: number };
  /** Pictures of a page, and how many of their cells are read right. Null if Chromium is not there to make them. */
  pictures: {
    pages: number;
    cells: number;
    seconds: number;
    right: number;
    /** Null if it is not installed. It knows no tables: right are the cells of rows that it gives whole in one line. */
    tesseract: { seconds: number; right: number } | null;
  } | null;
}

/** What is read of scans of one resolution. Cells; `before` as recognised, `after` right or rightly suggested. */
export interface ScanScore {
  name: string;
  documents: number;
  pages: number;
  cells: number;
  before: number;
  after: number;
  /** Right and wrong cells under a confidence. */
  verified: [right: number, wrong: number];
  read: [right: number, wrong: number];
  suspect: [right: number, wrong: number];
}

/** What is read of printed PDFs. */
export interface PrintScore {
  documents: number;
  cells: number;
  /** Sure or in doubt. */
  right: number;
  silent: number;
  /** Cells whose page and box were compared with the text that is there. */
  places: number;
}

/** Every measured figure that docs/figures.md quotes. Written by the scripts, never by hand. */
export interface Figures {
  score: Record<string, { command: string; carriers: CarrierScore[] }>;
  scans?: { command: string; rows: ScanScore[] };
  prints?: PrintScore & { command: string };
  bench?: {
    command: string;
    machine: string;
    formats: FormatSpeed[];
    stages: StageShares[];
    decoder?: DecoderCost;
    pages?: PageCost;
  };
}

const file = fileURLToPath(new URL('../../docs/figures.json', import.meta.url));

export const readFigures = (): Figures =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : { score: {} };

/** Puts new figures among those that are kept. @param change the new ones, from those that are there */
export function writeFigures(change: (figures: Figures) => Partial<Figures>): void {
  const figures = readFigures();
  writeFileSync(file, `${JSON.stringify({ ...figures, ...change(figures) }, null, 2)}\n`);
}
