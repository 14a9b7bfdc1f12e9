import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity, TableSpec } from '../../model/template.js';
import { type Change, type Decoding, decodeTable, isMisread } from './decode-table.js';
import type { Evaluation, Operand } from './evaluate-identities.js';
import type { Known } from './parity-system.js';
import { tableLines } from './table-lines.js';

/** What the failed identities say of one cell. */
export interface Accusation {
  /** The number that the one explanation leaves, with the identities of the cell that prove it. */
  correction: { to: number; because: string[] } | null;
  /** The numbers that several explanations would put here. */
  rivals: number[];
  /** The likeliest kind of fault. */
  fault: Change['fault'];
}

const UNDECIDED: Accusation = { correction: null, rivals: [], fault: null };

/**
 * The cells that failed identities accuse, by address key: the smallest sets that explain the failure, not the whole table.
 *
 * @param misreadings numbers that the print of a recognised cell may be as well
 */
export function accuse(
  evaluations: Evaluation[],
  spec: TableSpec,
  operand: (cell: CellAddress) => Operand,
  misreadings: (cell: CellAddress) => readonly number[] = () => [],
): Map<string, Accusation> {
  const accusations = new Map<string, Accusation>();
  const zeroSums = withZeroSide(evaluations, operand);
  const isAmiss = [...zeroSums].some(({ left, right }) => left !== right && (left ?? right) !== 0);
  if (!isAmiss && evaluations.every(({ status }) => status !== 'fail')) return accusations;
  const equations = solvable(evaluations, zeroSums, operand);
  const numberOf = (cell: CellAddress): Known => {
    const found = operand(cell);
    return found.kind === 'number' ? found.value : found.kind === 'blank' ? 'blank' : null;
  };
  const decoding = decodeTable(equations, numberOf, { bundles: tableLines(spec), misreadings });
  for (const key of decoding.suspects) accusations.set(key, accusationOf(key, decoding, equations));
  for (const { identity, status } of evaluations) {
    if (identity.relation !== 'at-most' || status !== 'fail') continue;
    for (const key of cellsOf(identity)) if (!accusations.has(key)) accusations.set(key, UNDECIDED);
  }
  return accusations;
}

/**
 * Sums of which one side is blank and must be zero: its cells stand in other sums that hold without them, and counts can't
 * be negative. What is printed on the other side speaks against them as if the zeros were printed.
 */
function withZeroSide(
  evaluations: readonly Evaluation[],
  operand: (cell: CellAddress) => Operand,
): ReadonlySet<Evaluation> {
  const isBlank = (cell: CellAddress): boolean => operand(cell).kind === 'blank';
  const zeros = new Set(
    evaluations
      .filter(({ identity, status }) => identity.relation === 'equals' && status === 'pass')
      .flatMap(({ identity: { parts, whole } }) => [parts, whole].map((side) => side.filter(isBlank)))
      .flatMap((blanks, at, sides) => (sides[at ^ 1]!.length === 0 ? blanks.map(addressKey) : [])),
  );
  const isZero = (cells: readonly CellAddress[]): boolean =>
    cells.every((cell) => zeros.has(addressKey(cell)));
  return new Set(
    evaluations.filter(
      ({ identity, status }) =>
        identity.relation === 'equals' &&
        status === 'not-evaluable' &&
        !hasOpenCell(identity, operand) &&
        (isZero(identity.parts) || isZero(identity.whole)),
    ),
  );
}

/**
 * Equations for the decoder. Of one with an unread cell nothing can be said. One with a wholly blank side counts only
 * where that side must be zero, or where most others of its kind are printed in full: then a figure is gone, else the body
 * leaves those cells blank.
 */
function solvable(
  evaluations: Evaluation[],
  zeroSums: ReadonlySet<Evaluation>,
  operand: (cell: CellAddress) => Operand,
): Identity[] {
  const familyOf = ({ identity }: Evaluation): string => identity.id.split('/')[0]!;
  const isFull = ({ status }: Evaluation): boolean => status !== 'not-evaluable';
  const isPrinted = (family: string): boolean => {
    const members = evaluations.filter((e) => familyOf(e) === family);
    return members.filter(isFull).length * 2 > members.length;
  };
  return evaluations
    .filter((e) => e.identity.relation === 'equals' && !hasOpenCell(e.identity, operand))
    .filter(
      (e) => isFull(e) || zeroSums.has(e) || (!isBlankLine(e.identity, operand) && isPrinted(familyOf(e))),
    )
    .map((e) => e.identity);
}

const hasOpenCell = ({ parts, whole }: Identity, operand: (cell: CellAddress) => Operand): boolean =>
  [...parts, ...whole].some((cell) => operand(cell).kind === 'open');

/** Several parts, and none of them printed: the line was left empty. */
const isBlankLine = ({ parts, whole }: Identity, operand: (cell: CellAddress) => Operand): boolean =>
  [parts, whole].some((cells) => cells.length > 1 && cells.every((cell) => operand(cell).kind === 'blank'));

function accusationOf(key: string, decoding: Decoding, equations: readonly Identity[]): Accusation {
  const { verdict, explanations, likeliest } = decoding;
  const changeIn = (changes: Change[]) => changes.find(({ cell }) => addressKey(cell) === key);
  const changes = explanations.flatMap((explanation) => changeIn(explanation) ?? []);
  const fault = (likeliest && changeIn(likeliest)?.fault) ?? null;
  const [only] = changes;
  const reading = likeliest && isMisread(likeliest) ? changeIn(likeliest) : undefined;
  if (reading && reading.to !== 'blank') return proved(key, reading.to, equations, fault);
  if (verdict === 'explained' && only?.isPinned && only.to !== 'blank') {
    return proved(key, only.to, equations, fault);
  }
  const numbers = changes.flatMap(({ to }) => (to === 'blank' ? [] : [to]));
  const rivals = [...new Set(numbers)].sort((a, b) => a - b);
  return { correction: null, rivals, fault };
}

function proved(
  key: string,
  to: number,
  equations: readonly Identity[],
  fault: Accusation['fault'],
): Accusation {
  const because = equations.filter((identity) => cellsOf(identity).includes(key)).map(({ id }) => id);
  return { correction: { to, because }, rivals: [], fault };
}

const cellsOf = ({ parts, whole }: Identity): string[] => [...parts, ...whole].map(addressKey);
