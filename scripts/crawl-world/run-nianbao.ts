import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Ran {
  status: number | null;
  signal: string | null;
  out: string;
  err: string;
  elapsedMs: number;
}

export interface RunOptions {
  /** Told of every line of standard error, and may end the process. */
  hear?: (line: string, kill: () => void) => void;
  env?: Record<string, string>;
}

/** The command line as a user runs it, in a process of its own. */
export function runNianbao(args: readonly string[], { hear, env = {} }: RunOptions = {}): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NIANBAO_CONTACT: undefined, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
  });
  let out = '';
  let err = '';
  let rest = '';
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) hear?.(line, () => child.kill('SIGKILL'));
    });
    child.once('error', reject);
    child.once('close', (status, signal) =>
      resolve({ status, signal, out, err, elapsedMs: performance.now() - begun }),
    );
  });
}
