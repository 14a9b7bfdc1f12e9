import type { Confidence, ReportRecord } from '../../src/model/report-record.js';

const GROUPS = ['cells', 'fields', 'facts'] as const;
type Group = (typeof GROUPS)[number];

/** How what records say differs with a rule from what they say without it. */
export interface ClaimCounts {
  /** Said only with the rule. */
  gained: number;
  /** Said only without it. */
  lost: number;
  /** Another value with the rule. */
  changed: number;
  /** In doubt only with the rule. */
  doubted: number;
  /** In doubt only without it. */
  cleared: number;
}

export const noCounts = (): Record<Group, ClaimCounts> => {
  const none = () => ({ gained: 0, lost: 0, changed: 0, doubted: 0, cleared: 0 });
  return { cells: none(), fields: none(), facts: none() };
};

interface Claim {
  group: Group;
  value: unknown;
  isSuspect: boolean;
}

interface Found {
  value: unknown;
  confidence: Confidence;
}

/** A blank cell says something; a missing one nothing. */
const claimOf = (group: Group, { value, confidence }: Found): Claim | null =>
  confidence === 'missing' ? null : { group, value, isSuspect: confidence === 'suspect' };

/** What a record says of the report, by path. */
function* claimsOf(record: ReportRecord): Generator<[string, Claim | null]> {
  const { title, issuer, year, period, publishedOn, division, contact } = record;
  yield ['kind', { group: 'fields', value: record.kind, isSuspect: false }];
  yield ['template', record.template ? { group: 'fields', value: record.template, isSuspect: false } : null];
  const fields = { title, issuer, year, 'period.start': period.start, 'period.end': period.end, publishedOn };
  for (const [name, field] of [...Object.entries(fields), ...Object.entries(contact)])
    yield [name, claimOf('fields', field)];
  if (division)
    yield ['division', claimOf('fields', { value: division.code, confidence: division.confidence })];
  const counts = new Map<string, number>();
  for (const fact of record.facts) {
    const count = counts.get(fact.id) ?? 0;
    counts.set(fact.id, count + 1);
    yield [`facts.${fact.id}.${count}`, claimOf('facts', fact)];
  }
  for (const [table, rows] of Object.entries(record.tables))
    for (const [row, cells] of Object.entries(rows))
      for (const [column, cell] of Object.entries(cells))
        yield [`tables.${table}.${row}.${column}`, claimOf('cells', cell)];
  for (const [index, { cells }] of record.extras.entries())
    for (const [column, cell] of Object.entries(cells))
      yield [`extras.${index}.${column}`, claimOf('cells', cell)];
}

const allClaims = (records: readonly ReportRecord[]): Map<string, Claim> => {
  const claims = new Map<string, Claim>();
  for (const [number, record] of records.entries())
    for (const [path, claim] of claimsOf(record)) if (claim) claims.set(`${number}.${path}`, claim);
  return claims;
};

/** Adds to `counts` how the records of a document differ. */
export function compareClaims(
  withRule: readonly ReportRecord[],
  withoutRule: readonly ReportRecord[],
  counts: Record<Group, ClaimCounts>,
): void {
  const [on, off] = [allClaims(withRule), allClaims(withoutRule)];
  for (const path of new Set([...on.keys(), ...off.keys()])) {
    const [has, had] = [on.get(path), off.get(path)];
    const count = counts[(has ?? had)!.group];
    if (!had) count.gained++;
    else if (!has) count.lost++;
    else if (has.value !== had.value) count.changed++;
    else if (has.isSuspect && !had.isSuspect) count.doubted++;
    else if (!has.isSuspect && had.isSuspect) count.cleared++;
  }
}
