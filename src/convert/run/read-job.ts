import type { Bundle } from '../../model/bundle.js';
import type { OcrMode } from '../../model/reading-aids.js';
import { openAids } from '../../ocr/open-aids.js';
import type { Conversion } from '../conversion.js';
import { failureOf } from '../failure.js';
import { convertBundle, readReports } from '../pipeline.js';
import { readSources } from '../read-sources.js';
import { sharedKnowledge } from './shared-knowledge.js';

/** How far the readers may go, and what is wanted of them. */
export interface ReadingOptions {
  ocr?: OcrMode;
  pagesMax?: number;
  /** records by default, or only the parsed text that spans refer to. */
  want?: 'records' | 'text';
}

/** A bundle to read; plain data, so that it can be sent to another process. */
export interface Job extends Bundle {
  reading: ReadingOptions;
}

/** `text`: if only that was wanted. */
export interface Outcome extends Conversion {
  text?: string;
}

/** Reads a bundle, here or in another process. Never throws on content. */
export type ReadBundle = (bundle: Bundle) => Promise<Outcome>;

/** Reads a bundle in this process. */
export function readJob({ reading, ...bundle }: Job): Promise<Outcome> {
  if (reading.want === 'text') return readText(bundle, reading);
  return convertBundle(bundle, sharedKnowledge(), openAids(reading));
}

async function readText({ files }: Bundle, reading: ReadingOptions): Promise<Outcome> {
  const { sources, failures } = await readSources(files);
  const [source] = sources;
  if (!source) return { records: [], failure: failures[0] ?? null };
  try {
    // A document may be read twice: the places of its records are in this text.
    const [report] = await readReports(source, sharedKnowledge(), openAids(reading));
    return { records: [], failure: null, text: report?.parsed.text ?? '' };
  } catch (error) {
    return { records: [], failure: failureOf(source.uri, error) };
  }
}
