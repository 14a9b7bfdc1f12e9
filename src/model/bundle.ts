import type { Source } from './source.js';

/** How a file was found on the page of a report: a file that hangs on the page, or a picture that the page shows. */
export type Linked = 'attachment' | 'picture';

/** One file of a bundle. It is plain data, so that it can be sent to another process. */
export interface BundleFile extends Omit<Source, 'bytes'> {
  /** What the file holds. If absent, it is read from `path`. */
  bytes?: Uint8Array;
  /** Where the file lies, as bytes if its name may be in another encoding than UTF-8. Null is standard input. */
  path?: string | Uint8Array | null;
  /** False for a file that only lay about in a folder or an archive: if it is no document, that is no failure. True by default. */
  claimed?: boolean;
  /** Absent for the page itself, and for what a user named. */
  linked?: Linked;
  /** The place in an archive, if the address does not say it. Failures name it. */
  where?: string;
}

/** Files that may belong to one report, its page first. A file by itself is a bundle of one. */
export interface Bundle {
  files: readonly BundleFile[];
  /** True if one file may stand for several, as a ZIP does. By default several files are together and one is alone. */
  together?: boolean;
}

export const isTogether = ({ files, together }: Bundle): boolean => together ?? files.length > 1;
