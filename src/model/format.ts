import type { ParsedDocument } from './parsed-document.js';
import type { RawDocument } from './raw-document.js';
import type { ReadingAids } from './reading-aids.js';
import type { Result } from './result.js';
import type { Source } from './source.js';

/** What the bytes of a source show themselves to be. */
interface Sniff {
  mediaType: string;
  charset?: string;
  /** Decoded text, for text formats. */
  text?: string;
}

/** How the machine handles the files of some formats in a way of their own. It asks for the trait, never for the format. */
type FormatTrait =
  /** A browser shows it as a page: a link to it leads to a page, and to no file that hangs on one. */
  | 'page'
  /** In folders and on pages most pictures are ornaments: they are read where they are named, or where a report shows them. */
  | 'picture'
  /** Most of its files are data and no documents. Found on a walk, one without a document in it is passed over. */
  | 'data'
  /** A folder packed as one file. `src/archive` unpacks it, and its documents are read. */
  | 'archive';

/**
 * One carrier: HTML, DOCX, PDF, text. Lives in `parsers/formats/<id>/` and declares itself there: whoever asks about names, media
 * types or bytes of documents asks the list of formats. The declaration is light; the reader is loaded with the first document.
 */
export interface Format {
  id: string;
  /** What it reads, for the documents: docs/formats.md is made from it. */
  about: string;
  /** What it can't read or leaves out, and the code of the issue or failure that reports it; none where nothing shows it. */
  cannotRead: readonly { what: string; code?: string }[];
  /** Endings of its files' names, without the dot, in lower case. Several formats may share one. */
  suffixes: readonly string[];
  /** What `sniff` and servers call its files, in lower case; `*` at the end stands for any rest. */
  mediaTypes: readonly string[];
  /** What `source.format` says in the records of its documents. */
  recordedAs: readonly string[];
  traits: readonly FormatTrait[];
  /** Looks at the bytes only; null when this is not the format. Formats are asked in the order of `parsers/formats/index.ts`. */
  sniff(source: Source): Result<Sniff> | null;
  /**
   * @param aids without them no picture is recognised, and PAGES_MAX pages are read
   * @throws UnreadableSourceError when the bytes are damaged, encrypted or over the limits.
   */
  read(raw: RawDocument, aids?: ReadingAids): Promise<Result<ParsedDocument>>;
}
