import { existsSync, readdirSync } from 'node:fs';
import type { Random } from '../synthesise/random.js';

/** How long an undisturbed run takes, ms. */
export interface Course {
  /** From its start until it says that the run begins. */
  openingMs: number;
  askingMs: number;
  convertingMs: number;
}

export type Phase = 'opening' | 'asking' | 'converting' | 'writing';
const phases: Phase[] = [
  'opening',
  'asking',
  'asking',
  'asking',
  'converting',
  'converting',
  'converting',
  'writing',
];

/** The line of standard error that a phase begins with. */
export const phaseOf = (line: string): Phase | null =>
  line.startsWith('note     run ')
    ? 'asking'
    : line.startsWith('note     converting: ')
      ? 'converting'
      : null;

export interface Moment {
  /** Called with each phase that the process comes to. */
  enter: (phase: Phase) => void;
  stop: () => void;
  /** It waits for the process in this phase; files are being written without a word. */
  wanted: Phase;
}

/**
 * Chooses when a process is killed, and does it.
 */
export function chooseMoment(random: Random, course: Course, folder: string, kill: () => void): Moment {
  const wanted = random.pick(phases);
  const lengths: Record<Phase, number> = {
    ...{ opening: course.openingMs, asking: course.askingMs, converting: course.convertingMs },
    // Files are written within some milliseconds.
    writing: 60,
  };
  const delayMs = random.next() * lengths[wanted] * 1.05;
  let timer: NodeJS.Timeout | undefined;
  const enter = (phase: Phase): void => {
    if (phase === wanted) timer ??= setTimeout(kill, delayMs);
    if (phase === 'converting' && wanted === 'writing') timer ??= setInterval(lookForFiles, 1);
  };
  /** Records and summaries are written beside their place, and then moved there. */
  const lookForFiles = (): void => {
    if (!existsSync(folder)) return;
    if (!readdirSync(folder).some((name) => /^records\.jsonl./u.test(name))) return;
    clearInterval(timer);
    timer = setTimeout(kill, delayMs);
  };
  return { enter, stop: () => clearTimeout(timer), wanted };
}
