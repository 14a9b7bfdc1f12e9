/** A whole line and how likely it is. */
export interface Candidate {
  text: string;
  score: number;
}

/** Scores of a line for the signs of figures: `steps` rows of `signs.length + 1`, the blank first. */
export interface FigureScores {
  steps: number;
  signs: readonly string[];
  scores: Float32Array;
}

/** Beginnings of lines that are kept at every step. */
const BEAM = 16;
/** Where even the likeliest is this unlikely, the line is no figure. */
const HOPELESS = 1e-6;

interface Beginning {
  text: string;
  /** How likely it is with nothing after it, and with its last sign going on. */
  ended: number;
  open: number;
}

const totalOf = ({ ended, open }: Beginning): number => ended + open;

/**
 * The likeliest lines, each with the sum over all ways in which the steps can spell it: a greedy reading follows the single
 * likeliest way, and so takes "100" for "1000" where no blank stands between two equal digits.
 *
 * @returns at most BEAM lines, likeliest first, the empty one among them; none where no figure can stand there. What is missing to 1 is the share of other characters
 */
export function searchFigures({ steps, signs, scores }: FigureScores): Candidate[] {
  let beam: Beginning[] = [{ text: '', ended: 1, open: 0 }];
  for (let step = 0; step < steps; step++) {
    const row = scores.subarray(step * (signs.length + 1), (step + 1) * (signs.length + 1));
    beam = advance(beam, row, signs);
    if (!beam[0] || totalOf(beam[0]) < HOPELESS) return [];
  }
  return beam.map((beginning) => ({ text: beginning.text, score: totalOf(beginning) }));
}

function advance(beam: readonly Beginning[], row: Float32Array, signs: readonly string[]): Beginning[] {
  const next = new Map<string, Beginning>();
  const at = (text: string): Beginning => {
    const known = next.get(text);
    if (known) return known;
    const added = { text, ended: 0, open: 0 };
    next.set(text, added);
    return added;
  };
  for (const beginning of beam) {
    const total = totalOf(beginning);
    at(beginning.text).ended += total * row[0]!;
    for (const [i, sign] of signs.entries()) {
      const score = row[i + 1]!;
      const repeats = beginning.text.endsWith(sign);
      if (repeats) at(beginning.text).open += beginning.open * score;
      at(beginning.text + sign).open += (repeats ? beginning.ended : total) * score;
    }
  }
  return [...next.values()]
    .filter((beginning) => totalOf(beginning) > 0)
    .sort((a, b) => totalOf(b) - totalOf(a) || (a.text < b.text ? -1 : 1))
    .slice(0, BEAM);
}
