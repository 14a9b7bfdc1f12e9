import type { Flag } from '../model/codes/flag-codes.js';
import type { IssueCode } from '../model/codes/issue-codes.js';
import type { Place } from '../model/parsed-document.js';
import type { ColumnSpec, RowSpec } from '../model/template.js';
import { readValue, type UnitsAround } from '../words/read-value.js';
import type { Slot } from './slot.js';

/** What speaks against a cell: most of it stands in the flags of the cell too, some only in the issues. */
type Doubt = Flag | IssueCode;

/** A cell of the form as it was read, with everything that speaks for and against it, before it is graded. */
export interface CellDraft {
  row: string;
  column: string;
  state: 'number' | 'blank' | 'unreadable' | 'undecided' | 'missing';
  value: number | null;
  raw: string | null;
  unit: string | null;
  flags: Flag[];
  /** Why it may not be believed. */
  doubts: Doubt[];
  /** Numbers that other readings give, where several keep the identities. */
  rivals: number[];
  /** Of a cell that was recognised from a picture: numbers that the same print may be, likeliest first. */
  misreadings?: readonly number[];
  /** Undecided between 0 and an empty cell, or between places of empty cells: in every sum it counts nothing. */
  countsNothing?: true;
  /** Was the cell's row, and its column, named by a printed label? */
  rowLabelled: boolean;
  columnLabelled: boolean;
  /** Does its row stand in one piece beside exactly the label of the form? */
  isRowWhole: boolean;
  place: Place | null;
  block: number | null;
}

export interface CellContext {
  row: RowSpec;
  column: ColumnSpec;
  heading: string | null;
  /** Units that are printed elsewhere around it. */
  units?: UnitsAround;
  rowLabelled: boolean;
  columnLabelled: boolean;
  /** True unless said otherwise. */
  isRowWhole?: boolean;
  flags: Flag[];
  /** Doubts of the row or the heading that hold for the cell whatever is printed in it. */
  doubts?: Flag[];
}

const base = (context: CellContext): Omit<CellDraft, 'state' | 'value'> => ({
  row: context.row.id,
  column: context.column.id,
  raw: null,
  unit: null,
  flags: [...context.flags, ...(context.doubts ?? [])],
  doubts: [],
  rivals: [],
  rowLabelled: context.rowLabelled,
  columnLabelled: context.columnLabelled,
  isRowWhole: context.isRowWhole ?? true,
  place: null,
  block: null,
});

/** The cell at a place that is certain. */
export function draftFromSlot(slot: Slot, context: CellContext): CellDraft {
  const draft = base(context);
  if (slot.isShared) return undecided(slot, context);
  if (slot.text === null) return { ...draft, state: 'blank', value: null };
  const reading = readValue(
    slot.text,
    context.column,
    { heading: context.heading, ...context.units },
    context.row.unit,
  );
  return {
    ...draft,
    state: reading.state,
    value: reading.value,
    raw: slot.text,
    unit: reading.unit,
    flags: [...draft.flags, ...reading.flags],
    doubts: [...reading.doubts, ...(context.doubts ?? [])],
    place: slot.place,
    block: slot.block,
  };
}

/** The cell where several placements are left: sure if all give it the same number, undecided otherwise. */
export function draftFromRivals(slots: Slot[], context: CellContext, whole: Slot): CellDraft {
  const drafts = slots.map((slot) => draftFromSlot(slot, context));
  const first = drafts[0]!;
  if (drafts.every((d) => d.state === first.state && d.value === first.value && d.raw === first.raw))
    return first;
  const rivals = [...new Set(drafts.map((d) => d.value).filter((v) => v !== null))].sort((a, b) => a - b);
  const sameNumber = rivals.length === 1 && drafts.every((d) => d.state === 'number');
  if (sameNumber) return first;
  return {
    ...base(context),
    state: 'undecided',
    value: null,
    raw: whole.text,
    flags: [
      ...context.flags,
      'rivals',
      ...rivals.slice(0, RIVALS_NAMED_MAX).map((v) => `rival:${v}` as const),
    ],
    doubts: ['rivals'],
    rivals,
    ...(drafts.every(({ state, value }) => state === 'blank' || value === 0) ? { countsNothing: true } : {}),
    place: whole.place,
    block: whole.block,
  };
}

const RIVALS_NAMED_MAX = 8;

export function missingDraft(row: RowSpec, column: ColumnSpec): CellDraft {
  const context = { row, column, heading: null, rowLabelled: false, columnLabelled: false, flags: [] };
  return { ...base(context), state: 'missing', value: null };
}

/** A cell of which only the row, or the table, is known. */
export function undecided(whole: Slot, context: CellContext): CellDraft {
  const { text: raw, place, block } = whole;
  const draft = draftFromSlot({ text: null, place: null, block: null }, context);
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
