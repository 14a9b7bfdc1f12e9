import { Readable, Writable } from 'node:stream';
import type { CommandIo } from '../cli/command-io.js';
import { runCommand } from '../cli/run-command.js';
import { openConverter } from '../convert/run/open-converter.js';

export interface Ran {
  status: number;
  out: string;
  err: string;
}

interface Surroundings {
  /** The folder of the command. */
  cwd?: string;
  /** What comes on standard input. */
  input?: string | Uint8Array;
  env?: NodeJS.ProcessEnv;
}

/** Runs a command of the program in this process, conversions included: nothing is started, so it costs what the command costs. */
export async function runInProcess(
  args: readonly string[],
  { cwd = process.cwd(), input = '', env = {} }: Surroundings = {},
): Promise<Ran> {
  const [out, err] = [gather(), gather()];
  const before = { cwd: process.cwd(), stdin: Object.getOwnPropertyDescriptor(process, 'stdin')! };
  const stdin = Readable.from([Buffer.from(input)], { objectMode: false });
  process.chdir(cwd);
  Object.defineProperty(process, 'stdin', { configurable: true, get: () => stdin });
  try {
    const io = { stdout: out.stream, stderr: err.stream, env, openConverter: openConverterHere };
    return { status: await runCommand(args, io), out: out.text(), err: err.text() };
  } finally {
    Object.defineProperty(process, 'stdin', before.stdin);
    process.chdir(before.cwd);
  }
}

function gather(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Conversions in this process. An input that hangs or dies takes the test along; the worker pool has tests of its own. */
const openConverterHere: CommandIo['openConverter'] = ({ timeoutMs: _, signal: __, ...reading } = {}) =>
  openConverter(reading);
