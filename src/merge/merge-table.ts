import { addressKey } from '../model/address-key.js';
import { addFlags } from '../model/codes/add-flags.js';
import type { Cell } from '../model/report-record.js';
import type { TableSpec } from '../model/template.js';
import type { CellDraft } from '../tables/cell-draft.js';
import type { TableFit } from '../tables/table-fit.js';
import { type CellReading, type Choice, chooseReading } from './choose-reading.js';
import { compareCounts, countCells } from './rank-carriers.js';
import type { ReportReading } from './reading.js';

/** One table as one carrier has it. */
interface TableReading {
  carrier: number;
  fit: TableFit;
  cells: ReportReading['graded']['tables'][string];
}

/** A table out of several carriers, not graded yet. */
export interface MergedTable {
  fit: TableFit;
  /** Of each cell, by address key. */
  choices: Map<string, Choice>;
  /** Of each cell, by address key: all that was read of it. */
  readings: Map<string, CellReading[]>;
  /** The carriers whose cells are taken, the base first, and those that follow another form. */
  carriers: number[];
  otherForms: number[];
}

/** @param id of a table that one of the carriers holds at least; @param carriers in the order of the record */
export function mergeTable(id: string, carriers: readonly ReportReading[]): MergedTable {
  const tables = carriers
    .flatMap(({ match, graded }, carrier): TableReading[] => {
      const fit = match.fits.find(({ spec }) => spec.id === id);
      return fit ? [{ carrier, fit, cells: graded.tables[id]! }] : [];
    })
    .sort((left, right) => compareCounts(countCells([left.cells]), countCells([right.cells])));
  const base = tables[0]!;
  const readings = gather(tables, base.fit.spec);
  const choices = new Map([...readings].map(([key, found]) => [key, chooseReading(found)]));
  const drafts = [...choices.values()].map((choice) => draftOf(choice, base.carrier));
  const standing = new Set([...choices.values()].map(({ reading }) => reading.carrier));
  const ownForm = tables.filter(({ fit }) => isSameForm(fit.spec, base.fit.spec));
  return {
    fit: { ...base.fit, drafts, spent: spentOf(ownForm, choices), extras: [], issues: [] },
    choices,
    readings,
    carriers: ownForm.map(({ carrier }) => carrier).filter((carrier) => standing.has(carrier)),
    otherForms: tables.filter((table) => !ownForm.includes(table)).map(({ carrier }) => carrier),
  };
}

/** Of every cell of the base's form that any carrier has, what each has, in the order of the tables. */
function gather(tables: readonly TableReading[], spec: TableSpec): Map<string, CellReading[]> {
  const gathered = new Map<string, CellReading[]>();
  for (const { carrier, fit, cells } of tables) {
    const isOtherForm = !isSameForm(fit.spec, spec);
    for (const draft of fit.drafts) {
      const key = addressKey(draft);
      const known = gathered.get(key);
      // Another form's cells have no place in this one.
      if (isOtherForm && !known) continue;
      const cell: Cell = cells[draft.row]![draft.column]!;
      gathered.set(key, [...(known ?? []), { carrier, draft, cell, isOtherForm }]);
    }
  }
  return gathered;
}

/** Forms whose tables have the same cells; the ids say what a cell means. */
function isSameForm(left: TableSpec, right: TableSpec): boolean {
  return left === right || cellsOf(left) === cellsOf(right);
}

const cellsOf = ({ groups }: TableSpec): string =>
  JSON.stringify(groups.map(({ rows, columns }) => [rows.map(({ id }) => id), columns.map(({ id }) => id)]));

/** Numbers that a cell names beside its own. */
const RIVALS_NAMED_MAX = 8;

function draftOf({ reading, rivals }: Choice, base: number): CellDraft {
  const { draft, carrier } = reading;
  // The rows of two files are not one printed row: where a sum of such cells fails, the table as printed is not to blame.
  const placed = carrier === base ? draft : { ...draft, isRowWhole: false };
  if (rivals.length === 0) return placed;
  const numbers = [...new Set(rivals.map(({ value }) => value))].sort((a, b) => a - b);
  const named = numbers.slice(0, RIVALS_NAMED_MAX).map((value) => `rival:${value}` as const);
  return {
    ...placed,
    // To the decoder it is as if one print said either: where the sums ask for another carrier's number, they suggest it.
    misreadings: [...new Set([...(draft.misreadings ?? []), ...numbers])],
    doubts: [...draft.doubts, 'carriers-differ'],
    flags: addFlags(draft.flags, 'carriers-differ', 'rivals', ...named),
  };
}

/** Sums that placed a cell in its own carrier: they confirm it as little here. */
function spentOf(tables: readonly TableReading[], choices: ReadonlyMap<string, Choice>): Set<string> {
  return new Set(
    tables.flatMap(({ carrier, fit }) =>
      fit.spec.identities
        .filter(({ id }) => fit.spent.has(id))
        .filter(({ parts, whole }) =>
          [...parts, ...whole].some((cell) => choices.get(addressKey(cell))?.reading.carrier === carrier),
        )
        .map(({ id }) => id),
    ),
  );
}
