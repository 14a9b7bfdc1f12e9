import { z } from 'zod';
import type { WarcRecord } from './read-record.js';

const fileSchema = z.object({
  role: z.enum(['page', 'attachment', 'picture']),
  uri: z.string(),
  fetchedAt: z.string(),
  /** Of the body as sent, as the record of its answer has it. */
  digest: z.string(),
});
const noteSchema = z.object({ files: z.array(fileSchema).min(2).max(100) });

/** One of the bodies that were put together. */
export type PartsFile = z.infer<typeof fileSchema>;

/** Which of the archive's bodies are one report's: its page first, then the files and pictures that hang on it. */
export interface PartsNote {
  files: PartsFile[];
}

/** A type of our own, so that no other program's metadata is taken for it. */
export const PARTS_TYPE = 'application/x-nianbao-parts+json';
/** Some hundred bytes a file. */
export const PARTS_BYTES_MAX = 256 * 1024;

/** Null for every other record. */
export function readPartsNote({ headers, block, blockLength }: WarcRecord): PartsNote | null {
  if (headers.get('warc-type') !== 'metadata' || headers.get('content-type') !== PARTS_TYPE) return null;
  if (block.length < blockLength) return null;
  try {
    return noteSchema.safeParse(JSON.parse(block.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Equal for notes of the same bodies at the same addresses, whenever they came. */
export const keyOfParts = ({ files }: PartsNote): string =>
  JSON.stringify(files.map(({ role, uri, digest }) => [role, uri, digest]));
