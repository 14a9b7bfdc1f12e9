import { isZipArchive } from '../archive/is-zip-archive.js';
import { readZip } from '../archive/read-zip.js';
import { groupCarriers, mayJoin } from '../merge/group-carriers.js';
import { mergeCarriers } from '../merge/merge-carriers.js';
import type { ReportReading } from '../merge/reading.js';
import type { Format } from '../model/format.js';
import type { Issue } from '../model/issue.js';
import type { Knowledge } from '../model/knowledge.js';
import { picturesUnread } from '../model/pictures-unread.js';
import type { ReadingAids } from '../model/reading-aids.js';
import type { ReportRecord } from '../model/report-record.js';
import type { Source } from '../model/source.js';
import { type Conversion, type Failure, failureOf } from './convert.js';
import { isStray } from './convert-members.js';
import { readReports, recordOf } from './pipeline.js';

/** Files of one report: a page, its attachments, a print of it. All are held at once. */
export const CARRIERS_MAX = 16;

/**
 * Converts the files of one report to one record; of a ZIP each document is one of them. What can't be read is a failure beside the
 * record of the others, and files that are not of one report by their own headers stay apart, each with the issue
 * `carriers-not-merged`.
 */
export async function convertTogetherWith(
  sources: readonly CarrierInput[],
  knowledge: Knowledge,
  aids?: ReadingAids,
): Promise<Conversion> {
  const { documents, failures } = await unpack(sources, knowledge.formats);
  if (documents.length > CARRIERS_MAX) {
    const message = `${documents.length} files were given for one report; more than ${CARRIERS_MAX} are not taken`;
    failures.push({ uri: namesOf(sources), code: 'carriers-too-many', message });
    return { records: [], failure: joinFailures(sources, failures) };
  }
  const readings: ReportReading[] = [];
  const linked = new Map<ReportReading, Linked>();
  for (const { claimed, linked: as, ...source } of distinct(documents)) {
    try {
      const read = await readReports(source, knowledge, aids);
      // Most pictures of a page are none of its tables, and nobody said that this one is.
      const taken =
        as === 'picture'
          ? read.map(asShown).filter((reading) => isTablePicture(reading, knowledge.formats))
          : read;
      readings.push(...taken);
      if (as) for (const reading of taken) linked.set(reading, as);
    } catch (error) {
      const failure = failureOf(source.uri, error);
      if (claimed || !isStray(failure)) failures.push(failure);
    }
  }
  return { records: recordsOf(readings, linked, knowledge), failure: joinFailures(sources, failures) };
}

/** `claimed: false` says that it only lay about in a folder: where it is no document, that is no failure. */
export type CarrierInput = Source & { claimed?: boolean; linked?: Linked };
type Document = Source & { claimed: boolean; linked?: Linked | undefined };

/** It was found on the page of a report: a file that hangs on it, or a picture that it shows. Absent for what a user named. */
export type Linked = 'attachment' | 'picture';

async function unpack(sources: readonly CarrierInput[], formats: readonly Format[]) {
  const documents: Document[] = [];
  const failures: Failure[] = [];
  for (const source of sources) {
    if (!isZipArchive(source, formats)) {
      documents.push({ ...source, claimed: source.claimed ?? true });
      continue;
    }
    const { fetchedAt, linked } = source;
    for await (const item of readZip(source, formats)) {
      const { uri } = item;
      if (item.kind === 'trouble') failures.push({ uri, code: item.code, message: item.message });
      if (item.kind !== 'document') continue;
      documents.push({
        uri,
        bytes: item.bytes,
        claimed: item.claimed,
        linked,
        ...(fetchedAt && { fetchedAt }),
      });
    }
  }
  return { documents, failures };
}

/** The same bytes under two names are one witness: that of the first name in the alphabet, whichever was given first. */
function distinct(documents: readonly Document[]): Document[] {
  const byName = [...documents].sort((left, right) =>
    left.uri < right.uri ? -1 : left.uri > right.uri ? 1 : 0,
  );
  const kept = byName.filter(
    ({ bytes }, index) => !byName.slice(0, index).some((other) => Buffer.compare(other.bytes, bytes) === 0),
  );
  return documents.filter((document) => kept.includes(document));
}

function recordsOf(
  readings: readonly ReportReading[],
  linked: ReadonlyMap<ReportReading, Linked>,
  knowledge: Knowledge,
): ReportRecord[] {
  const { groups, reasons } = groupCarriers(readings, knowledge, linked.size === 0);
  const isPicture = (reading: ReportReading): boolean => linked.get(reading) === 'picture';
  // A table of which nobody can say whose it is, in a picture that a page shows, is no document by itself.
  const kept = groups.filter(
    ([first, ...others]) => others.length > 0 || !isPicture(first!) || first!.kind.kind === 'annual-report',
  );
  const inOrder = kept.sort((left, right) => firstOf(left, readings) - firstOf(right, readings));
  return inOrder.map((group) => {
    const pictures = group.filter(isPicture).length;
    const told = group.map((reading) => (linked.has(reading) ? reading : withoutRead(reading, pictures)));
    const record = recordOf(told.length > 1 ? mergeCarriers(told, knowledge) : told[0]!);
    const apart = group.flatMap((reading) => reasons.get(reading) ?? []);
    const notMerged = [...new Set(apart)].map(
      (reason): Issue => ({
        code: 'carriers-not-merged',
        severity: 'warning',
        message: `not put together with ${reason}`,
        path: 'source',
      }),
    );
    return { ...record, issues: [...record.issues, ...notMerged] };
  });
}

/** A form that a report's page shows is the report's, also where the body filled in nothing. */
const asShown = (reading: ReportReading): ReportReading =>
  reading.kind.lacks === 'values' ? { ...reading, kind: { ...reading.kind, lacks: 'title' } } : reading;

const isTablePicture = (reading: ReportReading, formats: readonly Format[]): boolean =>
  formats.some(({ id, traits }) => id === reading.raw.formatId && traits.includes('picture')) &&
  mayJoin(reading);

/** A page some of whose pictures were read as files of their own. @param count of them */
function withoutRead(reading: ReportReading, count: number): ReportReading {
  const { issues, parsed } = reading;
  if (count === 0 || !parsed.picturesLeft) return reading;
  const others = issues.source.filter(({ code }) => code !== 'image-content');
  const source = [...others, ...picturesUnread(Math.max(0, parsed.picturesLeft - count))];
  return { ...reading, issues: { ...issues, source } };
}

const firstOf = (group: readonly ReportReading[], readings: readonly ReportReading[]): number =>
  Math.min(...group.map((reading) => readings.indexOf(reading)));

const namesOf = (inputs: readonly { uri: string }[]): string => inputs.map(({ uri }) => uri).join(', ');

/** Null where there is none; one failure as it is; otherwise one that holds all of them. @param inputs what was to be one report */
export function joinFailures(inputs: readonly { uri: string }[], failures: Failure[]): Failure | null {
  if (failures.length < 2) return failures[0] ?? null;
  const list = failures.map((each) => `${each.uri}: ${each.message} [${each.code}]`).join('; ');
  const message = `of the files of one report, ${failures.length} could not be read: ${list}`;
  return { uri: namesOf(inputs), code: 'carriers-failed', message, members: failures };
}
