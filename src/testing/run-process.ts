import { execFile } from 'node:child_process';
import { compiledProgram } from './compile-program.js';
import type { Ran } from './run-in-process.js';

/** Runs the program as a user does, in a process of its own. */
export function runProcess(
  args: readonly string[],
  cwd: string,
  input: string | Uint8Array = '',
): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '' };
    const options = { cwd, env, maxBuffer: 1e9 };
    const child = execFile(process.execPath, [compiledProgram, ...args], options, (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}
