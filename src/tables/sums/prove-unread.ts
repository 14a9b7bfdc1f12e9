import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity } from '../../model/template.js';
import type { Operand } from './evaluate-identities.js';
import type { Proof } from './prove-blanks.js';

/** A sum, its cells by index. */
interface Equation {
  id: string;
  terms: { cell: number; sign: 1 | -1 }[];
}

/** Of each cell its number; null where none is known. */
type Figures = (number | null)[];

/**
 * What the sums prove of cells of which no number was read: unreadable, undecided, or gone with their row. A sum with one
 * such cell gives its number; counts can't be negative, so a sum that holds without several of them makes all of these zero;
 * and what is found helps to find more. A number is proved only where all sums that are full
 * by then hold, and where it follows just so without any one figure of the table: else the error of that one figure would
 * have become its own, and no sum would tell.
 *
 * @param spent ids of sums that were used to place values: they vouch for nothing
 */
export function proveUnread(
  identities: readonly Identity[],
  operand: (cell: CellAddress) => Operand,
  spent: ReadonlySet<string>,
): Map<string, Proof> {
  const { keys, printed, equations } = systemOf(identities, operand, spent);
  if (!printed.includes(null)) return new Map();
  const full = solve(equations, printed);
  const found = keys.flatMap((_, cell) => (printed[cell] === null && full[cell] !== null ? [cell] : []));
  if (found.some((cell) => full[cell]! < 0)) return new Map();
  const sums = equations.filter(({ terms }) => terms.every(({ cell }) => full[cell] !== null));
  if (sums.some((sum) => balance(sum, full) !== 0)) return new Map();
  const proved = found.length > 0 ? withoutAnyOne(equations, printed, { found, full }) : [];
  return new Map(
    proved.map((cell) => {
      const own = sums.filter(({ terms }) => terms.some((term) => term.cell === cell));
      return [keys[cell]!, { value: full[cell]! + 0, because: own.map(({ id }) => id) }];
    }),
  );
}

function systemOf(
  identities: readonly Identity[],
  operand: (cell: CellAddress) => Operand,
  spent: ReadonlySet<string>,
): { keys: string[]; printed: Figures; equations: Equation[] } {
  const indexOf = new Map<string, number>();
  const printed: Figures = [];
  const index = (address: CellAddress): number => {
    const key = addressKey(address);
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    const found = operand(address);
    indexOf.set(key, printed.length);
    printed.push(found.kind === 'number' ? found.value : found.kind === 'blank' ? 0 : null);
    return printed.length - 1;
  };
  const equations = identities
    .filter(({ id, relation }) => relation === 'equals' && !spent.has(id))
    .map(({ id, parts, whole }): Equation => {
      const terms = [
        ...parts.map((cell) => ({ cell: index(cell), sign: 1 as const })),
        ...whole.map((cell) => ({ cell: index(cell), sign: -1 as const })),
      ];
      return { id, terms };
    });
  return { keys: [...indexOf.keys()], printed, equations };
}

/** The figures, with all that follows from sums with one unknown cell, or with several that are parts of nothing. */
function solve(equations: readonly Equation[], printed: Figures): Figures {
  const figures = [...printed];
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const equation of equations) {
      const unknown = equation.terms.filter(({ cell }) => figures[cell] === null);
      const [first] = unknown;
      if (!first) continue;
      const rest = -first.sign * balance(equation, figures);
      const isOfNothing = rest === 0 && unknown.every(({ sign }) => sign === first.sign);
      if (unknown.length > 1 && !isOfNothing) continue;
      for (const { cell } of unknown) figures[cell] = rest;
      goesOn = true;
    }
  }
  return figures;
}

const balance = ({ terms }: Equation, figures: Figures): number =>
  terms.reduce((sum, { cell, sign }) => sum + sign * (figures[cell] ?? 0), 0);

/** Those of the found cells that are found just so where any one figure is not known. */
function withoutAnyOne(
  equations: readonly Equation[],
  printed: Figures,
  { found, full }: { found: number[]; full: Figures },
): number[] {
  let left = found;
  for (const [cell, number] of printed.entries()) {
    if (number === null) continue;
    if (left.length === 0) break;
    const figures = solve(equations, printed.with(cell, null));
    left = left.filter((one) => figures[one] === full[one]);
  }
  return left;
}
