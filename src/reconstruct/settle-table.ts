import type { TableSpec } from '../model/template.js';
import { type CellContext, type CellDraft, draftFromRivals, draftFromSlot } from './cell-draft.js';
import { type Placement, slotNumbers } from './place-values.js';
import { addressKey, type OpenUnit, settlePlacements } from './settle-placements.js';
import { NO_TRACE, type Slot } from './slot.js';
import type { Token } from './token.js';

/** A printed row of a table, with where its values may stand and what is known of each of its cells. */
export interface PlacedRow {
  placement: Placement;
  /** The printed values, for cells that can't be cut out of them. */
  values: Token[];
  /** Of the i-th address. */
  contextOf: (i: number) => CellContext;
}

/** Decides the rows that can be laid in several ways by the identities that run across rows, and drafts every cell. */
export function settleTable(rows: PlacedRow[], spec: TableSpec): { drafts: CellDraft[]; spent: Set<string> } {
  const spent = new Set(rows.flatMap((row) => row.placement.spent));
  const open = rows.filter((row) => row.placement.placements.length > 1);
  const kept = new Map<PlacedRow, number[]>();
  if (open.length > 0) {
    const units: OpenUnit[] = open.map(({ placement }) => ({
      addresses: placement.addresses,
      placements: placement.placements.map((slots) => slotNumbers(slots, placement.columns)),
    }));
    const across = spec.identities.filter((identity) => !spent.has(identity.id));
    const settled = settlePlacements(units, fixedNumbers(rows), across);
    settled.kept.forEach((indices, i) => {
      kept.set(open[i]!, indices);
    });
    for (const id of settled.spent) spent.add(id);
  }
  return { drafts: rows.flatMap((row) => draftRow(row, kept.get(row))), spent };
}

/** Numbers of the rows whose placement is certain. */
function fixedNumbers(rows: PlacedRow[]): Map<string, number | null> {
  const fixed = new Map<string, number | null>();
  for (const { placement } of rows) {
    if (placement.placements.length !== 1) continue;
    const numbers = slotNumbers(placement.placements[0]!, placement.columns);
    placement.addresses.forEach((address, i) => {
      fixed.set(addressKey(address), numbers[i]!);
    });
  }
  return fixed;
}

function draftRow(row: PlacedRow, kept: number[] | undefined): CellDraft[] {
  const { placement } = row;
  const left = kept ? kept.map((i) => placement.placements[i]!) : placement.placements;
  return placement.addresses.map((_, i) => {
    const context = row.contextOf(i);
    if (left.length === 1) return draftFromSlot(left[0]![i]!, context);
    const whole = wholeRow(row.values);
    if (left.length === 0) return undecided(whole, context);
    return draftFromRivals(
      left.map((slots) => slots[i]!),
      context,
      whole,
    );
  });
}

function undecided(whole: Slot, context: CellContext): CellDraft {
  const { text: raw, place, block } = whole;
  const draft = draftFromSlot(NO_TRACE, context);
  return {
    ...draft,
    state: 'undecided',
    raw,
    flags: [...draft.flags, 'rivals'],
    doubts: ['rivals'],
    place,
    block,
  };
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
