import type { Random } from '../synthesise/random.js';
import type { Damage, Damaged } from './damage.js';
import {
  brokenFigure,
  confusedDigit,
  confusedLetter,
  doubledDigit,
  droppedDigit,
  exchangedDigits,
  lostSign,
  type Misprint,
  miscounted,
  otherDigit,
  otherDigits,
} from './misprint.js';
import { type Place, type Sheet, textAt, withTexts } from './sheet.js';

const placesOf = (sheet: Sheet): Place[] => sheet.lines.flatMap(({ places }) => places);

/** Other texts at some figures, the layout as it was. */
export const retexted = (
  sheet: Sheet,
  changes: readonly { place: Place; text: string }[],
  more: Partial<Damaged> = {},
): Damaged | null => {
  const real = changes.filter(({ place, text }) => textAt(sheet, place) !== text);
  if (real.length === 0) return null;
  return {
    table: withTexts(
      sheet.table,
      real.map(({ place: { line, cell }, text }) => ({ line, cell, text })),
    ),
    hit: new Set(real.map(({ place }) => place.key)),
    reads: new Map(real.map(({ place, text }) => [place.key, text])),
    isVisible: false,
    ...more,
  };
};

const shuffled = <T>(items: readonly T[], random: Random): T[] => {
  const left = [...items];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(random.int(0, left.length - 1), 1));
  return drawn;
};

/** Half of the hits go to figures that are no zero, which are few. */
const favoured = (sheet: Sheet, places: readonly Place[], random: Random): Place[] => {
  const busy = places.filter((place) => /[1-9１-９]/u.test(textAt(sheet, place)));
  return random.chance(0.5)
    ? [...shuffled(busy, random), ...shuffled(places, random)]
    : shuffled(places, random);
};

const misprintSome = (sheet: Sheet, misprint: Misprint, count: number, random: Random): Damaged | null => {
  const changes = new Map<string, { place: Place; text: string }>();
  for (let tries = 0; changes.size < count && tries < count * 4; tries++) {
    for (const place of favoured(sheet, placesOf(sheet), random)) {
      const text = changes.has(place.key) ? null : misprint(textAt(sheet, place), random);
      if (text === null) continue;
      changes.set(place.key, { place, text });
      break;
    }
  }
  return changes.size < count ? null : retexted(sheet, [...changes.values()]);
};

const misprints = (name: string, says: string, misprint: Misprint, count = 1): Damage => ({
  name,
  says,
  keepsLayout: true,
  apply: (sheet, random) => misprintSome(sheet, misprint, count, random),
});

const isTotal = ({ key }: Place): boolean =>
  /(^total|\.total$|^(newlyReceived|requestsReceived|replies|staff)\.)/u.test(key);

/** Damages of figures that stay in their cells. */
export const figureDamages: Damage[] = [
  misprints('wrong-1', 'one wrong digit', otherDigit),
  misprints('wrong-2', 'two cells with a wrong digit', otherDigit, 2),
  misprints('wrong-3', 'three cells with a wrong digit', otherDigit, 3),
  misprints('wrong-4', 'four cells with a wrong digit', otherDigit, 4),
  misprints('off-by-little-2', 'two cells off by a little', miscounted, 2),
  misprints('off-by-little-3', 'three cells off by a little', miscounted, 3),
  misprints('ocr-digit', '0/8/6, 1/7 or 3/8 confused', confusedDigit),
  misprints('ocr-digit-3', 'three cells with 0/8/6, 1/7 or 3/8 confused', confusedDigit, 3),
  misprints('ocr-letter', '0/O/8/6 or 1/7/l confused: a letter stands there', confusedLetter),
  misprints('digits-wrong-2', 'two wrong digits in one cell', otherDigits(2)),
  misprints('digits-wrong-3', 'three wrong digits in one cell', otherDigits(3)),
  misprints('digits-exchanged', 'two digits in each other’s place', exchangedDigits),
  misprints('digit-dropped', 'a digit is gone', droppedDigit),
  misprints('digit-doubled', 'a digit twice', doubledDigit),
  misprints('sign-lost', 'a minus is gone', lostSign),
  {
    name: 'figure-broken',
    says: 'a line break inside a figure',
    keepsLayout: false,
    apply: (sheet, random) => {
      const damaged = misprintSome(sheet, brokenFigure, 1, random);
      // A person reads the same figure.
      return damaged && { ...damaged, reads: new Map(), isVisible: true };
    },
  },
  {
    name: 'cell-emptied',
    says: 'a figure is gone, its cell stands',
    keepsLayout: true,
    apply: (sheet, random) => misprintSome(sheet, (text) => (/\d/.test(text) ? '' : null), 1, random),
  },
  {
    name: 'sum-wrong',
    says: 'the body added up wrongly',
    keepsLayout: true,
    apply: (sheet, random) => {
      const totals = shuffled(placesOf(sheet).filter(isTotal), random);
      for (const place of totals) {
        const text = miscounted(textAt(sheet, place), random);
        if (text !== null) return retexted(sheet, [{ place, text }]);
      }
      return null;
    },
  },
  {
    name: 'sum-wrong-carried',
    says: 'the body added up a row wrongly, and added up the totals with it',
    keepsLayout: true,
    apply: (sheet, random) => {
      const grand = placesOf(sheet).find(({ key }) => key === 'totalProcessed.total');
      const totals = placesOf(sheet).filter(
        ({ key }) => /\.total$/u.test(key) && !/^(newly|carried|totalProcessed)/u.test(key),
      );
      if (!grand || !/^\d+$/u.test(textAt(sheet, grand))) return null;
      for (const place of shuffled(totals, random)) {
        const text = miscounted(textAt(sheet, place), random);
        if (text === null) continue;
        const sum = Number(textAt(sheet, grand)) + Number(text) - Number(textAt(sheet, place));
        if (sum < 0) continue;
        return retexted(sheet, [
          { place, text },
          { place: grand, text: String(sum) },
        ]);
      }
      return null;
    },
  },
  {
    name: 'digit-moved',
    says: 'a last digit stands in the next cell: 12 | 3 as 1 | 23',
    keepsLayout: true,
    apply: (sheet, random) => {
      for (const line of shuffled(sheet.lines, random)) {
        for (const at of shuffled([...line.places.keys()].slice(1), random)) {
          const [left, right] = [line.places[at - 1]!, line.places[at]!];
          const texts = [textAt(sheet, left), textAt(sheet, right)];
          if (!/^\d{2,}$/.test(texts[0]!) || !/^\d+$/.test(texts[1]!)) continue;
          return retexted(sheet, [
            { place: left, text: texts[0]!.slice(0, -1) },
            { place: right, text: texts[0]!.slice(-1) + texts[1]! },
          ]);
        }
      }
      return null;
    },
  },
];
