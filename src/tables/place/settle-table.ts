import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity, TableSpec } from '../../model/template.js';
import {
  type CellContext,
  type CellDraft,
  draftFromRivals,
  draftFromSlot,
  undecided,
} from '../cell-draft.js';
import { NO_TRACE, type Slot } from '../slot.js';
import { evaluateIdentity, type Operand } from '../sums/evaluate-identities.js';
import { operandOf } from '../sums/operand.js';
import { rowOfSum } from '../sums/row-of-sum.js';
import type { Token } from '../token.js';
import type { Placement } from './place-values.js';
import { slotNumbers } from './row-sums.js';
import { type OpenUnit, settlePlacements } from './settle-placements.js';

/** A printed row of a table, with where its values may stand and what is known of each of its cells. */
export interface PlacedRow {
  placement: Placement;
  /** The printed values, for cells that can't be cut out of them. */
  values: Token[];
  /** Of the i-th address. */
  contextOf: (i: number) => CellContext;
}

/**
 * Decides the rows that can be laid in several ways by the identities that run across rows, and drafts every cell.
 * Where an identity then fails, or none of the choices keeps it, the rows that it touches are taken back: a wrong
 * number elsewhere must not decide how they are laid.
 */
export function settleTable(rows: PlacedRow[], spec: TableSpec): { drafts: CellDraft[]; spent: Set<string> } {
  const spent = new Set(rows.flatMap((row) => row.placement.spent));
  const open = rows.filter(({ placement }) => placement.placements.length > 1 && !placement.isUnbalanced);
  const units: OpenUnit[] = open.map(({ placement }) => ({
    addresses: placement.addresses,
    placements: placement.placements.map((slots) => slotNumbers(slots, placement.columns)),
  }));
  const across = spec.identities.filter((identity) => !spent.has(identity.id));
  const settled = settlePlacements(units, fixedNumbers(rows), across);
  const left = new Map(
    open.map((row, i) => [row, settled.kept[i]!.map((p) => row.placement.placements[p]!)]),
  );
  for (const id of settled.spent) spent.add(id);

  const laid = rows.map((row) => draftRow(row, left.get(row) ?? row.placement.placements));
  const trusted = laid.filter((_, i) => !rows[i]!.placement.isUnbalanced);
  const broken = brokenIdentities(trusted.flat(), spec, settled.broken);
  const touchedCells = cellsOf(broken);
  const doubtsAll = mostDoNotAdd(rows);
  const drafts = rows.flatMap((row, i) => {
    const touched =
      doubtsAll || row.placement.addresses.some((address) => touchedCells.has(addressKey(address)));
    return touched && row.placement.rivals.length > 1 ? draftRow(row, row.placement.rivals) : laid[i]!;
  });
  doubtForgotten(drafts, broken, spec);
  return { drafts, spent };
}

/**
 * A sum that was broken and has lost its cells, now that its rows are taken back, fails no more. Unless a row of it that can
 * be laid in one way only breaks its own sum and so names itself, each number that is left in it may be the wrong one.
 */
function doubtForgotten(drafts: CellDraft[], broken: readonly Identity[], spec: TableSpec): void {
  const known = new Map(drafts.map((draft) => [addressKey(draft), draft]));
  const operand = (cell: CellAddress): Operand => operandOf(known.get(addressKey(cell)));
  const statusOf = (identity: Identity) => evaluateIdentity(identity, operand).status;
  const named = new Set(
    spec.identities
      .filter((identity) => rowOfSum(identity) !== null && statusOf(identity) === 'fail')
      .map(({ whole }) => whole[0]!.row),
  );
  for (const identity of broken) {
    const cells = [...identity.parts, ...identity.whole];
    if (statusOf(identity) !== 'not-evaluable' || cells.some(({ row }) => named.has(row))) continue;
    for (const cell of cells) {
      const draft = known.get(addressKey(cell));
      if (draft?.state !== 'number' || draft.doubts.includes('identity-failed')) continue;
      draft.doubts.push('identity-failed');
      draft.flags.push('identity-failed');
    }
  }
}

/** Where most rows that were to be laid by their own sum keep it nowhere, the others keep it by accident. */
function mostDoNotAdd(rows: PlacedRow[]): boolean {
  const open = rows.filter(({ placement }) => placement.rivals.length > 1);
  const unbalanced = open.filter(({ placement }) => placement.isUnbalanced);
  return unbalanced.length >= UNBALANCED_MIN && unbalanced.length * 2 > open.length;
}

const UNBALANCED_MIN = 3;

/** The identities that fail with these drafts, or that no choice could keep. */
function brokenIdentities(drafts: CellDraft[], spec: TableSpec, broken: Set<string>): Identity[] {
  const known = new Map(drafts.map((draft) => [addressKey(draft), draft]));
  const operand = (cell: CellAddress): Operand => operandOf(known.get(addressKey(cell)));
  return spec.identities.filter(
    (identity) => broken.has(identity.id) || evaluateIdentity(identity, operand).status === 'fail',
  );
}

const cellsOf = (identities: readonly Identity[]): Set<string> =>
  new Set(identities.flatMap(({ parts, whole }) => [...parts, ...whole]).map(addressKey));

/** Numbers of the rows whose placement is certain. One that breaks its own sum holds a wrong figure, which must decide nothing. */
function fixedNumbers(rows: PlacedRow[]): Map<string, number | null> {
  const fixed = new Map<string, number | null>();
  for (const { placement } of rows) {
    if (placement.placements.length !== 1 || placement.isUnbalanced) continue;
    const numbers = slotNumbers(placement.placements[0]!, placement.columns);
    placement.addresses.forEach((address, i) => {
      fixed.set(addressKey(address), numbers[i]!);
    });
  }
  return fixed;
}

function draftRow(row: PlacedRow, left: Slot[][]): CellDraft[] {
  return row.placement.addresses.map((_, i) => {
    const context = row.contextOf(i);
    if (left.length === 1) return draftFromSlot(left[0]![i]!, context);
    const whole = wholeRow(row.values);
    if (left.length === 0) return undecided(whole, context);
    return draftFromRivals(distinct(left.map((slots) => slots[i]!)), context, whole);
  });
}

/** One slot for every different text. */
function distinct(slots: Slot[]): Slot[] {
  return [...new Map(slots.map((slot) => [`${slot.text}@${slot.place?.start}`, slot])).values()];
}

/** All values of a printed row as one slot: what is known of a cell that could not be cut out of it. */
function wholeRow(values: Token[]): Slot {
  const printed = values.filter((t) => t.kind !== 'blank');
  const first = printed[0];
  const last = printed.at(-1);
  if (!first || !last) return NO_TRACE;
  const place = { ...first.place, end: last.place.end };
  if (last.place.sourceEnd !== undefined) place.sourceEnd = last.place.sourceEnd;
  return { text: printed.map((t) => t.text).join(' '), place, block: first.block };
}
