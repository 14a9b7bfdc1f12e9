import type { ByteSource } from './byte-source.js';
import { decodeBody } from './decode-body.js';
import { type HttpAnswer, parseAnswer, parseContentType } from './http-message.js';
import { digestOf, type Originals } from './originals.js';
import { type PartsNote, readPartsNote } from './parts-note.js';
import type { WarcRecord } from './read-record.js';
import { type RecordPlace, scanRecords } from './scan-records.js';
import { WarcError, type WarcTrouble } from './warc-error.js';

/** Of a record and of an unpacked body: no report comes near it. */
export const BODY_BYTES_MAX = 64 * 1024 * 1024;

/** What was once fetched from an address. */
export interface ArchivedDocument {
  kind: 'document';
  uri: string;
  /** The record's date, ISO 8601. */
  date: string;
  /** As the server said. */
  mediaType: string | null;
  /** Decoded. */
  body: Buffer;
  /** Of the body as sent, as the archive names it. */
  digest: string | undefined;
  place: RecordPlace;
}

export type ArchiveItem =
  | ArchivedDocument
  /** Bodies that come before it in the archives, and are of one report. */
  | { kind: 'parts'; note: PartsNote; place: RecordPlace }
  | { kind: 'passed-over'; uri: string; reason: string; place: RecordPlace }
  | { kind: 'trouble'; uri: string | null; code: WarcTrouble; message: string; place: RecordPlace };

interface ArchiveReadingOptions {
  /** Which documents are of use, by what the server said of them. */
  isWanted: (mediaType: string | null, uri: string) => boolean;
  /** Remembers what revisits refer to, over all archives of a run. */
  originals: Originals;
}

/**
 * The documents of an archive in its order: bodies of successful answers, resources, and revisits of what was met before.
 * What can't be read is named, what is of no use is passed over with the reason; both with their place. One record is in memory at
 * a time.
 * @param reopen opens the same archive again, for the originals of revisits
 * @throws the errors of the file system
 */
export async function* readWarc(
  source: ByteSource,
  reopen: () => Promise<ByteSource>,
  { isWanted, originals }: ArchiveReadingOptions,
): AsyncGenerator<ArchiveItem> {
  for await (const scanned of scanRecords(source, BODY_BYTES_MAX)) {
    const { place } = scanned;
    if ('trouble' in scanned) {
      yield {
        kind: 'trouble',
        uri: null,
        place,
        code: scanned.trouble.code,
        message: scanned.trouble.message,
      };
      continue;
    }
    const { record } = scanned;
    const uri = targetOf(record);
    try {
      const item = await itemOf(record, { uri, place, isWanted, originals, reopen });
      if (item) yield item;
    } catch (error) {
      if (!(error instanceof WarcError)) throw error;
      yield { kind: 'trouble', uri, place, code: error.code, message: error.message };
    }
  }
}

interface Context extends ArchiveReadingOptions {
  uri: string;
  place: RecordPlace;
  reopen: () => Promise<ByteSource>;
}

/** Null for records that hold no document: requests, warcinfo, metadata of others. */
async function itemOf(record: WarcRecord, context: Context): Promise<ArchiveItem | null> {
  const { uri, place, reopen, originals } = context;
  const type = record.headers.get('warc-type')?.toLowerCase();
  const isHttp = /^https?:/iu.test(uri);
  const note = readPartsNote(record);
  if (note) return { kind: 'parts', note, place };
  if (type === 'resource') return isHttp ? resource(record, context) : null;
  if (type !== 'response' && type !== 'revisit') return null;
  // Answers of DNS are kept as responses by some crawlers.
  if (!isHttp) return null;
  if (type === 'revisit') return revisit(record, context);
  const answer = parseAnswer(record.block);
  const digest = digestOf(record.headers);
  originals.add({ uri, date: dateOf(record), reopen, place, digest, isSuccess: isSuccess(answer) });
  return document(record, answer, context);
}

function document(record: WarcRecord, answer: HttpAnswer, context: Context): ArchiveItem {
  const { uri, place } = context;
  const reason = uselessBecause(answer, context);
  if (reason !== null) return { kind: 'passed-over', uri, place, reason };
  if (record.block.length < record.blockLength)
    throw new WarcError('warc-too-large', `the record is larger than ${BODY_BYTES_MAX / 1024 / 1024} MB`);
  if (record.headers.has('warc-truncated') || answer.status === 206)
    throw new WarcError('warc-truncated', 'only a part of the body was archived');
  const body = decodeBody(answer.body, answer.headers, BODY_BYTES_MAX);
  return {
    kind: 'document',
    uri,
    date: dateOf(record),
    mediaType: mediaTypeOf(answer),
    body,
    digest: digestOf(record.headers),
    place,
  };
}

/** Why an answer holds no document, by what its head says; null if it may hold one. */
function uselessBecause(answer: HttpAnswer, { uri, isWanted }: Context): string | null {
  if (!isSuccess(answer)) return `an answer with status ${answer.status}`;
  const mediaType = mediaTypeOf(answer);
  return isWanted(mediaType, uri) ? null : `no document: ${mediaType}`;
}

const mediaTypeOf = ({ headers }: HttpAnswer): string | null => parseContentType(headers.get('content-type'));

const isSuccess = ({ status }: HttpAnswer): boolean => status >= 200 && status <= 299;

/** The bytes themselves, without HTTP around them. */
function resource(record: WarcRecord, context: Context): ArchiveItem {
  const type = record.headers.get('content-type');
  const headers = new Map(type === undefined ? [] : [['content-type', type]]);
  return document(record, { status: 200, headers, body: record.block }, context);
}

/** The same body as before: handed out under a new address, passed over under the one that gave it last. */
async function revisit(record: WarcRecord, context: Context): Promise<ArchiveItem> {
  const { uri, place, originals } = context;
  const passOver = (day: string | undefined): ArchiveItem => ({
    kind: 'passed-over',
    uri,
    place,
    reason: `the same as on ${day || 'an earlier day'}`,
  });
  if (/\/server-not-modified$/u.test(record.headers.get('warc-profile') ?? ''))
    return passOver(record.headers.get('warc-refers-to-date'));
  const own = record.blockLength > 0 ? parseAnswer(record.block) : null;
  const uselessness = own && own.status !== 304 ? uselessBecause(own, context) : null;
  if (uselessness !== null) return { kind: 'passed-over', uri, place, reason: uselessness };
  const original = originals.find(record, uri);
  if (!original)
    throw new WarcError(
      'warc-revisit-unresolved',
      'it refers to an earlier record, which these archives do not hold',
    );
  const last = originals.last(uri);
  const isSame = last?.digest === original.digest && (original.digest !== undefined || original.uri === uri);
  if (last?.isSuccess && isSame) return passOver(last.date);
  originals.add({ ...original, uri, date: dateOf(record) });
  const found = await originals.read(original, BODY_BYTES_MAX);
  const answer = parseAnswer(found.block);
  // The body and how it is packed are the original's, the status is that of this day.
  const status = own && own.status !== 304 ? own.status : answer.status;
  const item = document(found, { ...answer, status }, context);
  return item.kind === 'document' ? { ...item, date: dateOf(record) } : item;
}

export const dateOf = ({ headers }: WarcRecord): string => headers.get('warc-date') ?? '';

/** Some writers put it in angle brackets. */
export const targetOf = ({ headers }: WarcRecord): string =>
  (headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/u, '$1');
