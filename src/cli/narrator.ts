import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { Colors } from 'picocolors/types.js';
import type { Output } from '../printing/output.js';
import { printable } from '../printing/printable.js';

/** What the person who watches gets to read, on standard error. */
export interface Narrator {
  /** `failed`, `skipped`, `warning`, `note`: one line each. Failures are printed even with `--quiet`. */
  tell(word: 'failed' | 'skipped' | 'warning' | 'note', subject: string, message: string): void;
  advance(): void;
  /** Takes the progress bar off the screen. */
  close(): void;
  conclude(summary: string): void;
}

interface NarratorOptions {
  total: number;
  quiet: boolean;
  /** Draw a progress bar. */
  bar: boolean;
  stderr: Output;
  colors: Colors;
}

export function openNarrator({ total, quiet, bar, stderr, colors }: NarratorOptions): Narrator {
  const paint = { failed: colors.red, skipped: colors.dim, warning: colors.yellow, note: colors.cyan };
  const progress = bar && !quiet && total > 1 ? startBar(total, stderr) : null;
  const print = (line: string): void => {
    if (progress) progress.bars.log(line);
    else stderr.write(line);
  };
  return {
    tell: (word, subject, message) => {
      if (quiet && word !== 'failed') return;
      print(`${paint[word](word.padEnd(8))} ${printable(subject)}: ${printable(message)}\n`);
    },
    advance: () => progress?.bar.increment(),
    close: () => {
      // Lines wait for the next drawing of the bar; stopping alone would lose the last of them.
      progress?.bars.update();
      progress?.bars.stop();
    },
    conclude: (summary) => {
      if (!quiet) stderr.write(`\n${summary}\n`);
    },
  };
}

function startBar(total: number, stream: Output): { bars: MultiBar; bar: SingleBar } {
  const format = '{bar} {value}/{total} inputs, {eta_formatted} left';
  const options = { format, stream, clearOnComplete: true, gracefulExit: false };
  const bars = new MultiBar(options, Presets.shades_classic);
  return { bars, bar: bars.create(total, 0) };
}
