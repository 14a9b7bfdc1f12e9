import type { ByteSource } from '../../archive/byte-source.js';
import { bodyKey, findParts } from '../../archive/find-parts.js';
import type { Originals } from '../../archive/originals.js';
import { keyOfParts, type PartsFile, type PartsNote } from '../../archive/parts-note.js';
import { readOriginal } from '../../archive/read-original.js';
import type { ArchivedDocument } from '../../archive/read-warc.js';
import { WarcError } from '../../archive/warc-error.js';
import type { Entry, InputEntry } from './entry.js';

/** Bodies of web archives that are one report's: they are handed out together, where the archive says so, and not by themselves. */
export class ArchivedParts {
  readonly #bodies = new Set<string>();
  readonly #told = new Set<string>();

  /** Looks through an archive for what it says; one that can't be read says nothing here. */
  async look(open: () => Promise<ByteSource>): Promise<void> {
    let source: ByteSource | null = null;
    try {
      source = await open();
      for (const body of await findParts(source)) this.#bodies.add(body);
    } catch (error) {
      // Whoever reads its documents meets the same, and tells it.
      if (!(error instanceof WarcError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    } finally {
      await source?.close();
    }
  }

  /** Does it belong to a report with others? */
  has(document: Pick<ArchivedDocument, 'uri' | 'digest'>): boolean {
    return this.#bodies.has(bodyKey(document));
  }

  /** One entry with all of them, and a failure for each that the archives do not hold; nothing where they were handed out before. */
  async *join(note: PartsNote, originals: Originals, archive: string): AsyncGenerator<Entry> {
    const key = keyOfParts(note);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const inputs: InputEntry[] = [];
    for (const file of note.files) {
      try {
        inputs.push(await inputOf(file, originals, archive));
      } catch (error) {
        if (!(error instanceof WarcError)) throw error;
        // An archive that comes later may hold it: there it is read by itself.
        this.#bodies.delete(bodyKey(file));
        yield { kind: 'failure', failure: { uri: file.uri, code: error.code, message: error.message } };
      }
    }
    const [page, ...others] = inputs;
    if (page === undefined) return;
    if (page.linked === undefined && others.length > 0) yield { ...page, others };
    else for (const { linked, ...input } of inputs) if (linked !== 'picture') yield input;
  }
}

async function inputOf(
  { role, uri, fetchedAt, digest }: PartsFile,
  originals: Originals,
  archive: string,
): Promise<InputEntry> {
  const bytes = await readOriginal(originals, digest);
  const held = { bytes, archived: { fetchedAt, where: `in ${archive}` } };
  return {
    ...{ kind: 'input', uri, path: null, claimed: true, held },
    ...(role !== 'page' && { linked: role }),
  };
}
