import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed, type Outcome, type Task } from './task.js';

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
  /** Tasks that it has finished. */
  served: number;
  lastWords: string;
}

/**
 * Child processes with a heap limit. An input that kills its child or holds it longer than the time limit is a failure of
 * that input alone; the child is replaced. Callers bound how many tasks run at once, and so the number of children.
 */
export class WorkerPool {
  readonly #timeoutMs: number;
  readonly #heapMb: number;
  readonly #script: string;
  readonly #idle: Worker[] = [];
  #warming: Promise<void> | undefined;
  readonly #children = new Set<ChildProcess>();
  readonly #killAll = () => {
    for (const child of this.#children) child.kill('SIGKILL');
  };

  /** @param options `script` is the program of a child; another one only in tests */
  constructor(options: { timeoutMs: number; heapMb?: number; script?: string }) {
    this.#timeoutMs = options.timeoutMs;
    this.#heapMb = options.heapMb ?? HEAP_MB_DEFAULT;
    this.#script = options.script ?? workerScript();
    process.once('exit', this.#killAll);
  }

  /** Starts a child before there is work for it. Where none starts, `run` says why. */
  warm(): void {
    this.#warming = this.#start().then(
      (worker) => void this.#idle.push(worker),
      () => undefined,
    );
  }

  /** @throws when no child can be started at all */
  async run(task: Task): Promise<Outcome> {
    await this.#warming;
    this.#warming = undefined;
    const worker = this.#idle.pop() ?? (await this.#start());
    const outcome = await this.#ask(worker, task);
    // What an earlier input left behind may have killed it: only a fresh child proves that this one did.
    if (outcome.failure?.code === 'crashed' && worker.served > 0) return this.#ask(await this.#start(), task);
    return outcome;
  }

  close(): void {
    process.off('exit', this.#killAll);
    this.#killAll();
  }

  async #start(): Promise<Worker> {
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
      const fail = () => reject(new Error(`a worker process does not start: ${worker.lastWords.trim()}`));
      child.once('error', fail).once('close', fail);
      child.once('message', () => {
        child.off('error', fail).off('close', fail);
        resolve();
      });
    });
    return worker;
  }

  #ask(worker: Worker, task: Task): Promise<Outcome> {
    const { child } = worker;
    const { uri } = task;
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        child.off('message', onOutcome).off('close', onDeath).off('error', onDeath);
        resolve(outcome);
      };
      const onOutcome = (outcome: unknown) => {
        worker.served++;
        this.#idle.push(worker);
        settle(outcome as Outcome);
      };
      const onDeath = () => {
        child.kill('SIGKILL');
        settle(failed({ uri, code: 'crashed', message: crashMessage(worker, this.#heapMb) }));
      };
      const onTimeout = () => {
        child.kill('SIGKILL');
        settle(
          failed({
            uri,
            code: 'timeout',
            message: `it took longer than ${this.#timeoutMs / 1000} seconds (--timeout)`,
          }),
        );
      };
      const timer = setTimeout(onTimeout, this.#timeoutMs);
      child.on('message', onOutcome).on('close', onDeath).on('error', onDeath);
      child.send(task);
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
