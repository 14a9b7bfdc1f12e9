import type { PageContent } from '../../layout/page/page-content.js';
import type { PictureReader, Raster } from '../../model/picture-reader.js';
import type { BoundingBox } from '../../model/span.js';
import { layLines, readUpright, type UprightPage } from './read-upright.js';
import { shrink } from './shrink.js';
import { soften } from './soften.js';
import { type StraightPage, straighten } from './straighten.js';

/** Finer scans are read at about this many dots per inch: print needs no more. */
const DPI_MAX = 300;
/** A page whose longest lines are less sure than this on average may lie on its side or upside down. */
const UPRIGHT_SCORE = 0.72;
/** Lines that are read to see whether a page stands upright. */
const TRIAL_LINES = 8;
/** Another turn must be surer by this much. */
const TURN_GAIN = 0.1;

/** A page recognised from its picture. */
export interface RecognisedPage extends PageContent {
  isCutOff: false;
  recognised: Omit<UprightPage, 'glyphs' | 'rulings'>;
}

interface PicturePage {
  picture: Raster;
  /** Dots per inch of the picture. */
  dpi: number;
  /** Number of the page, from 1. */
  number: number;
}

/** ... but for this share. */
const TWO_LEVEL_SHARE = 0.002;

type Turn = 0 | 1 | 2 | 3;

/** Reads the picture of a page: glyphs and rulings as those of a page of text. Boxes refer to the picture as it was given, in points. */
export async function readPicturePage(page: PicturePage, reader: PictureReader): Promise<RecognisedPage> {
  const factor = Math.max(1, Math.floor(page.dpi / DPI_MAX + 0.25));
  const dpi = page.dpi / factor;
  const { number } = page;
  const task = { dpi, page: number, isTwoLevel: isTwoLevel(page.picture), reader };
  const picture = shrink(task.isTwoLevel ? soften(page.picture) : page.picture, factor);
  const standing = await layTurned(picture, dpi, 0, reader);
  const score = await trialScore(standing.laid, dpi, reader);
  const isUpright = standing.laid.lines.length === 0 || score >= UPRIGHT_SCORE;
  const turn = isUpright ? 0 : await bestTurn(picture, dpi, reader, score);
  const { straight, laid } = turn === 0 ? standing : await layTurned(picture, dpi, turn, reader);
  return toPage(await readUpright(laid, task), straight, dpi, number);
}

/** Nearly all pixels of a black-and-white picture are black or white, also where it was drawn anew at its own size. */
function isTwoLevel({ pixels }: Raster): boolean {
  let between = 0;
  for (const pixel of pixels) if (pixel > 8 && pixel < 247) between++;
  return between < TWO_LEVEL_SHARE * pixels.length;
}

async function layTurned(picture: Raster, dpi: number, turn: Turn, reader: PictureReader) {
  const straight = await straighten(picture, { dpi, turn, reader });
  return { straight, laid: layLines(straight, dpi) };
}

/** The turn at which the longest lines are read best. */
async function bestTurn(
  picture: Raster,
  dpi: number,
  reader: PictureReader,
  standing: number,
): Promise<Turn> {
  let best: { turn: Turn; score: number } = { turn: 0, score: standing + TURN_GAIN };
  for (const turn of [1, 2, 3] as const) {
    const { laid } = await layTurned(picture, dpi, turn, reader);
    const score = await trialScore(laid, dpi, reader);
    if (score > best.score) best = { turn, score };
  }
  return best.turn;
}

/** How sure the longest lines are. Figures alone say little: a 0 on its side is a 0. */
async function trialScore(
  laid: ReturnType<typeof layLines>,
  dpi: number,
  reader: PictureReader,
): Promise<number> {
  const longest = [...laid.lines.keys()]
    .sort((a, b) => laid.cuts[b]!.picture.width - laid.cuts[a]!.picture.width)
    .slice(0, TRIAL_LINES);
  const lines = longest.map((i) => laid.lines[i]!);
  const cuts = longest.map((i) => laid.cuts[i]!);
  return (await readUpright({ ...laid, lines, cuts }, { dpi, page: 1, isTwoLevel: false, reader })).score;
}

function toPage(
  read: UprightPage,
  { picture, toOriginal }: StraightPage,
  dpi: number,
  number: number,
): RecognisedPage {
  const points = (pixels: number) => (pixels * 72) / dpi;
  const { glyphs, rulings, ...recognised } = read;
  return {
    number,
    width: points(picture.width),
    height: points(picture.height),
    glyphs,
    rulings,
    hiddenText: '',
    rotatedText: '',
    isTextInvisible: false,
    hasDrawing: read.lines > 0 || rulings.length > 0,
    unmappedFonts: [],
    unmappedShare: 0,
    toDisplay: (box) =>
      toOriginal(box.map((value) => (value * dpi) / 72) as BoundingBox).map(points) as BoundingBox,
    isCutOff: false,
    recognised,
  };
}
