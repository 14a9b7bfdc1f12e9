import type { Command } from 'commander';
import type { CommandContext } from './command-io.js';
import { addReadingOptions, converterOptions, type ReadingFlags } from './reading-options.js';

const help = `
Colours are left out where no terminal shows them, with NO_COLOR set, or with --no-color.

Examples:
  $ nianbao explain report.html
  $ nianbao explain page.html table.docx
  $ nianbao explain report.pdf --color | less -R`;

/** `nianbao explain`: one document, or the files of one report: what was read of it, and why it is believed or not. */
export function addExplainCommand(program: Command, io: CommandContext): void {
  const command = program
    .command('explain')
    .summary('show a person what was read and why it is in doubt')
    .description(
      'Draws the tables of each report in a document and says in words what speaks against a number.',
    )
    .argument('<files...>', 'a document, or - for standard input; several are files of one report');
  addReadingOptions(command)
    .option('--color', 'colour the output even where no terminal shows it')
    .option('--no-color', 'never colour the output')
    .addHelpText('after', help)
    .action(async (files: string[], flags: ReadingFlags & { color?: boolean }) => {
      // Loaded late: help and usage errors need not wait for the readers of all formats.
      const converter = io.openConverter(converterOptions(flags));
      try {
        const { explainFile } = await import('../explain/explain-file.js');
        io.setStatus(await explainFile(files, flags.color, converter, io));
      } finally {
        converter.close();
      }
    });
}
