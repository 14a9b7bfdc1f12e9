import { dropOverprints } from '../../../src/layout/page/drop-overprints.js';
import type { Glyph, PageContent } from '../../../src/layout/page/page-content.js';
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
  /** Characters that were drawn, seen or not. */
  painted: number;
};

/** One page as the layout of pages takes it. @param number of the page, from 1 */
export function readPage(page: OfdPage, number: number, judge: (text: string) => JudgedCharacter): ReadPage {
  const { characters, rulings, pictures, hasDrawing, composites, isCutOff } = paintPage(page);
  const glyphs: Glyph[] = [];
  const unmappedFonts = new Set<string>();
  let [hiddenText, rotatedText] = ['', ''];
  let unreadable = 0;
  for (const { text, angle, isHidden, ...place } of characters) {
    const { shown, isUnreadable, isDoubtful } = judge(text);
    if (isHidden) hiddenText += shown;
    else if (Math.abs(angle) > LEAN_MAX) rotatedText += shown;
    else {
      if (isDoubtful) unreadable++;
      if (isUnreadable) unmappedFonts.add(place.font);
      if (shown !== '') glyphs.push({ ...place, text: shown, page: number });
    }
  }
  const ink = glyphs.filter(({ text }) => text.trim() !== '').length;
  return {
    number,
    width: page.area[2] * POINTS,
    height: page.area[3] * POINTS,
    glyphs: dropOverprints(glyphs),
    rulings,
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
    painted: characters.length,
  };
}
