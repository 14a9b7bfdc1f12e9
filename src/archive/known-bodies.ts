import type { IndexLine } from './archive-index.js';

/** Where an answer is kept. */
export interface ArchivePlace {
  /** A name within the archive's folder. */
  file: string;
  /** Of the record's gzip member. */
  offset: number;
}

interface Kept extends ArchivePlace {
  uri: string;
  date: string;
  digest: string;
}

/** Which bodies the archive holds, and which of them an address gave last. Some hundred bytes a body. */
export class KnownBodies {
  readonly #byDigest = new Map<string, Kept>();
  readonly #byUri = new Map<string, Kept>();

  add(file: string, { offset, uri, date, status, digest, isWhole }: IndexLine): void {
    if (digest === '') return;
    if (isWhole && !this.#byDigest.has(digest))
      this.#byDigest.set(digest, { file, offset, uri, date, digest });
    const kept = this.#byDigest.get(digest);
    if (kept && status >= 200 && status <= 299) this.#byUri.set(uri, { ...kept, uri, date });
  }

  ofDigest(digest: string): Kept | null {
    return this.#byDigest.get(digest) ?? null;
  }

  /** What the address gave last, under its own address and date. */
  ofUri(uri: string): Kept | null {
    return this.#byUri.get(uri) ?? null;
  }

  get size(): number {
    return this.#byDigest.size;
  }
}
