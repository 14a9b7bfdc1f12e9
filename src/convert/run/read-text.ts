import type { Source } from '../../model/source.js';
import type { Failure } from '../failure.js';
import { type ConvertOptions, openConverter } from './open-converter.js';

/**
 * The parsed text of a document: the places in the records of `convert` are offsets in it.
 * `text.slice(at.start, at.end)` is the `raw` of a cell, field or fact.
 * @returns null with the reason, if the bytes are no readable document; rejected as `convert` is
 */
export async function readText(
  source: Source,
  options: ConvertOptions = {},
): Promise<{ text: string | null; failure: Failure | null }> {
  const converter = openConverter({ ...options, want: 'text' });
  try {
    const { text, failure } = await converter.convert({ files: [source] });
    return { text: text ?? null, failure };
  } finally {
    converter.close();
  }
}
