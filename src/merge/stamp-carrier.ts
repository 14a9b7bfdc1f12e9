import type { Issue } from '../model/issue.js';

/**
 * A copy whose places (`at`) name their carrier. The first carrier is the record's own and needs no name.
 * @param value plain data of a record
 */
export function stampPlaces<T>(value: T, carrier: number): T {
  if (carrier === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => stampPlaces(each, carrier)) as T;
  const entries = Object.entries(value).map(([name, member]) =>
    name === 'at' && member !== null ? [name, { ...member, carrier }] : [name, stampPlaces(member, carrier)],
  );
  return Object.fromEntries(entries) as T;
}

/** Issues that speak of one carrier, each naming it. */
export const stampIssues = (issues: readonly Issue[], carrier: number): Issue[] =>
  issues.map((issue) => ({ ...stampPlaces(issue, carrier), carrier }));
