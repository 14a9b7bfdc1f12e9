/** What may have happened to a figure, or to two neighbours. */
export type CellFault =
  /** Recognised from a picture, which may as well show the true number. */
  | 'misread'
  | 'cell-emptied'
  | 'sign-lost'
  | 'digit-confused'
  | 'digit-dropped'
  | 'digit-doubled'
  | 'digit-added'
  | 'digits-exchanged'
  | 'miscounted'
  | 'digit-changed'
  | 'digit-moved'
  | 'cells-glued';

/** Digits that readers of print take for each other. */
const LOOK_ALIKE = new Set(['08', '06', '17', '38', '68', '56', '69', '49', '35', '27']);

/** A sum that is off by so little was added up wrongly rather than printed wrongly. */
const MISCOUNTED_MAX = 2;

/**
 * Names the fault that turns the true number into the printed one, null where none of a single figure does.
 *
 * @param isSum does the cell hold the sum of others?
 */
export function nameFault(printed: number | 'blank', proved: number, isSum: boolean): CellFault | null {
  if (printed === 'blank') return 'cell-emptied';
  if (printed === -proved) return 'sign-lost';
  const [was, is] = [String(proved), String(printed)];
  const changed = changedDigits(was, is);
  if (changed?.length === 1 && LOOK_ALIKE.has(sortedPair(changed[0]!))) return 'digit-confused';
  if (isSum && Math.abs(printed - proved) <= MISCOUNTED_MAX) return 'miscounted';
  if (changed && isExchange(changed)) return 'digits-exchanged';
  if (withoutOne(was).includes(is)) return 'digit-dropped';
  if (withoutOne(is).includes(was)) return isDoubled(is, was) ? 'digit-doubled' : 'digit-added';
  return changed?.length === 1 ? 'digit-changed' : null;
}

interface Figure {
  from: number | 'blank';
  to: number;
}

/** Names what happened to two neighbours of a row at once: 12 | 3 printed as 1 | 23, or as 123 | nothing. */
export function namePairFault(left: Figure, right: Figure): 'digit-moved' | 'cells-glued' | null {
  const [wasLeft, wasRight] = [String(left.to), String(right.to)];
  const glued = Number(wasLeft + wasRight);
  const isEmpty = ({ from }: Figure): boolean => from === 'blank' || from === 0;
  if ((left.from === glued && isEmpty(right)) || (right.from === glued && isEmpty(left)))
    return 'cells-glued';
  if (left.from === 'blank' || right.from === 'blank') return null;
  const [isLeft, isRight] = [String(left.from), String(right.from)];
  const hasMoved = isLeft + isRight === wasLeft + wasRight && isLeft.length !== wasLeft.length;
  return hasMoved ? 'digit-moved' : null;
}

/** Does it say more than that the figure is another one? */
export const isTelling = (fault: string | null): boolean => fault !== null && fault !== 'digit-changed';

/** Pairs of digits at the places where two figures of one length differ; null where their lengths differ. */
function changedDigits(was: string, is: string): { at: number; pair: [string, string] }[] | null {
  if (was.length !== is.length) return null;
  return [...was].flatMap((digit, at) =>
    digit === is[at] ? [] : [{ at, pair: [digit, is[at]!] as [string, string] }],
  );
}

const sortedPair = ({ pair }: { pair: [string, string] }): string => [...pair].sort().join('');

function isExchange(changed: { at: number; pair: [string, string] }[]): boolean {
  const [one, two] = changed;
  if (!one || !two || changed.length !== 2 || two.at !== one.at + 1) return false;
  return one.pair[0] === two.pair[1] && one.pair[1] === two.pair[0];
}

const withoutOne = (digits: string): string[] =>
  digits.length < 2 ? [] : [...digits].map((_, at) => digits.slice(0, at) + digits.slice(at + 1));

/** 122 of 12: the digit that is too many stands beside its like. */
const isDoubled = (is: string, was: string): boolean =>
  [...is].some((digit, at) => digit === is[at + 1] && is.slice(0, at) + is.slice(at + 1) === was);
