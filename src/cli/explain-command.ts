import type { Command } from 'commander';
import { loadKnowledge } from '../../parsers/index.js';
import { chooseColors } from './choose-colors.js';
import { convertTask } from './convert-task.js';
import { legend } from './explain/draw-cell.js';
import { drawReport } from './explain/draw-report.js';
import { printable } from './printable.js';

/** Where no terminal says how wide it is. */
const WIDTH_DEFAULT = 100;
const WIDTH_MIN = 60;
/** Lines that are longer are hard to read however wide the terminal. */
const WIDTH_MAX = 120;

const help = `
Colours are left out where no terminal shows them, with NO_COLOR set, or with --no-color.

Examples:
  $ nianbao explain report.html
  $ nianbao explain report.pdf --color | less -R`;

/** `nianbao explain`: one document, what was read of it, and why it is believed or not. */
export function addExplainCommand(program: Command, setStatus: (status: number) => void): void {
  program
    .command('explain')
    .summary('show a person what was read and why it is in doubt')
    .description(
      'Draws the tables of each report in a document and says in words what speaks against a number.',
    )
    .argument('<file>', 'a document, or - for standard input')
    .option('--color', 'colour the output even where no terminal shows it')
    .option('--no-color', 'never colour the output')
    .addHelpText('after', help)
    .action(async (file: string, flags: { color?: boolean }) => {
      setStatus(await explain(file, flags.color));
    });
}

async function explain(file: string, color: boolean | undefined): Promise<number> {
  const knowledge = loadKnowledge();
  const task = file === '-' ? { uri: 'stdin', path: null } : { uri: file, path: file };
  const { records, failure } = await convertTask({ ...task, bytes: null, want: 'records' }, knowledge);
  if (failure) {
    process.stderr.write(
      `failed   ${printable(failure.uri)}: ${printable(failure.message)} [${failure.code}]\n`,
    );
    return 3;
  }
  const colors = chooseColors(process.stdout, color);
  const columns = process.stdout.columns ?? WIDTH_DEFAULT;
  const drawing = { colors, width: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns)) };
  const reports = records.map((record) => drawReport(record, knowledge.templates, drawing));
  const rule = `\n${colors.dim('─'.repeat(drawing.width))}\n\n`;
  const hasTables = records.some(({ tables }) => Object.keys(tables).length > 0);
  process.stdout.write(reports.join(rule) + (hasTables ? `\n${legend(colors)}\n` : ''));
  return 0;
}
