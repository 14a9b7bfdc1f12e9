/** Makes documents and files of this repository: `npx tsx scripts/make.ts --help` lists them. */
import { entry, flag, number, runProgram } from './program/run-program.js';

await runProgram('make', {
  samples: entry({
    says: 'samples/: sources, drawn grids, sample.json, and the records',
    options: {
      sources: flag('everything but the records'),
      records: flag('only the records, from the sources as they are'),
      reprint: flag('prints the PDFs of Chromium and LibreOffice anew, if these programs are installed'),
    },
    load: async () => (await import('./samples/make-samples.js')).makeSamples,
  }),
  documents: entry({
    says: 'the made parts of docs/figures.md and README.md',
    load: async () => (await import('./figures/make-documents.js')).makeDocuments,
  }),
  corpus: entry({
    says: 'generated documents, each with its truth',
    takes: '<folder>',
    options: { count: number('documents', 320), seed: number('chooses the documents', 7) },
    load: async () => {
      const { writeCorpus } = await import('./synthesise/write-corpus.js');
      return ({ count, seed }, [folder]) => writeCorpus(folder!, count, seed);
    },
  }),
  fixtures: entry({
    says: 'the office files in parsers/formats/*/fixtures (needs LibreOffice, and Chromium for mhtml)',
    takes: '[formats...]',
    load: async () => (await import('./office/make-fixtures.js')).makeFixtures,
  }),
  report: entry({
    says: 'one report in two files, a page and its attachment, with a digit that differs',
    takes: '<folder>',
    load: async () => (await import('./carriers/make-one-report.js')).makeOneReport,
  }),
  'facts-model': entry({
    says: 'parsers/lookups/facts-model-text.ts, from the voices in scripts/facts-model/voices',
    options: { check: flag('leaves voices out in turn, and prints how well the model reads them') },
    load: async () => (await import('./facts-model/make-facts-model.js')).makeFactsModel,
  }),
  'long-pdf': entry({
    says: 'a long PDF of prints, to measure memory on (needs Chromium)',
    takes: '<file>',
    options: { pages: number('pages', 300) },
    load: async () => (await import('./prints/long-pdf.js')).makeLongPdf,
  }),
  'long-scan': entry({
    says: 'a long PDF of scans, to measure memory on (needs Chromium)',
    takes: '<file>',
    options: { pages: number('pages', 300), dpi: number('150 or 200', 200) },
    load: async () => (await import('./scans/long-scan.js')).makeLongScan,
  }),
});
