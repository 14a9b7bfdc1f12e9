/** A digit as a font of the file says it, and as the picture of its page shows it. */
export interface DigitPair {
  font: string;
  printed: string;
  shown: string;
}

/** The same digit of a font is another one in the pictures so often, and in at least this share of its places. */
const WRONG_MIN = 3;
const WRONG_SHARE_MIN = 0.2;

/** Fonts that say wrongly which digits they print. */
export function wrongFonts(digits: readonly DigitPair[]): Set<string> {
  const counts = new Map<string, number>();
  const count = (key: string): number => (counts.get(key) ?? 0) + 1;
  for (const { font, printed, shown } of digits) {
    counts.set(`${font} ${printed}`, count(`${font} ${printed}`));
    counts.set(`${font} ${printed} ${shown}`, count(`${font} ${printed} ${shown}`));
  }
  const isWrong = ({ font, printed, shown }: DigitPair): boolean => {
    const times = counts.get(`${font} ${printed} ${shown}`)!;
    return (
      printed !== shown && times >= WRONG_MIN && times >= WRONG_SHARE_MIN * counts.get(`${font} ${printed}`)!
    );
  };
  return new Set(digits.filter(isWrong).map(({ font }) => font));
}
