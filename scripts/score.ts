/** Scores what is read against documents whose truth is known: `npm run score -- --help` lists what can be scored. */
import { entry, flag, number, runProgram, text } from './program/run-program.js';

const listed = (usual: number) => number('prints so many of the cells that are not right', usual);
const write = flag('keeps the figures in docs/figures.json');

await runProgram(
  'score',
  {
    corpus: entry({
      says: 'a generated corpus; fails on a silent error, or a carrier below its threshold',
      options: {
        count: number('documents', 320),
        seed: number('chooses the documents', 7),
        list: listed(0),
        write,
      },
      load: async () => (await import('./scoring/score-folder.js')).scoreCorpus,
    }),
    samples: entry({
      says: 'the samples of this repository',
      options: { list: listed(0), write },
      load: async () => (await import('./scoring/score-folder.js')).scoreSamples,
    }),
    folder: entry({
      says: 'documents of your own, with NAME.truth.json (scripts/synthesise/truth.ts) beside each',
      takes: '<folder>',
      options: { list: listed(0) },
      load: async () => (await import('./scoring/score-folder.js')).scoreFolder,
    }),
    streams: entry({
      says: 'text whose empty cells left no trace, beside the most that its sums can tell',
      options: {
        count: number('reports for each way to print them', 6),
        seed: number('chooses the reports', 1),
      },
      load: async () => (await import('./scoring/score-streams.js')).scoreStreams,
    }),
    years: entry({
      says: 'series of reports with damaged years, and what the check across years finds',
      options: {
        count: number('bodies', 60),
        years: number('reports of each', 5),
        seed: number('chooses the series', 7),
        list: flag('prints what did not come out right'),
      },
      load: async () => (await import('./years/score-years.js')).scoreYears,
    }),
    carriers: entry({
      says: 'reports in several files with tables left out and digits damaged, alone and together',
      options: { count: number('reports', 60), seed: number('chooses the reports', 1), list: listed(0) },
      load: async () => (await import('./carriers/score-carriers.js')).scoreCarriers,
    }),
    office: entry({
      says: 'an office format that LibreOffice writes, against the truth and the DOCX (needs LibreOffice)',
      takes: '<suffix>',
      options: { count: number('reports', 48), seed: number('chooses the reports', 7), list: listed(0) },
      load: async () => (await import('./office/score-office.js')).scoreOffice,
    }),
    ofd: entry({
      says: 'OFD in several ways of writing it, against the truth and the PDF',
      options: { count: number('reports', 48), seed: number('chooses the reports', 7), list: listed(0) },
      load: async () => (await import('./office/score-ofd.js')).scoreOfd,
    }),
    prints: entry({
      says: 'PDFs in many styles, with the place of every cell (needs Chromium and LibreOffice)',
      options: {
        count: number('prints', 128),
        seed: number('chooses the prints', 1),
        only: number('prints this one'),
        kinds: text('only prints of these kinds: none,turned'),
        keep: text('keeps the PDFs in a folder, and takes those that are there'),
        list: listed(40),
        write,
      },
      load: async () => (await import('./prints/score-prints.js')).scorePrints,
    }),
    scans: entry({
      says: 'scans and photographs, before and after the sums have their say (needs Chromium)',
      takes: '[results...]',
      options: {
        count: number('reports', 60),
        seed: number('chooses the reports', 1),
        dpi: text('150, 200 or both', 'both'),
        only: number('scans this one'),
        from: number('the first of a slice', 0),
        to: number('where the slice ends'),
        kind: text('only these kinds: scan,jpeg (scripts/scans/plan-scan.ts)'),
        keep: text('keeps the scans in a folder, and takes those that are there'),
        list: listed(40),
        json: text('writes the result of every scan to a file'),
        sum: flag('adds up such files, named behind it, and reads nothing'),
        make: flag('makes the scans and reads nothing'),
        write,
      },
      load: async () => (await import('./scans/score-scans.js')).scoreScans,
    }),
    pictures: entry({
      says: 'the same pictures of tables in every carrier (needs Chromium and LibreOffice)',
      options: {
        count: number('reports', 3),
        seed: number('chooses the reports', 1),
        dpi: number('150 or 200', 150),
        list: listed(0),
      },
      load: async () => (await import('./scans/score-pictures.js')).scorePictures,
    }),
    recogniser: entry({
      says: 'single figures, drawn and damaged as in cells of scans',
      options: { count: number('figures', 2000), seed: number('chooses the figures', 7), list: listed(20) },
      load: async () => (await import('./recogniser/score-recogniser.js')).scoreRecogniser,
    }),
  },
  'corpus',
);
