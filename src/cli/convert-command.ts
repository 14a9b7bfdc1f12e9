import { stat } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { chooseColors } from '../printing/choose-colors.js';
import type { CommandContext, CommandIo } from './command-io.js';
import { addReadingOptions, converterOptions, type ReadingFlags } from './reading-options.js';
import type { ConversionOptions } from './run-conversion.js';
import { UsageError } from './usage-error.js';
import { JOBS_MAX, wholeNumber } from './whole-number.js';

interface ConvertFlags extends ReadingFlags {
  out?: string;
  format: 'jsonl' | 'csv';
  pretty?: true;
  text?: true;
  together?: true;
  jobs: number;
  applySuggestions?: true;
  quiet?: true;
  color?: boolean;
}

const help = `
Records go to standard output (or DIR), everything else to standard error.
Folders are walked; what is no document there is skipped and named. "-" is standard input.
Of web archives (WARC) each document is converted, under its own address and with the day when it was fetched.
Of ZIP archives each document is converted, as archive.zip!/name.
With --together all inputs are files of one report (a page and its attachments) and give one record.

Exit status: 0 all converted, 1 the program failed, 2 wrong usage,
3 at least one input could not be read (the others are converted).

Examples:
  $ nianbao convert report.html | jq .summary
  $ nianbao convert reports/ --out converted --jobs 4
  $ nianbao convert "reports/**/*.pdf" --format csv > cells.csv
  $ nianbao convert archive/*.warc.gz --out converted
  $ nianbao convert page.html table.docx --together
  $ curl -s https://example.org/report.html | nianbao convert -`;

/** `nianbao convert`: documents in, records out. */
export function addConvertCommand(program: Command, io: CommandContext): void {
  const command = program
    .command('convert')
    .summary('convert documents to records')
    .description('Converts annual reports (HTML, DOCX, PDF, text) to canonical records, one a line.')
    .argument('<inputs...>', 'files, folders, globs, or - for standard input')
    .option(
      '-o, --out <dir>',
      'write DIR/records.jsonl, DIR/records/<id>.json, DIR/failures.jsonl and DIR/across-years.jsonl',
    )
    .addOption(
      new Option('-f, --format <format>', 'jsonl: a record a line; csv: a table cell a line')
        .choices(['jsonl', 'csv'])
        .default('jsonl'),
    )
    .option('--pretty', 'indented JSON on standard output')
    .addOption(
      new Option('--text', 'print the parsed text that spans refer to, not records').conflicts([
        'out',
        'pretty',
        'applySuggestions',
        'together',
      ]),
    )
    .option('--together', 'the inputs are files of one report: one record out of the best evidence of each')
    .option(
      '-j, --jobs <n>',
      'inputs to convert at once, each in a process of its own',
      wholeNumber(JOBS_MAX),
      1,
    );
  addReadingOptions(command)
    .option('--apply-suggestions', 'put the numbers that the sums prove in the place of the printed ones')
    .option('-q, --quiet', 'tell nothing but failures')
    .option('--color', 'colour the messages even where no terminal shows them')
    .option('--no-color', 'never colour the messages')
    .addHelpText('after', help)
    .action(async (inputs: string[], flags: ConvertFlags) => {
      await checkUsage(inputs, flags);
      // Loaded late: help and usage errors need not wait for the readers of all formats.
      const converter = io.openConverter({
        ...converterOptions(flags),
        want: flags.text ? 'text' : 'records',
      });
      try {
        const { runConversion } = await import('./run-conversion.js');
        const summary = await runConversion(toOptions(inputs, flags, io), converter);
        io.setStatus(summary.failures > 0 ? 3 : 0);
      } finally {
        converter.close();
      }
    });
}

function toOptions(inputs: string[], flags: ConvertFlags, { stdout, stderr }: CommandIo): ConversionOptions {
  return {
    inputs,
    out: flags.out ?? null,
    format: flags.format,
    pretty: flags.pretty ?? false,
    text: flags.text ?? false,
    together: flags.together ?? false,
    jobs: flags.jobs,
    repair: flags.applySuggestions ?? false,
    quiet: flags.quiet ?? false,
    ...{ stdout, stderr, colors: chooseColors(stderr, flags.color) },
  };
}

async function checkUsage(inputs: string[], { out, format, pretty, text }: ConvertFlags): Promise<void> {
  if (inputs.filter((input) => input === '-').length > 1)
    throw new UsageError('standard input (-) can be read only once');
  if (format === 'csv' && (pretty || text))
    throw new UsageError(`--format csv cannot be used with ${pretty ? '--pretty' : '--text'}`);
  if (out !== undefined && pretty)
    throw new UsageError('--pretty is for standard output: DIR/records holds indented JSON anyway');
  if (out === '') throw new UsageError('--out needs the name of a folder');
  const found = out === undefined ? null : await stat(out).catch(() => null);
  if (found && !found.isDirectory()) throw new UsageError(`--out ${out}: there is a file of that name`);
}
