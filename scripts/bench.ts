/**
 * Measures what a conversion costs, on the committed samples.
 *
 *   npm run bench             prints ms a document by form, the ratio to the form's library alone, the stages' shares, and
 *                             what grading and decoding take, undamaged, damaged, and at the worst
 *   npm run bench -- --pages  only what a page costs: of PDF against pdfjs alone, of a picture against tesseract (where installed)
 *   npm run bench -- --write  also keeps the figures in docs/figures.json
 *
 * Milliseconds are those of one machine; ratios and shares are taken in one run and travel better.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../parsers/index.js';
import { identifySource } from '../src/convert/identify-source.js';
import { convertBundle } from '../src/convert/pipeline.js';
import type { Knowledge } from '../src/model/knowledge.js';
import { measureDecoder } from './bench/decoder.js';
import { type FormDocuments, loadDocuments } from './bench/documents.js';
import { libraryOf } from './bench/libraries.js';
import { type Budget, measure } from './bench/measure.js';
import { measurePages } from './bench/pages.js';
import { prepare, stages } from './bench/stages.js';
import {
  type DecoderCost,
  type FormatSpeed,
  type PageCost,
  readFigures,
  type StageShares,
  writeBench,
} from './readme/figures.js';

const WHOLE: Budget = { timeMs: 1500, rounds: 3 };
const PART: Budget = { timeMs: 400, rounds: 2 };

const measureForm = async (
  { form, sources }: FormDocuments,
  knowledge: Knowledge,
): Promise<{ speed: FormatSpeed; stage: StageShares }> => {
  const ms = await measure(sources, (source) => convertBundle({ files: [source] }, knowledge), WHOLE);
  const raws = sources.map((source) => identifySource(source, knowledge.formats).value);
  const libraryMs = await measure(raws, (raw) => libraryOf(raw).run(raw), PART);
  const prepared = await Promise.all(sources.map((source) => prepare(source, knowledge)));
  const times: Record<string, number> = {};
  for (const [name, stage] of Object.entries(stages)) {
    times[name] = await measure(prepared, (document) => stage(document, knowledge), PART);
  }
  const shares = sharesOf(times);
  const speed = { form, documents: sources.length, ms, library: libraryOf(raws[0]!).name, libraryMs };
  return { speed, stage: { form, shares } };
};

/** Of the sum of the stages, not of the whole: alone and warm, each is a little faster than in company. */
const sharesOf = (times: Record<string, number>): Record<string, number> => {
  const sum = Object.values(times).reduce((total, time) => total + time, 0);
  return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time / sum]));
};

const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

const roundedDecoder = ({ undamaged, damaged, hardest, ...rest }: DecoderCost): DecoderCost => ({
  ...rest,
  undamaged: { median: rounded(undamaged.median, 2), most: rounded(undamaged.most, 2) },
  damaged: { median: rounded(damaged.median, 2), most: rounded(damaged.most, 2) },
  hardest: { ...hardest, ratio: rounded(hardest.ratio, 2) },
});

const printSpeed = ({ form, documents, ms, library, libraryMs }: FormatSpeed): void =>
  console.log(
    form.padEnd(10) +
      String(documents).padStart(10) +
      ms.toFixed(1).padStart(10) +
      libraryMs.toFixed(3).padStart(12) +
      (ms / libraryMs).toFixed(1).padStart(10) +
      `   ${library}`,
  );

const printShares = ({ form, shares }: StageShares): void =>
  console.log(
    form.padEnd(10) +
      Object.values(shares)
        .map((share) => `${(100 * share).toFixed(0)} %`.padStart(10))
        .join(''),
  );

const printDecoder = ({ documents, undamaged, damaged, hardest }: DecoderCost): void => {
  const share = ({ median, most }: DecoderCost['damaged']): string =>
    `${(100 * median).toFixed(1)} % at the median, ${(100 * most).toFixed(1)} % at most`;
  console.log(`\ngrading and decoding, of a conversion's time (${documents} generated documents)`);
  console.log(`undamaged  ${share(undamaged)}`);
  console.log(`damaged    ${share(damaged)}`);
  console.log(
    `hardest    ${hardest.ratio.toFixed(1)} median conversions (${hardest.name}; of ${hardest.tables} tables); at most ${hardest.steps} of ${hardest.stepsMax} steps`,
  );
};

const printPages = ({ text, pictures }: PageCost): void => {
  const against = (own: number, other: number, name: string): string =>
    `${own.toFixed(3)} s a page, ${(own / other).toFixed(2)} times ${name} (${other.toFixed(3)} s)`;
  console.log(
    `\nPDF with text  ${text.pages} pages: ${against(text.seconds, text.librarySeconds, 'pdfjs alone')}`,
  );
  if (!pictures) {
    console.log('pictures       left out: no Chromium to make them');
    return;
  }
  const { pages, cells, seconds, right, tesseract } = pictures;
  console.log(
    `pictures       ${pages} pages: ${tesseract ? against(seconds, tesseract.seconds, 'tesseract') : `${seconds.toFixed(3)} s a page; tesseract with chi_sim is not installed`}`,
  );
  console.log(
    `               ${right} of ${cells} cells right as recognised${tesseract ? `; tesseract gives ${tesseract.right} in whole rows` : ''}`,
  );
};

const roundedPages = ({ text, pictures }: PageCost): PageCost => ({
  text: { ...text, seconds: rounded(text.seconds, 2), librarySeconds: rounded(text.librarySeconds, 2) },
  pictures: pictures && {
    ...pictures,
    seconds: rounded(pictures.seconds, 2),
    tesseract: pictures.tesseract && {
      ...pictures.tesseract,
      seconds: rounded(pictures.tesseract.seconds, 2),
    },
  },
});

const benchPages = async (isKept: boolean): Promise<void> => {
  const pages = await measurePages();
  printPages(pages);
  const { bench } = readFigures();
  if (isKept && bench) writeBench({ ...bench, pages: roundedPages(pages) });
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, pages: { type: 'boolean', default: false } },
  });
  if (values.pages) return benchPages(values.write);
  const knowledge = loadKnowledge();
  const measured: Awaited<ReturnType<typeof measureForm>>[] = [];
  for (const documents of loadDocuments()) measured.push(await measureForm(documents, knowledge));

  console.log('form       documents   ms each  library ms     ratio   library alone');
  for (const { speed } of measured) printSpeed(speed);
  const names = Object.keys(stages);
  console.log(`\nform      ${names.map((name) => name.padStart(10)).join('')}`);
  for (const { stage } of measured) printShares(stage);
  const decoder = await measureDecoder(knowledge);
  printDecoder(decoder);
  const pages = await measurePages();
  printPages(pages);

  if (!values.write) return;
  const machine = `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'an unknown processor'}`;
  writeBench({
    command: 'npm run bench',
    machine,
    formats: measured.map(({ speed }) => ({
      ...speed,
      ms: rounded(speed.ms, 3),
      libraryMs: rounded(speed.libraryMs, 3),
    })),
    stages: measured.map(({ stage: { form, shares } }) => ({
      form,
      shares: Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, rounded(share, 2)])),
    })),
    decoder: roundedDecoder(decoder),
    pages: roundedPages(pages),
  });
};

await main();
