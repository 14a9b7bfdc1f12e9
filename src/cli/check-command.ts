import type { Command } from 'commander';
import { chooseColors } from '../printing/choose-colors.js';
import type { CommandContext, CommandIo } from './command-io.js';
import { addReadingOptions, converterOptions, type ReadingFlags } from './reading-options.js';
import type { CheckOptions } from './run-check.js';
import { UsageError } from './usage-error.js';
import { JOBS_MAX, wholeNumber } from './whole-number.js';

interface CheckFlags extends ReadingFlags {
  text?: true;
  failOnFindings?: true;
  jobs: number;
  quiet?: true;
  color?: boolean;
}

const help = `
Inputs are documents, which are converted on the way, and records as "nianbao convert" writes them (.jsonl, .json).
Findings go to standard output, one a line, everything else to standard error. "-" is standard input.

Exit status: 0 checked, whatever was found, 1 the program failed, 2 wrong usage,
3 at least one input could not be read, 4 there are findings (only with --fail-on-findings).

Examples:
  $ nianbao check reports/ --text
  $ nianbao check converted/records.jsonl > findings.jsonl
  $ nianbao convert reports/ | nianbao check -`;

/** `nianbao check`: do the reports of a body agree from year to year? */
export function addCheckCommand(program: Command, io: CommandContext): void {
  const command = program
    .command('check')
    .summary('compare the reports of each body from year to year')
    .description(
      'Compares what each body carries over from the year before with what that year carried forward, and the\n' +
        'documents in force with last year’s. Says which report is likelier wrong where other evidence shows it.',
    )
    .argument('<inputs...>', 'documents, records (.jsonl, .json), folders, globs, or - for standard input')
    .option('--text', 'for people, body by body, instead of JSON lines')
    .option('--fail-on-findings', 'exit status 4 where there are findings')
    .option(
      '-j, --jobs <n>',
      'documents to convert at once, each in a process of its own',
      wholeNumber(JOBS_MAX),
      1,
    );
  addReadingOptions(command)
    .option('-q, --quiet', 'tell nothing but failures')
    .option('--color', 'colour the output even where no terminal shows it')
    .option('--no-color', 'never colour the output')
    .addHelpText('after', help)
    .action(async (inputs: string[], flags: CheckFlags) => {
      if (inputs.filter((input) => input === '-').length > 1)
        throw new UsageError('standard input (-) can be read only once');
      // Loaded late: help and usage errors need not wait for the readers of all formats.
      const converter = io.openConverter(converterOptions(flags));
      try {
        const { runCheck } = await import('./run-check.js');
        const { check, failures } = await runCheck(toOptions(inputs, flags, io), converter);
        const isFailing = flags.failOnFindings === true && check.findings.length > 0;
        io.setStatus(failures > 0 ? 3 : isFailing ? 4 : 0);
      } finally {
        converter.close();
      }
    });
}

const toOptions = (inputs: string[], flags: CheckFlags, { stdout, stderr }: CommandIo): CheckOptions => ({
  inputs,
  text: flags.text ?? false,
  jobs: flags.jobs,
  quiet: flags.quiet ?? false,
  ...{ stdout, stderr },
  colors: { out: chooseColors(stdout, flags.color), err: chooseColors(stderr, flags.color) },
});
