import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './read-job.js';

/** Enough for the largest honest report; what needs more is stopped before it takes the machine down. */
const HEAP_MB_DEFAULT = 1024;
/** Of what a dying child says. */
const LAST_WORDS_LENGTH = 4000;

/**
 * glibc learns from the first large block that is given back to keep such blocks for itself, and the pictures of pages then lie
 * about in pieces: a long scan takes a hundred megabytes more. A stated limit is kept; one below the sizes in which a line is
 * recognised would cost a third of the time. Other systems don't read this.
 */
const MEMORY_HABITS = { MALLOC_MMAP_THRESHOLD_: String(8 * 1024 * 1024) };

interface Worker {
  child: ChildProcess;
  /** Jobs that it has finished. */
  served: number;
  lastWords: string;
}

interface PoolOptions {
  /** Of one job. Absent: no job is stopped. */
  timeoutMs?: number | undefined;
  /** Kills all children; what is under way is rejected with its reason. */
  signal?: AbortSignal | undefined;
  heapMb?: number;
  /** The program of a child; another one only in tests. */
  script?: string;
}

/**
 * Child processes with a heap limit. An input that kills its child or holds it longer than the time limit is a failure of
 * that input alone; the child is replaced. Callers bound how many jobs run at once, and so the number of children.
 */
export class WorkerPool {
  readonly #timeoutMs: number | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #heapMb: number;
  readonly #script: string;
  readonly #idle: Worker[] = [];
  #warming: Promise<void> | undefined;
  #isClosed = false;
  readonly #children = new Set<ChildProcess>();
  readonly #killAll = () => {
    for (const child of this.#children) child.kill('SIGKILL');
  };

  constructor({ timeoutMs, signal, heapMb, script }: PoolOptions) {
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
    this.#heapMb = heapMb ?? HEAP_MB_DEFAULT;
    this.#script = script ?? workerScript();
    process.once('exit', this.#killAll);
    signal?.addEventListener('abort', this.#killAll);
  }

  /** Starts a child before there is work for it. If no child starts, `run` says why. */
  warm(): void {
    if (this.#signal?.aborted) return;
    this.#warming = this.#start().then(
      (worker) => void this.#idle.push(worker),
      () => undefined,
    );
  }

  /** @throws the reason of the signal, and an error if no child can be started at all or the pool is closed */
  async run(job: Job): Promise<Outcome> {
    this.#signal?.throwIfAborted();
    await this.#warming;
    this.#warming = undefined;
    const worker = this.#idle.pop() ?? (await this.#start());
    const outcome = await this.#ask(worker, job);
    // What an earlier input left behind may have killed it: only a fresh child proves that this one did.
    if (outcome.failure?.code === 'crashed' && worker.served > 0) return this.#ask(await this.#start(), job);
    return outcome;
  }

  close(): void {
    this.#isClosed = true;
    process.off('exit', this.#killAll);
    this.#signal?.removeEventListener('abort', this.#killAll);
    this.#killAll();
  }

  async #start(): Promise<Worker> {
    this.#signal?.throwIfAborted();
    if (this.#isClosed) throw new Error('the pool of workers is closed');
    const child = fork(this.#script, [], {
      execArgv: [...process.execArgv, `--max-old-space-size=${this.#heapMb}`],
      env: { ...MEMORY_HABITS, ...process.env },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const worker: Worker = { child, served: 0, lastWords: '' };
    this.#children.add(child);
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      worker.lastWords = (worker.lastWords + chunk).slice(-LAST_WORDS_LENGTH);
    });
    child.once('exit', () => {
      this.#children.delete(child);
      const index = this.#idle.indexOf(worker);
      if (index >= 0) this.#idle.splice(index, 1);
    });
    await new Promise<void>((resolve, reject) => {
      const fail = () =>
        reject(
          this.#signal?.aborted
            ? this.#signal.reason
            : new Error(`a worker process does not start: ${worker.lastWords.trim()}`),
        );
      child.once('error', fail).once('close', fail);
      child.once('message', () => {
        child.off('error', fail).off('close', fail);
        resolve();
      });
    });
    return worker;
  }

  #ask(worker: Worker, job: Job): Promise<Outcome> {
    const { child } = worker;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        child.off('message', onOutcome).off('close', onDeath).off('error', onDeath);
      };
      const fail = (code: 'crashed' | 'timeout', message: string): void => {
        end();
        child.kill('SIGKILL');
        resolve({ records: [], failure: { uri: job.files[0]!.uri, code, message } });
      };
      const onOutcome = (outcome: unknown): void => {
        end();
        worker.served++;
        this.#idle.push(worker);
        resolve(outcome as Outcome);
      };
      const onDeath = (): void => {
        end();
        if (this.#signal?.aborted) reject(this.#signal.reason);
        else fail('crashed', crashMessage(worker, this.#heapMb));
      };
      const seconds = (this.#timeoutMs ?? 0) / 1000;
      const onTimeout = (): void => fail('timeout', `it took longer than ${seconds} seconds (--timeout)`);
      const timer = this.#timeoutMs === undefined ? undefined : setTimeout(onTimeout, this.#timeoutMs);
      child.on('message', onOutcome).on('close', onDeath).on('error', onDeath);
      child.send(job);
    });
  }
}

/** Beside this file, compiled or not. */
const workerScript = (): string =>
  fileURLToPath(new URL(`./convert-worker${extname(import.meta.url)}`, import.meta.url));

function crashMessage({ lastWords }: Worker, heapMb: number): string {
  if (/heap out of memory|heap limit/i.test(lastWords)) {
    return `the process that read it ran out of memory (limit ${heapMb} MB)`;
  }
  const error = /^\w*Error: .*$/m.exec(lastWords)?.[0];
  return error ? `the process that read it died: ${error}` : 'the process that read it died';
}
