import type { Source } from './source.js';

/** A source whose type has been sniffed and, for text formats, whose characters have been decoded. */
export interface RawDocument {
  source: Source;
  sha256: string;
  /** Sniffed from the bytes. */
  mediaType: string;
  /** Id of the format that reads it: html, docx, pdf, text. */
  formatId: string;
  /** Text formats only. */
  charset?: string;
  /** Text formats only: the decoded source without its byte order mark. `sourceStart`/`sourceEnd` index this. */
  text?: string;
}
