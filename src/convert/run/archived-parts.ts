import type { ByteSource } from '../../archive/byte-source.js';
import { bodyKey, findParts } from '../../archive/find-parts.js';
import type { Originals } from '../../archive/originals.js';
import { keyOfParts, type PartsNote } from '../../archive/parts-note.js';
import { readOriginal } from '../../archive/read-original.js';
import type { ArchivedDocument } from '../../archive/read-warc.js';
import { WarcError } from '../../archive/warc-error.js';
import { bundleOf, type Entry } from './entry.js';
import { readParts } from './read-parts.js';

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
      // The reader of its documents meets the same damage, and reports it.
      if (!(error instanceof WarcError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    } finally {
      await source?.close();
    }
  }

  /** Does it belong to a report with others? */
  has(document: Pick<ArchivedDocument, 'uri' | 'digest'>): boolean {
    return this.#bodies.has(bodyKey(document));
  }

  /** One bundle of all of them, and a failure for each that the archives do not hold; nothing if they were handed out before. */
  async *join(note: PartsNote, originals: Originals, archive: string): AsyncGenerator<Entry> {
    const key = keyOfParts(note);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const { files, lost } = await readParts(note.files, ({ digest }) => readOriginal(originals, digest));
    for (const { part, failure } of lost) {
      // An archive that comes later may hold it: there it is read by itself.
      this.#bodies.delete(bodyKey(part));
      yield { kind: 'failure', failure };
    }
    const [page, ...others] = files;
    if (page && page.linked === undefined && others.length > 0) yield { kind: 'bundle', files };
    else
      for (const { linked, ...file } of files)
        if (linked !== 'picture') yield bundleOf({ ...file, where: `in ${archive}` });
  }
}
