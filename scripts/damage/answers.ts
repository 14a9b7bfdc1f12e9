import { excusedAs, silentReadOf, silentVerifiedOf, type Tally } from './tally.js';

/** What a user of the record takes as the answer, from the most careful to the most careless. */
export const levels = [
  'verified',
  'verified and read',
  'and suggestions for suspect cells',
  'everything printed',
] as const;
export type Level = (typeof levels)[number];

/** What the cells of a level give a user. */
export interface Answers {
  level: Level;
  /** Cells that print something. */
  printed: number;
  /** Cells with an answer, and how many of the answers are wrong although something printed speaks against them. */
  answered: number;
  wrong: number;
  /** Wrong answers that nobody can find: the record says what is printed, and nothing speaks against it. */
  excused: number;
}

export const answersOf = (tally: Tally): Answers[] => {
  const { printed, verified, read } = tally;
  const sure = {
    answered: verified + read,
    wrong: silentVerifiedOf(tally) + silentReadOf(tally),
    excused: excusedAs(tally, 'verified') + excusedAs(tally, 'read'),
  };
  const answers: Omit<Answers, 'level' | 'printed'>[] = [
    { answered: verified, wrong: silentVerifiedOf(tally), excused: excusedAs(tally, 'verified') },
    sure,
    {
      ...sure,
      answered: sure.answered + tally.suggested,
      wrong: sure.wrong + tally.suggestedWrong,
    },
    {
      ...sure,
      answered: sure.answered + tally.doubtsWithValue,
      wrong: sure.wrong + tally.doubtsWithWrongValue,
    },
  ];
  return answers.map((counts, at) => ({ level: levels[at]!, printed, ...counts }));
};

/** Share of wrong answers that can't be ruled out if none was seen among `answered`: the upper bound of 95 %. */
export const boundOf = (answered: number): number => (answered === 0 ? 1 : Math.min(1, 3 / answered));
