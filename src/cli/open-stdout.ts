import type { Output } from '../printing/output.js';
import type { Encoding } from '../record/json-lines.js';
import type { Sink } from './sink.js';

/**
 * Writes to standard output; failures go to standard error only.
 * @param isAlone one input: its text is printed as it is; of several, each is printed under a line that names it, as head does it
 */
export async function openStdout(stdout: Output, encoding: Encoding, isAlone: boolean): Promise<Sink> {
  // A reader that went away is dealt with where the process listens to its streams (main.ts).
  const write = (text: string): Promise<void> =>
    new Promise((resolve) => void stdout.write(text, () => resolve()));
  if (encoding.head !== '') await write(encoding.head);
  let before = '';
  return {
    record: (record) => write(encoding.encode(record)),
    text: async (uri, text) => {
      if (isAlone) return write(text);
      await write(`${before}==> ${uri} <==\n${text}`);
      before = text.endsWith('\n') ? '\n' : '\n\n';
    },
    failure: async () => {},
    close: async () => {},
  };
}
