import { addFlags } from '../model/codes/add-flags.js';
import { type Issue, issue } from '../model/issue.js';
import type { Fact, Section } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type CarrierNames, carriersDiffer } from './difference-issues.js';
import { isSure } from './rank-carriers.js';
import type { ReportReading } from './reading.js';
import { stampPlaces } from './stamp-carrier.js';

/** The carriers by their text: the one with the most sections first, then the longest. */
export function rankByProse(carriers: readonly ReportReading[]): number[] {
  const sizes = carriers.map(({ sections }) => ({ roles: rolesOf(sections), length: lengthOf(sections) }));
  return carriers
    .map((_, carrier) => carrier)
    .sort(
      (left, right) => sizes[right]!.roles - sizes[left]!.roles || sizes[right]!.length - sizes[left]!.length,
    );
}

const rolesOf = (sections: readonly Section[]): number => new Set(sections.map(({ role }) => role)).size;

const textOf = (sections: readonly Section[]): string =>
  sections.map(({ heading, text, children }) => heading + text + textOf(children)).join('');
const lengthOf = (sections: readonly Section[]): number => textOf(sections).length;

/**
 * The sections of the carrier with the most of them, and behind them those whose role only another one has. Of a section that is
 * worded in two ways the first stays, and an issue says so.
 * @param order of the carriers, see `rankByProse`
 */
export function mergeSections(
  carriers: readonly ReportReading[],
  order: readonly number[],
  names: CarrierNames,
): Result<Section[]> {
  const merged: { section: Section; carrier: number }[] = [];
  const differing = new Map<number, string[]>();
  for (const carrier of order) {
    const own = stampPlaces(carriers[carrier]!.sections, carrier);
    const before = [...merged];
    for (const section of own) {
      const same = before.filter((one) => one.section.role === section.role);
      if (same.length === 0) merged.push({ section, carrier });
      else if (!same.some((one) => isSameText(one.section, section)))
        differing.set(carrier, [...(differing.get(carrier) ?? []), section.role]);
    }
  }
  const issues = [...differing].map(
    ([carrier, roles]): Issue =>
      issue(
        'carriers-differ',
        `the text of ${roles.join(', ')} is another in ${names[carrier]} than in ${names[order[0]!]}`,
        { severity: 'info', path: 'sections', carrier },
      ),
  );
  return { value: merged.map(({ section }) => section), issues };
}

/** One holds the other: a page ends with a date or a link that its file has not. */
function isSameText(left: Section, right: Section): boolean {
  const [a, b] = [fold(textOf([left])), fold(textOf([right]))];
  return a.includes(b) || b.includes(a);
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/**
 * The facts of the prose of all carriers: what several say is kept once, what only one says is added, and two sure numbers for one
 * fact are both kept and both in doubt.
 * @param order of the carriers, see `rankByProse`
 */
export function mergeFacts(
  carriers: readonly ReportReading[],
  order: readonly number[],
  names: CarrierNames,
): Result<Fact[]> {
  const facts: { fact: Fact; carrier: number }[] = [];
  const issues: Issue[] = [];
  for (const carrier of order) {
    const before = facts.length;
    for (const fact of stampPlaces(carriers[carrier]!.prose, carrier)) {
      const same = facts.slice(0, before).filter((one) => one.fact.id === fact.id);
      const equal = same.find((one) => one.fact.value === fact.value);
      if (equal) {
        if (!isSure(equal.fact) && isSure(fact) && same.length === 1) equal.fact = fact;
        continue;
      }
      const against = same.filter((one) => isSure(one.fact) || !isSure(fact));
      if (same.length > 0) issues.push(differ({ fact, carrier }, same, names));
      // A doubtful number beside a sure one is reported, and not kept.
      if (against.length > 0 && !isSure(fact)) continue;
      for (const one of against) one.fact = doubted(one.fact, fact.value);
      facts.push({ fact: against.length > 0 ? doubted(fact, against[0]!.fact.value) : fact, carrier });
    }
  }
  return { value: facts.map(({ fact }) => fact), issues };
}

interface Told {
  fact: Fact;
  carrier: number;
}

function differ(other: Told, same: readonly Told[], names: CarrierNames): Issue {
  const severity = isSure(other.fact) && same.some(({ fact }) => isSure(fact)) ? 'warning' : 'info';
  const said = ({ fact, carrier }: Told) => ({ carrier, value: fact.value });
  const first = said(same[0]!);
  const stands = { carrier: first.carrier, value: first.value ?? same[0]!.fact.raw };
  return carriersDiffer(severity, `facts.${other.fact.id}`, stands, [said(other)], names);
}

const doubted = (fact: Fact, rival: number | null): Fact => ({
  ...fact,
  confidence: 'suspect',
  flags: addFlags(fact.flags, 'carriers-differ', 'rivals', rival !== null && `rival:${rival}`),
});
