import { addressKey } from '../../model/address-key.js';
import { addFlags } from '../../model/codes/add-flags.js';
import type { Flag } from '../../model/codes/flag-codes.js';
import { type Issue, issue } from '../../model/issue.js';
import type { Cell, Check, TableCells } from '../../model/report-record.js';
import type { CellAddress } from '../../model/template.js';
import { spanOf } from '../../words/span-of.js';
import type { CellDraft } from '../cell-draft.js';
import { NEEDS_CONFIRMATION } from '../place/place-values.js';
import { type Accusation, accuse } from '../sums/accuse.js';
import { confirmUnsure } from '../sums/confirm-unsure.js';
import { type Evaluation, evaluateIdentity, type Operand } from '../sums/evaluate-identities.js';
import { openToOtherReadings } from '../sums/open-to-other-readings.js';
import { operandOf } from '../sums/operand.js';
import { type Proof, proveBlanks } from '../sums/prove-blanks.js';
import { proveUnread } from '../sums/prove-unread.js';
import { sourceVerdict } from '../sums/source-verdict.js';
import type { TableFit } from '../table-fit.js';

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
  const misreadings = (cell: CellAddress) => drafts.get(addressKey(cell))?.misreadings ?? [];
  const accusations = accuse(evaluations, fit.spec, operand, misreadings);
  const readings = (cell: CellAddress) => [drafts.get(addressKey(cell))?.value ?? 0, ...misreadings(cell)];
  const standing = standings(evaluations, fit.spent, readings);
  const unsureDrafts = fit.drafts.filter(isUnsureDraft);
  const unsure = new Set(unsureDrafts.map(addressKey));
  const confirmed = confirmUnsure(
    evaluations,
    unsure,
    (id) => fit.spent.has(id),
    (identity) => openToOtherReadings(identity, readings),
  );
  const proofs = proofsOf(evaluations, { accusations, operand, spent: fit.spent, unsure: unsureDrafts });
  const verdict = sourceVerdict(evaluations, fit);
  const cells: TableCells = {};
  for (const [key, draft] of drafts) {
    const row = (cells[draft.row] ??= {});
    row[draft.column] = grade(draft, fit, {
      accusation: accusations.get(key) ?? null,
      failing: standing.failing.has(key),
      isTableFailing: standing.failing.size > 0 || accusations.size > 0,
      confirmations: standing.confirmations.get(key) ?? 0,
      isOpen: unsure.has(key) && !confirmed.has(key),
      proof: proofs.get(key) ?? null,
      isSource: verdict.inSource.has(key),
    });
  }
  return {
    cells: inFormOrder(cells, fit),
    checks: evaluations.map((evaluation) => toCheck(evaluation, fit.spec.id)),
    issues: [...failureIssues(evaluations, fit), ...verdict.issues],
  };
}

/**
 * What the sums prove of blanks and of cells that were not read: where they hold as printed, or with the one explanation of
 * what fails; and of a picture that was read unsurely, without the figures of those that fail.
 */
function proofsOf(
  evaluations: Evaluation[],
  at: {
    accusations: ReadonlyMap<string, Accusation>;
    operand: (cell: CellAddress) => Operand;
    spent: ReadonlySet<string>;
    unsure: readonly CellDraft[];
  },
): Map<string, Proof> {
  const { accusations, spent, unsure } = at;
  const isExplained = accusations.size > 0 && [...accusations.values()].every((a) => a.correction !== null);
  const failed = evaluations.filter(({ status }) => status === 'fail');
  const isFailing = accusations.size > 0 || failed.length > 0;
  if (isFailing && !isExplained && unsure.length === 0) return new Map();
  const inDoubt = new Set([
    ...(isExplained ? [] : [...accusations.keys(), ...failed.flatMap(keysOf)]),
    ...unsure.filter(({ doubts }) => doubts.some((doubt) => doubt !== 'ocr-unsure')).map(addressKey),
  ]);
  const operand = (cell: CellAddress): Operand => {
    const correction = accusations.get(addressKey(cell))?.correction;
    if (inDoubt.has(addressKey(cell))) return { kind: 'open' };
    return correction ? { kind: 'number', value: correction.to } : at.operand(cell);
  };
  const identities = evaluations.map((e) => e.identity);
  return new Map([...proveUnread(identities, operand, spent), ...proveBlanks(identities, operand)]);
}

const keysOf = ({ identity }: Pick<Evaluation, 'identity'>): string[] =>
  [...identity.parts, ...identity.whole].map((cell) => addressKey(cell));

const isUnsureDraft = ({ flags }: CellDraft): boolean =>
  flags.includes('ocr-unsure') || flags.includes('sign-unsure');

/** Which cells a failed identity touches, and how many standing ones confirm them. */
function standings(
  evaluations: Evaluation[],
  spent: Set<string>,
  readingsOf: (cell: CellAddress) => readonly number[],
) {
  const failing = new Set<string>();
  const confirmations = new Map<string, number>();
  for (const { identity, status } of evaluations) {
    const cells = keysOf({ identity });
    if (status === 'fail') for (const key of cells) failing.add(key);
    // A part that is far below its whole could be wrong and still be below it: no confirmation.
    if (status === 'pass' && identity.relation === 'equals' && !spent.has(identity.id)) {
      const open = openToOtherReadings(identity, readingsOf);
      for (const key of cells) if (!open.has(key)) confirmations.set(key, (confirmations.get(key) ?? 0) + 1);
    }
  }
  return { failing, confirmations };
}

interface Evidence {
  accusation: Accusation | null;
  /** Does a sum that it takes part in fail? Does any of the table? */
  failing: boolean;
  isTableFailing: boolean;
  /** Number of sums that hold with it, and were not used to place it. */
  confirmations: number;
  /** Is its picture unclear, and no sum decides what it says? */
  isOpen: boolean;
  proof: Proof | null;
  /** Is what fails the source's own fault? */
  isSource: boolean;
}

/** Numbers of other explanations that a cell names. */
const RIVALS_NAMED_MAX = 8;

function grade(draft: CellDraft, fit: TableFit, evidence: Evidence): Cell {
  const { accusation, proof } = evidence;
  const cell: Cell = {
    value: draft.value,
    raw: draft.raw,
    confidence: confidenceOf(draft, evidence),
    flags: addFlags(draft.flags, ...flagsOf(draft, evidence)),
    at: draft.place && draft.block !== null ? spanOf(draft.place, draft.block) : null,
  };
  if (draft.unit) cell.unit = draft.unit;
  const id = (check: string) => `${fit.spec.id}/${check}`;
  if (fit.areDigitsUnsure) return cell;
  const isPrinted = draft.state === 'number' || draft.state === 'blank';
  if (isPrinted && accusation?.correction) {
    const { to, because } = accusation.correction;
    cell.suggested = { value: to, because: because.map(id).join(', ') };
  } else if (isUnread(draft) && proof && proof.value !== draft.value && isPossible(proof.value, draft)) {
    cell.suggested = { value: proof.value, because: proof.because.map(id).join(', ') };
  }
  return cell;
}

/** No number was read, or one whose picture is unclear. */
const isUnread = (draft: CellDraft): boolean => draft.state !== 'number' || isUnsureDraft(draft);

/** Where the reading left only some numbers, another one is no proof but a contradiction. */
const isPossible = (number: number, { rivals }: CellDraft): boolean =>
  rivals.length === 0 || rivals.includes(number);

function flagsOf(draft: CellDraft, evidence: Evidence): Flag[] {
  if (draft.state !== 'number' || !evidence.accusation) return [];
  const { rivals, fault } = evidence.accusation;
  return addFlags(
    ['identity-failed'],
    evidence.isSource && 'source-inconsistent',
    fault !== null && `fault:${fault}`,
    rivals.length > 0 && 'rivals',
    ...rivals.slice(0, RIVALS_NAMED_MAX).map((number) => `rival:${number}` as const),
  );
}

/** Where other sums of the table fail, it is known to hold faults, and two of them may cancel in one sum. */
const CONFIRMATIONS_BESIDE_FAILURES = 2;

function confidenceOf(draft: CellDraft, evidence: Evidence): Cell['confidence'] {
  if (draft.state === 'missing') return 'missing';
  if (draft.state === 'blank') return draft.doubts.length > 0 ? 'suspect' : 'blank';
  if (draft.state !== 'number' || draft.doubts.length > 0 || evidence.accusation) return 'suspect';
  if (evidence.isOpen || (draft.flags.includes(NEEDS_CONFIRMATION) && evidence.confirmations === 0))
    return 'suspect';
  const labelled = draft.rowLabelled && draft.columnLabelled;
  const needed = evidence.isTableFailing ? CONFIRMATIONS_BESIDE_FAILURES : 1;
  return labelled && !evidence.failing && evidence.confirmations >= needed ? 'verified' : 'read';
}

function toCheck({ identity, status, left, right }: Evaluation, table: string): Check {
  const cells = [...identity.parts, ...identity.whole].map((cell) => `${table}.${addressKey(cell)}`);
  return { id: `${table}/${identity.id}`, status, left, right, cells };
}

function failureIssues(evaluations: Evaluation[], { spec }: TableFit): Issue[] {
  return evaluations
    .filter(({ status }) => status === 'fail')
    .map(({ identity, left, right }) =>
      issue(
        'identity-failed',
        `${spec.id}/${identity.id}: ${left} ${identity.relation === 'equals' ? '=' : '<='} ${right} does not hold`,
        { path: `tables.${spec.id}` },
      ),
    );
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
