import { membersOf } from '../convert/failure.js';
import type { Converter } from '../convert/run/open-converter.js';
import { chooseColors } from '../printing/choose-colors.js';
import type { Output } from '../printing/output.js';
import { printable } from '../printing/printable.js';
import { explain } from './explain.js';

/** If no terminal says how wide it is. */
const WIDTH_DEFAULT = 100;
const WIDTH_MIN = 60;
/** Lines that are longer are hard to read however wide the terminal. */
const WIDTH_MAX = 120;

/** Prints the reports of one document, or of several files of one report, for a person. @returns the exit status: 3 if one can't be read */
export async function explainFile(
  files: readonly string[],
  asked: boolean | undefined,
  { convert }: Converter,
  { stdout, stderr }: { stdout: Output; stderr: Output },
): Promise<number> {
  const { records, failure } = await convert({
    files: files.map((file) => (file === '-' ? { uri: 'stdin', path: null } : { uri: file, path: file })),
  });
  for (const { uri, message, code } of membersOf(failure))
    stderr.write(`failed   ${printable(uri)}: ${printable(message)} [${code}]\n`);
  if (records.length > 0) {
    const columns = stdout.columns ?? WIDTH_DEFAULT;
    const width = Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns));
    stdout.write(explain(records, { width, color: chooseColors(stdout, asked).isColorSupported }));
  }
  return failure ? 3 : 0;
}
