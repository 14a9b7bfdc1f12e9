import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lock, lockFile } from '../lock/lock-file.js';
import type { Exchange } from '../model/fetch.js';
import { appendIndex, type IndexLine } from './archive-index.js';
import { openFile } from './byte-source.js';
import { decodeBody } from './decode-body.js';
import { parseAnswer } from './http-message.js';
import { type ArchivePlace, KnownBodies } from './known-bodies.js';
import { digestOf } from './originals.js';
import type { PartsFile } from './parts-note.js';
import { questionKey } from './question-key.js';
import type { WarcRecord } from './read-record.js';
import { BODY_BYTES_MAX } from './read-warc.js';
import { recoverFile } from './recover-file.js';
import { readRecordAt } from './scan-records.js';
import { WarcError } from './warc-error.js';
import {
  answerRecord,
  partsRecord,
  payloadDigest,
  type Revisit,
  requestRecord,
  warcinfo,
  withoutSecrets,
} from './write-record.js';

interface ArchiveOptions {
  /** A file that has reached it is followed by a new one; files are a little larger for that. */
  fileBytesMax?: number;
  /** ISO 8601, for the records that name the writer of a file. */
  now?: () => string;
}

/** What was kept, and where its body is: elsewhere for a revisit. */
interface Appended extends ArchivePlace {
  bodyAt: ArchivePlace;
  isRevisit: boolean;
}

/** An exchange, or what is said of earlier ones: a record as it is written. */
type Piece = Exchange | Buffer;

interface Waiting {
  piece: Piece;
  resolve: (place: Appended) => void;
  reject: (error: unknown) => void;
}

interface OpenFile {
  number: number;
  handle: FileHandle;
  size: number;
  /** It holds no exchange yet. */
  isNew: boolean;
}

/** Exchanges that are written and brought to disk together. */
const BATCH_MAX = 32;
const FILE_NAME = /^nianbao-(\d{6,9})\.warc\.gz$/u;
const nameOf = (number: number): string => `nianbao-${String(number).padStart(6, '0')}.warc.gz`;

/**
 * A folder of WARC 1.1 files, `nianbao-000001.warc.gz` and so on, with an index beside each that can be made anew from it.
 * An exchange counts as kept when `append` has resolved: then it is on the disk. What a crash tore off before that is cut off when
 * the folder is opened again. One process writes at a time.
 */
export class Archive {
  readonly #folder: string;
  readonly #lock: Lock;
  readonly #known = new KnownBodies();
  readonly #fileBytesMax: number;
  readonly #now: () => string;
  readonly #queue: Waiting[] = [];
  #pumping: Promise<void> | null = null;
  #file: OpenFile | null = null;
  #isClosed = false;

  private constructor(folder: string, lock: Lock, options: ArchiveOptions) {
    this.#folder = folder;
    this.#lock = lock;
    this.#fileBytesMax = options.fileBytesMax ?? 1e9;
    this.#now = options.now ?? (() => new Date().toISOString());
  }

  /** @throws LockedError where another process writes there, and the errors of the file system */
  static async open(folder: string, options: ArchiveOptions = {}): Promise<Archive> {
    await mkdir(folder, { recursive: true });
    const archive = new Archive(folder, lockFile(join(folder, 'lock')), options);
    try {
      await archive.#recover();
    } catch (error) {
      archive.#lock.release();
      throw error;
    }
    return archive;
  }

  /** Keeps an exchange. @throws the errors of the file system; then nothing of it is kept, and others can still be */
  append(exchange: Exchange): Promise<Appended> {
    return this.#enqueue(exchange);
  }

  /**
   * Says that kept bodies make up one report, its page first: whoever reads the archive puts them together.
   * @throws WarcError where one of them is not kept, and the errors of the file system
   */
  async appendParts(files: readonly (Omit<PartsFile, 'digest'> & { at: ArchivePlace })[]): Promise<void> {
    const named: PartsFile[] = [];
    for (const { at, role, uri, fetchedAt } of files) {
      const digest = digestOf((await this.#recordAt(at, 0)).headers);
      if (digest === undefined)
        throw new WarcError('warc-damaged', `${at.file} has no digest at ${at.offset}`);
      named.push({ role, uri: withoutSecrets(uri), fetchedAt, digest });
    }
    await this.#enqueue(partsRecord({ files: named }, newId(), this.#now()));
  }

  #enqueue(piece: Piece): Promise<Appended> {
    if (this.#isClosed) return Promise.reject(new Error('the archive is closed'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ piece, resolve, reject });
      this.#pumping ??= this.#pump();
    });
  }

  /** The body of a kept answer, decoded. @throws WarcError where it can't be read, and the errors of the file system */
  async readBody(at: ArchivePlace): Promise<Buffer> {
    const { headers, block } = await this.#recordAt(at, BODY_BYTES_MAX);
    if (headers.get('warc-type') === 'revisit')
      throw new WarcError('warc-revisit-unresolved', 'the record is a revisit: its body is kept elsewhere');
    const answer = parseAnswer(block);
    return decodeBody(answer.body, answer.headers, BODY_BYTES_MAX);
  }

  async #recordAt({ file, offset }: ArchivePlace, keepBytes: number): Promise<WarcRecord> {
    if (!FILE_NAME.test(file)) throw new WarcError('warc-damaged', `the archive has no file ${file}`);
    const source = await openFile(join(this.#folder, file));
    try {
      return await readRecordAt(source, { offset, index: 0 }, keepBytes);
    } finally {
      await source.close();
    }
  }

  /** Bodies that are kept, each once. */
  get bodies(): number {
    return this.#known.size;
  }

  /** Finishes what was begun and lets others write. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#pumping;
    await this.#file?.handle.close();
    this.#lock.release();
  }

  async #recover(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => FILE_NAME.test(name)).sort();
    for (const name of names) {
      const path = join(this.#folder, name);
      const handle = await open(path, 'r+');
      const { lines, newLines, end, isDamaged } = await recoverFile(handle, indexPath(path));
      if (newLines.length > 0) await appendIndex(indexPath(path), newLines);
      for (const line of lines) this.#known.add(name, line);
      const isLast = name === names.at(-1);
      if (isLast && !isDamaged && end < this.#fileBytesMax) {
        await handle.truncate(end);
        await handle.sync();
        this.#file = { number: numberOf(name), handle, size: end, isNew: false };
        if (end === 0) await this.#begin(this.#file);
      } else {
        await handle.close();
        if (isLast) await this.#startFile(numberOf(name) + 1);
      }
    }
    if (names.length === 0) await this.#startFile(1);
  }

  async #startFile(number: number): Promise<void> {
    const handle = await open(join(this.#folder, nameOf(number)), 'wx+');
    this.#file = { number, handle, size: 0, isNew: true };
    await this.#begin(this.#file);
    // The name of a new file reaches the disk with its folder.
    const folder = await open(this.#folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  async #begin(file: OpenFile): Promise<void> {
    const info = warcinfo(nameOf(file.number), newId(), this.#now());
    await writeFully(file.handle, info, 0);
    file.size = info.length;
    file.isNew = true;
  }

  async #pump(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, BATCH_MAX);
      try {
        if (this.#file!.size >= this.#fileBytesMax && !this.#file!.isNew) {
          await this.#file!.handle.close();
          await this.#startFile(this.#file!.number + 1);
        }
        const places = await this.#write(batch.map(({ piece }) => piece));
        batch.forEach(({ resolve }, index) => {
          resolve(places[index]!);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#pumping = null;
  }

  /** Writes what is waiting, one after the other, and brings it to the disk: all of it, or nothing. */
  async #write(batch: Piece[]): Promise<Appended[]> {
    const { number, handle, size } = this.#file!;
    const name = nameOf(number);
    const pieces: Buffer[] = [];
    const lines: IndexLine[] = [];
    const places: Appended[] = [];
    // What the batch itself keeps counts for its later exchanges, and for nothing before it is on the disk.
    const fresh = new KnownBodies();
    let end = size;
    for (const piece of batch) {
      const here = { file: name, offset: end };
      if (Buffer.isBuffer(piece)) {
        places.push({ ...here, isRevisit: false, bodyAt: here });
        pieces.push(piece);
        end += piece.length;
        continue;
      }
      const exchange = piece;
      const digest = payloadDigest(exchange.body);
      const revisit = this.#revisitOf(exchange, digest, fresh);
      const ids = { answer: newId(), request: newId() };
      const written = [answerRecord(exchange, ids, digest, revisit), requestRecord(exchange, ids)];
      const line: IndexLine = {
        offset: end,
        end: end + written[0]!.length + written[1]!.length,
        uri: questionKey(withoutSecrets(exchange.url), exchange.requestBody),
        date: exchange.startedAt,
        status: exchange.status,
        digest: revisit?.of.digest ?? digest,
        isWhole: revisit === null && !exchange.isBodyCut,
      };
      fresh.add(name, line);
      lines.push(line);
      pieces.push(...written);
      places.push({ ...here, isRevisit: revisit !== null, bodyAt: revisit ? revisit.of.at : here });
      end = line.end;
    }
    try {
      await writeFully(handle, Buffer.concat(pieces), size);
      await handle.datasync();
    } catch (error) {
      await handle.truncate(size);
      throw error;
    }
    this.#file!.size = end;
    this.#file!.isNew = false;
    if (lines.length > 0) await appendIndex(indexPath(join(this.#folder, name)), lines);
    for (const line of lines) this.#known.add(name, line);
    return places;
  }

  #revisitOf(exchange: Exchange, digest: string, fresh: KnownBodies) {
    const { url, status, body, requestBody, isBodyCut } = exchange;
    const make = (profile: Revisit['profile'], uri: string, date: string, at: ArchivePlace, of: string) => ({
      profile,
      of: { uri, date, digest: of, at: { file: at.file, offset: at.offset } },
    });
    if (status === 304) {
      const uri = questionKey(withoutSecrets(url), requestBody);
      const kept = fresh.ofUri(uri) ?? this.#known.ofUri(uri);
      return kept ? make('server-not-modified', kept.uri, kept.date, kept, kept.digest) : null;
    }
    if (body.length === 0 || isBodyCut) return null;
    const kept = this.#known.ofDigest(digest) ?? fresh.ofDigest(digest);
    return kept ? make('identical-payload-digest', kept.uri, kept.date, kept, digest) : null;
  }
}

const newId = (): string => `<urn:uuid:${randomUUID()}>`;
const indexPath = (path: string): string => path.replace(/\.warc\.gz$/u, '.index.jsonl');
const numberOf = (name: string): number => Number(FILE_NAME.exec(name)![1]);

async function writeFully(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
