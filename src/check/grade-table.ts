import { addressKey } from '../model/cell-address.js';
import type { Issue } from '../model/issue.js';
import type { Cell, Check, TableCells } from '../model/report-record.js';
import type { CellAddress, Identity } from '../model/template.js';
import { spanOf } from '../normalise/span-of.js';
import type { CellDraft } from '../reconstruct/cell-draft.js';
import { NEEDS_CONFIRMATION } from '../reconstruct/place-values.js';
import type { TableFit } from '../reconstruct/table-fit.js';
import { type Change, decodeTable, type Known } from './decode-table.js';
import { type Evaluation, evaluateIdentity, type Operand } from './evaluate-identities.js';
import { operandOf } from './operand-of-draft.js';
import { type Proof, proveBlanks } from './prove-blanks.js';
import { swappedLines } from './swapped-lines.js';

export interface GradedTable {
  cells: TableCells;
  checks: Check[];
  issues: Issue[];
}

/**
 * Grades every cell of a fitted table by the evidence of record.md:
 * an identity that holds and was not spent on placing values, labels that name the cell's row and column, no doubt of the
 * reading itself, and no failed identity that the cell helps to explain.
 */
export function gradeTable(fit: TableFit): GradedTable {
  const drafts = new Map(fit.drafts.map((draft) => [addressKey(draft), draft]));
  const operand = (cell: CellAddress): Operand => operandOf(drafts.get(addressKey(cell)));
  const evaluations = fit.spec.identities.map((identity) => evaluateIdentity(identity, operand));
  const failed = evaluations.filter((e) => e.status === 'fail');
  const decoding = decode(evaluations, operand);
  const proofs = failed.length === 0 ? proveBlanks(fit.spec.identities, operand) : new Map<string, Proof>();
  const standing = standings(evaluations, fit.spent);
  const cells: TableCells = {};
  for (const [key, draft] of drafts) {
    const row = (cells[draft.row] ??= {});
    row[draft.column] = grade(draft, fit, {
      suspect: decoding.suspects.has(key),
      correction: decoding.corrections.get(key) ?? null,
      failing: standing.failing.has(key),
      confirmed: standing.confirmed.has(key),
      proof: proofs.get(key) ?? null,
    });
  }
  const checks = evaluations.map((evaluation) => toCheck(evaluation, fit.spec.id));
  return { cells: inFormOrder(cells, fit), checks, issues: failed.map((e) => failureIssue(e, fit)) };
}

function decode(evaluations: Evaluation[], operand: (cell: CellAddress) => Operand) {
  const suspects = new Set<string>();
  const corrections = new Map<string, { change: Change; because: string[] }>();
  const equations = evaluations.filter(
    (e) => e.identity.relation === 'equals' && isSolvable(e.identity, operand),
  );
  if (equations.some((e) => e.status === 'fail')) {
    const numberOf = (cell: CellAddress): Known => {
      const found = operand(cell);
      return found.kind === 'number' ? found.value : found.kind === 'blank' ? 'blank' : null;
    };
    const decoding = decodeTable(
      equations.map((e) => e.identity),
      numberOf,
    );
    for (const key of decoding.suspects) suspects.add(key);
    // One wrong cell is the plainest explanation there is. Before two or more are believed, whole lines are tried.
    const swapped =
      decoding.size === 1
        ? []
        : swappedLines(
            equations.map((e) => e.identity),
            numberOf,
          );
    for (const key of swapped.flatMap((cells) => [...cells])) suspects.add(key);
    if (swapped.length > 0) decoding.corrections = [];
    for (const change of decoding.corrections) {
      const key = addressKey(change.cell);
      const own = equations.filter(({ identity: { parts, whole } }) =>
        [...parts, ...whole].some((cell) => addressKey(cell) === key),
      );
      corrections.set(key, { change, because: own.map((e) => e.identity.id) });
    }
  }
  for (const e of evaluations) {
    if (e.identity.relation !== 'at-most' || e.status !== 'fail') continue;
    for (const cell of [...e.identity.parts, ...e.identity.whole]) suspects.add(addressKey(cell));
  }
  return { suspects, corrections };
}

/** No cell unread, and no side of several cells wholly blank: of such a side nothing can be said. */
function isSolvable(identity: Identity, operand: (cell: CellAddress) => Operand): boolean {
  return [identity.parts, identity.whole].every((cells) => {
    const kinds = cells.map((cell) => operand(cell).kind);
    return !kinds.includes('open') && (kinds.length === 1 || kinds.includes('number'));
  });
}

/** Which cells a failed identity touches, and which a standing one confirms. */
function standings(evaluations: Evaluation[], spent: Set<string>) {
  const failing = new Set<string>();
  const confirmed = new Set<string>();
  for (const { identity, status } of evaluations) {
    const cells = [...identity.parts, ...identity.whole].map(addressKey);
    if (status === 'fail') for (const key of cells) failing.add(key);
    // A part that is far below its whole could be wrong and still be below it: no confirmation.
    if (status === 'pass' && identity.relation === 'equals' && !spent.has(identity.id)) {
      for (const key of cells) confirmed.add(key);
    }
  }
  return { failing, confirmed };
}

interface Evidence {
  suspect: boolean;
  correction: { change: Change; because: string[] } | null;
  failing: boolean;
  confirmed: boolean;
  proof: Proof | null;
}

function grade(draft: CellDraft, fit: TableFit, evidence: Evidence): Cell {
  const flags = [...draft.flags];
  const isNumber = draft.state === 'number';
  if (isNumber && isAccused(evidence)) flags.push('identity-failed');
  const cell: Cell = {
    value: draft.value,
    raw: draft.raw,
    confidence: confidenceOf(draft, evidence),
    flags: [...new Set(flags)],
    at: draft.place && draft.block !== null ? spanOf(draft.place, draft.block) : null,
  };
  if (draft.unit) cell.unit = draft.unit;
  const id = (check: string) => `${fit.spec.id}/${check}`;
  if ((isNumber || draft.state === 'blank') && evidence.correction) {
    const { change, because } = evidence.correction;
    cell.suggested = { value: change.to, because: because.map(id).join(', ') };
  } else if (draft.state === 'blank' && evidence.proof) {
    cell.suggested = { value: evidence.proof.value, because: evidence.proof.because.map(id).join(', ') };
  }
  return cell;
}

/** Part of the explanation of a failure, or in a failed sum with no other sum that speaks for it. */
const isAccused = (evidence: Evidence): boolean =>
  evidence.suspect || (evidence.failing && !evidence.confirmed);

function confidenceOf(draft: CellDraft, evidence: Evidence): Cell['confidence'] {
  if (draft.state === 'missing') return 'missing';
  if (draft.state === 'blank') return 'blank';
  if (draft.state !== 'number' || draft.doubts.length > 0 || isAccused(evidence)) return 'suspect';
  if (draft.flags.includes(NEEDS_CONFIRMATION) && !evidence.confirmed) return 'suspect';
  const labelled = draft.rowLabelled && draft.columnLabelled;
  return labelled && evidence.confirmed && !evidence.failing ? 'verified' : 'read';
}

function toCheck({ identity, status, left, right }: Evaluation, table: string): Check {
  const cells = [...identity.parts, ...identity.whole].map((cell) => `${table}.${addressKey(cell)}`);
  return { id: `${table}/${identity.id}`, status, left, right, cells };
}

function failureIssue({ identity, left, right }: Evaluation, fit: TableFit): Issue {
  const sign = identity.relation === 'equals' ? '=' : '<=';
  return {
    code: 'identity-failed',
    severity: 'warning',
    message: `${fit.spec.id}/${identity.id}: ${left} ${sign} ${right} does not hold`,
    path: `tables.${fit.spec.id}`,
  };
}

/** Rows and columns in the order of the form, whatever the order of printing. */
function inFormOrder(cells: TableCells, fit: TableFit): TableCells {
  const ordered: TableCells = {};
  for (const group of fit.spec.groups) {
    for (const row of group.rows) {
      const found = cells[row.id];
      if (!found) continue;
      const target = (ordered[row.id] = {} as TableCells[string]);
      for (const column of group.columns) {
        const cell = found[column.id];
        if (cell) target[column.id] = cell;
      }
    }
  }
  return ordered;
}
