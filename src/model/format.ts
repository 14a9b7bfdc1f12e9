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

/** One carrier: HTML, DOCX, PDF, text. Lives in `parsers/formats/<id>/`. */
export interface Format {
  id: string;
  /** Looks at the bytes only; null when this is not the format. Formats are asked in the order of `parsers/index.ts`. */
  sniff(source: Source): Result<Sniff> | null;
  /**
   * @param aids without them no picture is recognised, and PAGES_MAX pages are read
   * @throws UnreadableSourceError when the bytes are damaged, encrypted or over the limits.
   */
  read(raw: RawDocument, aids?: ReadingAids): Promise<Result<ParsedDocument>>;
}
