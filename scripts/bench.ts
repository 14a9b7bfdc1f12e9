/** Measures what a conversion costs, and how sure its numbers are: `npm run bench -- --help` lists what can be measured. */
import { entry, flag, number, runProgram, text } from './program/run-program.js';

const write = flag('keeps the figures in docs/figures.json');

await runProgram(
  'bench',
  {
    speed: entry({
      says: 'ms a document by form, against the library of the form alone; stages, decoding and pages',
      options: { write },
      load: async () => (await import('./bench/bench-speed.js')).benchSpeed,
    }),
    pages: entry({
      says: 'a page of PDF against pdfjs alone, a picture of a page against tesseract (where installed)',
      options: { write },
      load: async () => (await import('./bench/bench-pages.js')).benchPages,
    }),
    growth: entry({
      says: 'documents that grow without end: does their cost grow with their length, or with its square?',
      options: { only: text('documents whose name has this', ''), limit: number('seconds for each', 60) },
      load: async () => (await import('./bench/bench-growth.js')).benchGrowth,
    }),
    memory: entry({
      says: 'what nianbao fetch holds while servers send bodies without end',
      options: { limit: number('MiB that it may hold', 1500) },
      load: async () => (await import('./bench/bench-memory.js')).benchMemory,
    }),
    damage: entry({
      says: 'damages reports of known truth, and counts what is wrong and looks sure',
      options: {
        full: flag('500 reports, a million damaged cells'),
        plot: flag('writes the sums to docs/damage.json and draws them'),
        resume: flag('goes on with a full run of the same program that was stopped'),
        case: text('makes one case again and draws what was read: 12:html-clean:wrong-2'),
        count: number('reports that go through real carriers'),
        per: number('carriers of each'),
        fits: number('reports whose tables go to the grading without a carrier'),
        seed: number('chooses the reports', 3),
        carriers: text('only these carriers: a,b'),
        damages: text('only these damages: a,b'),
        tables: text('only these tables: a,b'),
        workers: number('processes at once', 2),
        timeout: number('seconds that a slice of 10 documents or 250 tables may take', 600),
        by: text('lines of the tables: damage,carrier,table,group; several tables are parted by ;', 'damage'),
        list: number('prints so many kinds of silent errors, each with how to make it again', 20),
        out: text('writes all tallies and kinds as JSON'),
        slice: text('runs some of the cases; the program itself starts its processes with it'),
      },
      load: async () => (await import('./damage/bench-damage.js')).benchDamage,
    }),
  },
  'speed',
);
