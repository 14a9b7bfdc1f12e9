import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { compileProgram } from '../../src/testing/compile-program.js';

export interface Ran {
  status: number | null;
  signal: string | null;
  out: string;
  err: string;
  elapsedMs: number;
  /** Memory that the process held at its peak, MiB; its children's not counted. Null if the system does not say. */
  peakMb: number | null;
}

export interface RunOptions {
  /** Is given what ends the process as the process begins. */
  begun?: (kill: () => void) => void;
  /** Called with every line of standard error. */
  hear?: (line: string) => void;
}

/** Linux keeps the peak itself: nothing between two looks is missed but the last. */
function peakOf(pid: number | undefined): number | null {
  try {
    const [, kb] = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kb === undefined ? null : Math.round(Number(kb) / 1024);
  } catch {
    return null;
  }
}

/** The command line as a user runs it, compiled, in a process of its own. */
export async function runNianbao(args: readonly string[], { begun, hear }: RunOptions = {}): Promise<Ran> {
  const program = await compileProgram();
  const from = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NIANBAO_CONTACT: undefined, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  begun?.(() => child.kill('SIGKILL'));
  let peakMb: number | null = null;
  const watch = setInterval(() => {
    peakMb = peakOf(child.pid) ?? peakMb;
  }, 50);
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
      for (const line of lines) hear?.(line);
    });
    child.once('error', reject);
    child.once('close', (status, signal) => {
      clearInterval(watch);
      resolve({ status, signal, out, err, elapsedMs: performance.now() - from, peakMb });
    });
  });
}
