import { type Bundle, type BundleFile, isTogether } from '../../model/bundle.js';
import type { ReportRecord } from '../../model/report-record.js';
import { type Failure, joinFailures, membersOf, namesOf } from '../failure.js';
import { type HeldFile, readSources } from '../read-sources.js';
import { isBundle } from './entry.js';
import type { Outcome, ReadBundle } from './read-job.js';
import { sharedKnowledge } from './shared-knowledge.js';
import { unpackZip } from './unpack-zip.js';

/** Files of one report: a page, its attachments, a print of it. All are held at once. */
export const CARRIERS_MAX = 16;

/** Said of the process, not of the files. */
const FATAL = ['crashed', 'timeout'];
const isFatal = ({ failure }: Outcome): boolean => failure !== null && FATAL.includes(failure.code);

/**
 * Converts a bundle, wherever `read` reads it. Standard input is read here, since it belongs to this process. Of files together a
 * ZIP is opened. If the process does not outlive them, each is read by itself to find the one that it dies of, and the others are
 * put together without it.
 */
export async function runBundle(bundle: Bundle, read: ReadBundle): Promise<Outcome> {
  if (!isTogether(bundle)) return readAlone(bundle.files[0]!, read);
  const { sources, failures } = await readSources(bundle.files);
  const conclude = ({ failure, ...outcome }: Outcome): Outcome => ({
    ...outcome,
    failure: joinFailures(bundle.files, [...failures, ...membersOf(failure)]),
  });
  const files = await openZips(sources, failures);
  if (files.length > CARRIERS_MAX) {
    // Nobody said that they are one report, and a ZIP may hold those of all offices.
    if (sources.some(({ linked }) => linked)) return readApart(sources, read);
    const message = `${files.length} files were given for one report; more than ${CARRIERS_MAX} are not taken`;
    return conclude(failed({ uri: namesOf(bundle.files), code: 'carriers-too-many', message }));
  }
  const outcome = await read({ files, together: true });
  if (!isFatal(outcome) || files.length < 2) return conclude(outcome);
  const living: BundleFile[] = [];
  for (const file of files) {
    const alone = await read({ files: [file] });
    if (isFatal(alone)) failures.push(alone.failure!);
    else living.push(file);
  }
  // Together they take more than each by itself: then the failure is of them all.
  return conclude(living.length === files.length ? outcome : await read({ files: living, together: true }));
}

const failed = (failure: Failure): Outcome => ({ records: [], failure });

/** A failure names the place in an archive. */
async function readAlone(file: BundleFile, read: ReadBundle): Promise<Outcome> {
  const isInput = !file.bytes && (file.path ?? null) === null;
  const { sources, failures } = isInput ? await readSources([file]) : { sources: [file], failures: [] };
  if (failures[0]) return failed(failures[0]);
  const outcome = await read({ files: sources });
  const { failure } = outcome;
  if (!failure || file.where === undefined) return outcome;
  return { ...outcome, failure: { ...failure, message: `${failure.message} (${file.where})` } };
}

/** Each document of a ZIP is a file of the report. @param failures takes what can't be unpacked */
async function openZips(sources: readonly HeldFile[], failures: Failure[]): Promise<BundleFile[]> {
  const files: BundleFile[] = [];
  for (const source of sources)
    for await (const entry of unpackZip(source, sharedKnowledge().formats))
      if (isBundle(entry)) files.push(...entry.files);
      else if (entry.kind === 'failure') failures.push(entry.failure);
  return files;
}

/** Each by itself. A picture is no document then. */
async function readApart(files: readonly BundleFile[], read: ReadBundle): Promise<Outcome> {
  const records: ReportRecord[] = [];
  const failures: Failure[] = [];
  for (const { linked, ...file } of files) {
    if (linked === 'picture') continue;
    const alone = await read({ files: [file] });
    records.push(...alone.records);
    failures.push(...membersOf(alone.failure));
  }
  return { records, failure: joinFailures(files, failures) };
}
