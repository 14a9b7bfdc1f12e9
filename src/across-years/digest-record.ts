import type { Cell, Check, Confidence, Fact, ReportRecord } from '../model/report-record.js';
import type { Identity, Template } from '../model/template.js';
import type { Figures } from './figures.js';
import type { LinkOfForms, LinksOfForms } from './link-forms.js';

/** A sum that does not hold. `gap` is what its right side has more than its left. */
interface FailingSum {
  id: string;
  gap: number;
  /** What the gap becomes where this cell grows by one: larger or smaller. */
  step: 1 | -1;
}

/** A cell that takes part in a comparison, and what its own report knows of it. */
export interface YearCell {
  path: string;
  value: number | null;
  confidence: Confidence;
  /** Has it a place in the source? A blank without one is only the lack of anything that could be put there. */
  isPrinted: boolean;
  suggested: number | null;
  /** Other readings of the same print. */
  rivals: number[];
  /** Sums that hold with the printed number. */
  holding: number;
  failing: FailingSum[];
}

/** All that comparing years needs of a record: some kilobytes of it. */
export interface YearReport {
  recordId: string;
  uri: string;
  issuer: string;
  year: number;
  templates: Readonly<Record<string, string>>;
  /** table -> row -> column -> cell, only rows that a link names. */
  rows: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, YearCell>>>>>>;
  /** Facts that a link names and that the prose states once, without doubt. */
  facts: Readonly<Record<string, number>>;
  figures: Figures;
}

/** Flags of facts that may count something else, or not exactly. */
const INEXACT = ['approximate', 'cumulative', 'scope-unclear'];

/** @param figures all numbers of the record's tables, as `makeFigures` packs them */
export function digestRecord(
  record: ReportRecord,
  head: { issuer: string; year: number },
  links: LinksOfForms,
  templates: readonly Template[],
  figures: Figures,
): YearReport {
  const rows: Record<string, Record<string, Record<string, YearCell>>> = {};
  for (const [table, row] of rowsOfLinks(links)) {
    if (rows[table]?.[row]) continue;
    const cells = record.tables[table]?.[row];
    if (!cells) continue;
    const identities = identitiesOf(record, table, templates);
    const digest = ([column, cell]: [string, Cell]) =>
      [column, digestCell({ table, row, column }, cell, record.checks, identities)] as const;
    rows[table] ??= {};
    rows[table][row] = Object.fromEntries(Object.entries(cells).map(digest));
  }
  const factIds = saidByForms(links.carries).flatMap(({ prose }) => [...prose.facts, ...prose.factsBefore]);
  return {
    recordId: record.id,
    uri: record.source.uri,
    ...head,
    templates: record.tableTemplates,
    rows,
    facts: Object.fromEntries(factIds.flatMap((id) => factOf(id, record.facts))),
    figures,
  };
}

const rowsOfLinks = ({ carries, stocks }: LinksOfForms): [table: string, row: string][] => [
  ...saidByForms(carries).flatMap(({ table, row, rowBefore }): [string, string][] => [
    [table, row],
    [table, rowBefore],
  ]),
  ...saidByForms(stocks).flatMap(({ table, rows }) => rows.map((row): [string, string] => [table, row])),
];

const saidByForms = <Link>(links: readonly LinkOfForms<Link>[]): Link[] =>
  links.flatMap(({ byForm }) => [...byForm.values()]);

/** By check id. */
function identitiesOf(
  record: ReportRecord,
  table: string,
  templates: readonly Template[],
): Map<string, Identity> {
  const template = templates.find(({ id }) => id === record.tableTemplates[table]);
  const spec = template?.tables.find(({ id }) => id === table);
  return new Map((spec?.identities ?? []).map((identity) => [`${table}/${identity.id}`, identity]));
}

function digestCell(
  { table, row, column }: { table: string; row: string; column: string },
  cell: Cell,
  checks: readonly Check[],
  identities: ReadonlyMap<string, Identity>,
): YearCell {
  const path = `tables.${table}.${row}.${column}`;
  const failing: FailingSum[] = [];
  let holding = 0;
  for (const { id, status, left, right } of checks) {
    const identity = identities.get(id);
    if (identity?.relation !== 'equals' || status === 'not-evaluable') continue;
    const isHere = (address: { row: string; column: string }) =>
      address.row === row && address.column === column;
    const isPart = identity.parts.some(isHere);
    if (!isPart && !identity.whole.some(isHere)) continue;
    if (status === 'pass') holding++;
    else failing.push({ id, gap: (right ?? 0) - (left ?? 0), step: isPart ? -1 : 1 });
  }
  return {
    path,
    value: cell.value,
    confidence: cell.confidence,
    isPrinted: cell.at !== null,
    suggested: cell.suggested?.value ?? null,
    rivals: cell.flags.flatMap((flag) => {
      const rival = flag.startsWith('rival:') ? Number(flag.slice('rival:'.length)) : Number.NaN;
      return Number.isFinite(rival) ? [rival] : [];
    }),
    holding,
    failing,
  };
}

/** A fact that the prose gives twice with different numbers says nothing. */
function factOf(id: string, facts: readonly Fact[]): [string, number][] {
  const said = facts.filter((fact) => fact.id === id);
  const sure = said.filter(
    ({ value, confidence, flags }) =>
      value !== null && confidence !== 'suspect' && !flags.some((flag) => INEXACT.includes(flag)),
  );
  const values = new Set(sure.map(({ value }) => value!));
  return said.length === sure.length && values.size === 1 ? [[id, [...values][0]!]] : [];
}
