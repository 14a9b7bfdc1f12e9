import type { Issue } from '../model/issue.js';
import type { Knowledge } from '../model/knowledge.js';
import { picturesUnread } from '../model/pictures-unread.js';
import { groupCarriers, mayJoin } from './group-carriers.js';
import { type MergedReading, mergeCarriers } from './merge-carriers.js';
import type { ReportReading } from './reading.js';

/**
 * One reading for each report that the files of a bundle hold. Files whose headers name the same body and year are merged. Others
 * stay apart, each with the issue `carriers-not-merged`, in the order of the files.
 */
export function mergeBundle(
  readings: readonly ReportReading[],
  knowledge: Knowledge,
): (ReportReading | MergedReading)[] {
  const taken = readings.flatMap((reading) =>
    isPicture(reading) ? tablesShown(reading, knowledge) : [reading],
  );
  const isSaid = taken.every(({ linked }) => linked === undefined);
  const { groups, reasons } = groupCarriers(taken, knowledge, isSaid);
  const order = new Map(taken.map((reading, at) => [reading, at]));
  const first = (group: readonly ReportReading[]): number => Math.min(...group.map((one) => order.get(one)!));
  return groups
    .filter(isKept)
    .sort((left, right) => first(left) - first(right))
    .map((group) => {
      const pictures = group.filter(isPicture).length;
      const own = group.map((reading) => (reading.linked ? reading : withoutRead(reading, pictures)));
      const merged = own.length > 1 ? mergeCarriers(own, knowledge) : own[0]!;
      const apart = notMerged(group.flatMap((reading) => reasons.get(reading) ?? []));
      return { ...merged, issues: { ...merged.issues, bundle: apart } };
    });
}

const isPicture = ({ linked }: ReportReading): boolean => linked === 'picture';

/**
 * Most pictures of a page hold no table of the report: a picture without such a table is left out. A form that a report's page shows is the
 * report's, also if the body filled in nothing.
 */
function tablesShown(reading: ReportReading, { formats }: Pick<Knowledge, 'formats'>): ReportReading[] {
  const { kind, raw } = reading;
  const format = formats.find(({ id }) => id === raw.formatId);
  const shown: ReportReading =
    kind.lacks === 'values' ? { ...reading, kind: { ...kind, lacks: 'title' } } : reading;
  return format?.traits.includes('picture') && mayJoin(shown) ? [shown] : [];
}

/** A picture that no other file of the report can be matched with is a document only if it is a report by itself. */
const isKept = ([first, ...others]: readonly ReportReading[]): boolean =>
  others.length > 0 || !isPicture(first!) || first!.kind.kind === 'annual-report';

/** A page some of whose pictures were read as files of their own. @param count how many pictures were read */
function withoutRead(reading: ReportReading, count: number): ReportReading {
  const { issues, parsed } = reading;
  if (count === 0 || !parsed.picturesLeft) return reading;
  const others = issues.source.filter(({ code }) => code !== 'image-content');
  const source = [...others, ...picturesUnread(Math.max(0, parsed.picturesLeft - count))];
  return { ...reading, issues: { ...issues, source } };
}

const notMerged = (reasons: readonly string[]): Issue[] =>
  [...new Set(reasons)].map((reason) => ({
    code: 'carriers-not-merged',
    severity: 'warning',
    message: `not put together with ${reason}`,
    path: 'source',
  }));
