#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../model/version.js';
import { addCheckCommand } from './check-command.js';
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

function buildProgram(): Command {
  const setStatus = (status: number): void => {
    process.exitCode = status;
  };
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
    // Wrong usage is one line, suggestions included.
    .configureOutput({
      outputError: (text, write) => write(`nianbao: ${text.trim().replace(/\s*\n\s*/g, ' ')}\n`),
    });
  addConvertCommand(program, setStatus);
  addCheckCommand(program, setStatus);
  addExplainCommand(program, setStatus);
  addFetchCommand(program, setStatus);
  addCrawlCommand(program, setStatus);
  addNightlyCommand(program, setStatus);
  addSchemaCommand(program);
  return program;
}

/** @returns the exit status; what is wrong with an input never comes here */
function tellError(error: unknown): number {
  // Commander has said what is wrong; help and version end this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`nianbao: error: ${message}\n`);
  return error instanceof UsageError ? 2 : 1;
}

/** The reader of our output (head, less) may leave before the end: nothing is wrong with that. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.exitCode = tellError(error);
  process.exit();
}

process.stdout.on('error', leaveQuietly);
process.stderr.on('error', leaveQuietly);
// Leaving by way of `exit` takes the child processes along.
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(status));
}

try {
  await buildProgram().parseAsync();
} catch (error) {
  process.exitCode = tellError(error);
}
