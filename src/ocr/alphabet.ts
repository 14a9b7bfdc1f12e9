import { readFile } from 'node:fs/promises';

/** Class 0 of the model: nothing stands here, or still the character before. */
export const BLANK = 0;

/**
 * The characters of the model by class: the blank as '', then those of the file, one a line, then the space.
 *
 * @param keysFile path of the list that stands beside the model
 */
export async function readAlphabet(keysFile: string): Promise<string[]> {
  const keys = (await readFile(keysFile, 'utf8')).replace(/\r?\n$/u, '').split(/\r?\n/u);
  return ['', ...keys, ' '];
}
