import type { Failure } from '../convert.js';
import type { Linked } from '../convert-together.js';

/** Something to convert. */
export interface InputEntry {
  kind: 'input';
  /** As the user named it, with what a walk found below it. */
  uri: string;
  /** Null is standard input. Bytes where it was found in a folder: names need not be UTF-8. */
  path: string | Buffer | null;
  /**
   * Was it named, or does its suffix say that it is a document? Then not being able to read it is a failure.
   * Otherwise it was only lying about in a folder, and is skipped.
   */
  claimed: boolean;
  /** Bytes that are there already, out of an archive or of standard input. */
  held?: HeldBytes;
  /** Further files of the same report. */
  others?: InputEntry[];
  /** What it is to the page of the report; absent for the page itself, and for what a user named. */
  linked?: Linked;
}

export interface HeldBytes {
  bytes: Uint8Array;
  /** When it was fetched, ISO 8601, and where in which archive it stands, if its address does not say so. */
  archived?: { fetchedAt: string | null; where: string | null };
}

/** A web archive (WARC) or a ZIP, of which each document is converted. */
export interface ArchiveEntry {
  kind: 'archive';
  packing: 'warc' | 'zip';
  uri: string;
  path: string | Buffer;
  /** As of an input: otherwise a ZIP without documents is skipped. */
  claimed: boolean;
}

interface SkippedEntry {
  kind: 'skipped';
  uri: string;
  reason: string;
}

interface FailureEntry {
  kind: 'failure';
  failure: Failure;
}

/** What the arguments of `convert` come to, in order. */
export type Entry = InputEntry | SkippedEntry | FailureEntry | ArchiveEntry;
