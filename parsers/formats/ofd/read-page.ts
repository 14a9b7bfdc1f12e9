import { dropOverprints } from '../../../src/layout/page/drop-overprints.js';
import { judgeSight, MARK_OF_SIGHT } from '../../../src/layout/page/judge-sight.js';
import {
  aroundLine,
  isTurnedDigit,
  markOverlaps,
  PRINT_MIN,
} from '../../../src/layout/page/mark-overlaps.js';
import type { Glyph, PageContent } from '../../../src/layout/page/page-content.js';
import type { BoundingBox } from '../../../src/model/span.js';
import type { JudgedCharacter } from './character-judge.js';
import { type PaintedPicture, paintPage } from './paint-page.js';
import type { OfdPage } from './read-structure.js';

/** A baseline may lean this much (degrees) and still be read along. */
const LEAN_MAX = 3;
const POINTS = 72 / 25.4;

export type ReadPage = PageContent & {
  isCutOff: boolean;
  composites: number;
  pictures: PaintedPicture[];
  /** Digits, and the glyphs of their fonts that the page names for them. */
  digits: ReadonlyMap<Glyph, number | undefined>;
  /** Characters that were drawn, seen or not. */
  painted: number;
};

type PaintedCharacter = ReturnType<typeof paintPage>['characters'][number];

const isInk = ({ text }: PaintedCharacter): boolean => text.trim() !== '';

/** Digits are as high (ems); what stands above and below is seldom any. */
const INK_EMS = 0.7;

const inkOf = ({ text, x0, x1, baseline, size, order, colour }: PaintedCharacter) => ({
  box: [x0, baseline - INK_EMS * size, x1, baseline] as BoundingBox,
  order,
  colour,
  isDigit: /\p{Nd}/u.test(text),
});

/** One page as the layout of pages takes it. @param number of the page, from 1 */
export function readPage(page: OfdPage, number: number, judge: (text: string) => JudgedCharacter): ReadPage {
  const painted = paintPage(page);
  const { characters, pictures, hasDrawing, composites, isCutOff } = painted;
  const upright = painted.characters.filter(
    ({ angle, isHidden }) => !isHidden && Math.abs(angle) <= LEAN_MAX,
  );
  const { sightOf, rulings, unread } = judgeSight(upright.filter(isInk), inkOf, painted);
  const glyphs: Glyph[] = [];
  const unmappedFonts = new Set<string>();
  let [hiddenText, rotatedText] = ['', ''];
  let unreadable = 0;
  const turned: BoundingBox[] = [];
  const digits = new Map<Glyph, number | undefined>();
  const unseen: NonNullable<PageContent['unseen']> = [];
  for (const character of characters) {
    const { text, angle, isHidden, order: _, colour: __, glyph: named, isCut, ...place } = character;
    const { shown, isUnreadable, isDoubtful } = judge(text);
    if (isHidden) hiddenText += shown;
    else if (Math.abs(angle) > LEAN_MAX) {
      rotatedText += shown;
      if (isTurnedDigit(shown, angle)) turned.push(aroundLine(inkOf(character).box));
    } else {
      if (isDoubtful) unreadable++;
      if (isUnreadable) unmappedFonts.add(place.font);
      if (shown === '') continue;
      const glyph: Glyph = { ...place, text: shown, page: number };
      const sight = sightOf(character);
      if (sight === 'covered' || sight === 'hidden' || place.size < PRINT_MIN) {
        unseen.push({ glyph, mark: sight === 'covered' ? sight : 'hidden' });
        hiddenText += shown;
      } else {
        // Whether a picture hides what was painted before it nobody looked at.
        const mark =
          sight === 'under-picture' || (isCut && /\d/u.test(shown))
            ? 'several-readings'
            : MARK_OF_SIGHT[sight];
        const placed = mark ? { ...glyph, mark } : glyph;
        glyphs.push(placed);
        if (/^[0-9]$/u.test(shown)) digits.set(placed, named);
      }
    }
  }
  const ink = glyphs.filter(({ text }) => text.trim() !== '').length;
  return {
    number,
    width: page.area[2] * POINTS,
    height: page.area[3] * POINTS,
    glyphs: markOverlaps(dropOverprints(glyphs)),
    rulings,
    unseen,
    unread: [...unread, ...turned],
    hiddenText: hiddenText.trim(),
    rotatedText: rotatedText.trim(),
    isTextInvisible: false,
    hasDrawing: hasDrawing || rulings.length > 0,
    unmappedFonts: [...unmappedFonts].sort(),
    unmappedShare: ink === 0 ? 0 : unreadable / ink,
    toDisplay: (box) => box,
    isCutOff,
    composites,
    pictures,
    digits,
    painted: characters.length,
  };
}
