#!/usr/bin/env node
import { openConverter } from '../convert/run/open-converter.js';
import { runCommand, tellError } from './run-command.js';

const { stdout, stderr, env } = process;

/** The reader of our output (head, less) may leave before the end: nothing is wrong with that. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.exitCode = tellError(error, stderr);
  process.exit();
}

stdout.on('error', leaveQuietly);
stderr.on('error', leaveQuietly);
// Leaving by way of `exit` takes the child processes along.
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(status));
}

process.exitCode = await runCommand(process.argv.slice(2), { stdout, stderr, env, openConverter });
