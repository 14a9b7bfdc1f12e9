import { loadKnowledge } from '../../parsers/index.js';
import { convertFiles } from '../convert/run/convert-files.js';
import { convertInput } from '../convert/run/convert-input.js';
import type { ConvertTask } from '../convert/run/task.js';
import { chooseColors } from '../printing/choose-colors.js';
import type { Output } from '../printing/output.js';
import { printable } from '../printing/printable.js';
import { legend } from './draw-cell.js';
import { drawReport } from './draw-report.js';

/** Where no terminal says how wide it is. */
const WIDTH_DEFAULT = 100;
const WIDTH_MIN = 60;
/** Lines that are longer are hard to read however wide the terminal. */
const WIDTH_MAX = 120;

/** Prints the reports of one document, or of several files of one report, for a person. @returns the exit status: 3 where one can't be read */
export async function explainFile(
  files: readonly string[],
  color: boolean | undefined,
  convert: ConvertTask,
  { stdout, stderr }: { stdout: Output; stderr: Output },
): Promise<number> {
  const knowledge = loadKnowledge();
  const inputs = files.map((file) =>
    file === '-' ? { uri: 'stdin', path: null, bytes: null } : { uri: file, path: file, bytes: null },
  );
  const { records, failure } =
    inputs.length > 1
      ? await convertFiles(inputs, convert)
      : await convertInput(inputs[0]!, 'records', convert);
  for (const { uri, message, code } of failure?.members ?? (failure ? [failure] : [])) {
    stderr.write(`failed   ${printable(uri)}: ${printable(message)} [${code}]\n`);
  }
  const status = failure ? 3 : 0;
  if (records.length === 0) return status;
  const colors = chooseColors(stdout, color);
  const columns = stdout.columns ?? WIDTH_DEFAULT;
  const drawing = { colors, width: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns)) };
  const reports = records.map((record) => drawReport(record, knowledge.templates, drawing));
  const rule = `\n${colors.dim('─'.repeat(drawing.width))}\n\n`;
  const hasTables = records.some(({ tables }) => Object.keys(tables).length > 0);
  stdout.write(reports.join(rule) + (hasTables ? `\n${legend(drawing)}\n` : ''));
  return status;
}
