import type { SeverityOf } from '../model/codes/issue-codes.js';
import { type Issue, issue } from '../model/issue.js';

/** Where carriers are named in words: what the user called them. */
export type CarrierNames = readonly string[];

/** `carriers-differ`: what is printed in one carrier and what in another, both by name. */
export function carriersDiffer(
  severity: SeverityOf<'carriers-differ'>,
  path: string,
  stands: { carrier: number; value: number | string | null },
  others: readonly { carrier: number; value: number | string | null }[],
  names: CarrierNames,
): Issue {
  const say = ({ carrier, value }: { carrier: number; value: number | string | null }): string =>
    `${value === null ? 'blank' : value} in ${names[carrier]}`;
  const message = `${path} is ${say(stands)}, and ${others.map(say).join(', ')}`;
  return issue('carriers-differ', message, { severity, path });
}

/** Issues of one kind about single cells that are listed before the rest is counted. */
const LISTED_MAX = 20;

/** The first of many differences of a table, and how many more there are. */
export function boundIssues(issues: readonly Issue[], path: string): Issue[] {
  const rest = issues.slice(LISTED_MAX);
  if (rest.length === 0) return [...issues];
  const severity = rest.some((each) => each.severity === 'warning') ? 'warning' : 'info';
  const message = `${path}: the carriers differ in ${rest.length} more cells; those in doubt have the flag carriers-differ`;
  return [...issues.slice(0, LISTED_MAX), issue('carriers-differ', message, { severity, path })];
}
