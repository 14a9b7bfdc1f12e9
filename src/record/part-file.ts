import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** A file that carries `.part` until it is whole: what was cut off never looks complete. */
export interface PartFile {
  write(text: string): Promise<void>;
  /** Gives the file its name. */
  finish(): Promise<void>;
}

export function openPart(path: string): PartFile {
  const stream = createWriteStream(`${path}.part`);
  const done = finished(stream);
  // A full disk is reported by the write that meets it.
  done.catch(() => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    finish: async () => {
      stream.end();
      await done;
      await rename(`${path}.part`, path);
    },
  };
}
