import type { Bundle, BundleFile } from '../../model/bundle.js';
import type { Failure } from '../failure.js';

/** Files to convert. */
export interface BundleEntry extends Bundle {
  kind: 'bundle';
}

/** A web archive (WARC) or a ZIP, whose documents are not taken out yet. */
export interface ArchiveEntry {
  kind: 'archive';
  packing: 'warc' | 'zip';
  uri: string;
  path: string | Uint8Array;
  /** As of a file: a ZIP without documents that only lay about is skipped. */
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

/** Comes behind all results of one file, one archive or standard input. */
interface DoneEntry {
  kind: 'done';
}

/** What the words of a user come to, in their order; and then, with the archives opened. */
export type Listed = BundleEntry | ArchiveEntry | SkippedEntry | FailureEntry;
export type Entry = BundleEntry | SkippedEntry | FailureEntry | DoneEntry;

export const bundleOf = (file: BundleFile): BundleEntry => ({ kind: 'bundle', files: [file] });

export const isBundle = (entry: { kind: string }): entry is BundleEntry => entry.kind === 'bundle';
