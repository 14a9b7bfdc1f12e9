import type { ByteSource } from './byte-source.js';
import type { WarcRecord } from './read-record.js';
import { type RecordPlace, readRecordAt } from './scan-records.js';

/** A record that a revisit may refer to. */
interface Original {
  uri: string;
  date: string;
  /** Opens its archive again. */
  reopen: () => Promise<ByteSource>;
  place: RecordPlace;
  /** Of the body, as the archive names it. */
  digest: string | undefined;
  /** An answer with a status of success. */
  isSuccess: boolean;
}

/** Remembers where bodies were first met; keeps some hundred bytes of each, not the bodies. */
export class Originals {
  readonly #byDigest = new Map<string, Original>();
  readonly #byUri = new Map<string, Original>();

  add(original: Original): void {
    const { digest, uri } = original;
    if (digest !== undefined && !this.#byDigest.has(digest)) this.#byDigest.set(digest, original);
    this.#byUri.set(uri, original);
  }

  /** What a revisit record refers to: by the digest that it names, else by address and date. */
  find({ headers }: WarcRecord, uri: string): Original | null {
    const byDigest = this.#byDigest.get(digestOf(headers) ?? '');
    if (byDigest) return byDigest;
    const last = this.#byUri.get(headers.get('warc-refers-to-target-uri') ?? uri);
    return last && headers.get('warc-refers-to-date') === last.date ? last : null;
  }

  /** Where a body of this digest was first met. */
  ofDigest(digest: string): Original | null {
    return this.#byDigest.get(digest) ?? null;
  }

  /** What an address gave last. */
  last(uri: string): Original | null {
    return this.#byUri.get(uri) ?? null;
  }

  /** @throws WarcError where the archive has changed meanwhile, and the errors of the file system */
  async read({ reopen, place }: Original, keepBytes: number): Promise<WarcRecord> {
    const source = await reopen();
    try {
      return await readRecordAt(source, place, keepBytes);
    } finally {
      await source.close();
    }
  }
}

export const digestOf = (headers: ReadonlyMap<string, string>): string | undefined =>
  headers.get('warc-payload-digest');
