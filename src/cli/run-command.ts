import { Command, CommanderError } from 'commander';
import { version } from '../model/version.js';
import type { Output } from '../printing/output.js';
import { addCheckCommand } from './check-command.js';
import type { CommandContext, CommandIo } from './command-io.js';
import { addConvertCommand } from './convert-command.js';
import { addCrawlCommand } from './crawl-command.js';
import { addExplainCommand } from './explain-command.js';
import { addFetchCommand } from './fetch-command.js';
import { addNightlyCommand } from './nightly-command.js';
import { addSchemaCommand } from './schema-command.js';
import { UsageError } from './usage-error.js';

const help = `
Examples:
  $ nianbao convert report.html > record.jsonl
  $ nianbao convert reports/ --out converted
  $ nianbao check converted/records.jsonl --text
  $ nianbao explain report.pdf
  $ nianbao nightly sites.yaml --out data`;

/**
 * Runs a command of the program.
 * @param args what follows the program's name
 * @returns the exit status; every error is printed on `io.stderr`
 */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  let status = 0;
  const setStatus = (given: number): void => {
    status = given;
  };
  try {
    await buildProgram({ ...io, setStatus }).parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return tellError(error, io.stderr);
  }
}

function buildProgram(context: CommandContext): Command {
  const program = new Command('nianbao')
    .description(
      'Turns Chinese government annual reports on information disclosure (政府信息公开工作年度报告)\n' +
        'into records in which every number carries its evidence.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', help)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      // Wrong usage is one line, suggestions included.
      outputError: (text, write) => write(`nianbao: ${text.trim().replace(/\s*\n\s*/g, ' ')}\n`),
    });
  addConvertCommand(program, context);
  addCheckCommand(program, context);
  addExplainCommand(program, context);
  addFetchCommand(program, context);
  addCrawlCommand(program, context);
  addNightlyCommand(program, context);
  addSchemaCommand(program, context);
  return program;
}

/** @returns the exit status; what is wrong with an input never comes here */
export function tellError(error: unknown, stderr: Output): number {
  // Commander has said what is wrong; help and version end this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`nianbao: error: ${message}\n`);
  return error instanceof UsageError ? 2 : 1;
}
