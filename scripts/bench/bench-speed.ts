import { cpus } from 'node:os';
import { loadKnowledge } from '../../parsers/index.js';
import { identifySource } from '../../src/convert/identify-source.js';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import { type DecoderCost, type FormatSpeed, type StageShares, writeFigures } from '../figures/figures.js';
import { sayPercent } from '../program/say-number.js';
import { sayTable } from '../program/say-table.js';
import { sayPages } from './bench-pages.js';
import { measureDecoder } from './decoder.js';
import { type FormDocuments, loadDocuments } from './documents.js';
import { libraryOf } from './libraries.js';
import { type Budget, measure } from './measure.js';
import { measurePages } from './pages.js';
import { rounded } from './rounded.js';
import { prepare, stages } from './stages.js';

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

const saySpeed = (measured: readonly FormatSpeed[]): void => {
  const heads = ['form', 'documents', 'ms each', 'library ms', 'ratio', 'library alone'];
  const rows = measured.map(({ form, documents, ms, library, libraryMs }) => {
    const times = [ms.toFixed(1), libraryMs.toFixed(3), (ms / libraryMs).toFixed(1)];
    return [form, documents, ...times, library];
  });
  for (const line of sayTable([heads, ...rows])) console.log(line);
};

const sayShares = (measured: readonly StageShares[]): void => {
  const rows = measured.map(({ form, shares }) => [
    form,
    ...Object.values(shares).map((share) => `${(100 * share).toFixed(0)} %`),
  ]);
  for (const line of sayTable([['form', ...Object.keys(stages)], ...rows])) console.log(line);
};

const sayDecoder = ({ documents, undamaged, damaged, hardest }: DecoderCost): void => {
  const share = ({ median, most }: DecoderCost['damaged']): string =>
    `${sayPercent(median, 1, 1)} at the median, ${sayPercent(most, 1, 1)} at most`;
  console.log(`\ngrading and decoding, of a conversion's time (${documents} generated documents)`);
  console.log(`undamaged  ${share(undamaged)}`);
  console.log(`damaged    ${share(damaged)}`);
  console.log(
    `hardest    ${hardest.ratio.toFixed(1)} median conversions (${hardest.name}; of ${hardest.tables} tables); at most ${hardest.steps} of ${hardest.stepsMax} steps`,
  );
};

/**
 * Measures what a conversion costs, on the committed samples: ms a document by form, the ratio to the form's library alone, the
 * stages' shares, and what grading and decoding take, undamaged, damaged, and at the worst. Milliseconds are those of one machine;
 * ratios and shares are taken in one run and travel better.
 */
export const benchSpeed = async ({ write }: { write: boolean }): Promise<void> => {
  const knowledge = loadKnowledge();
  const measured: Awaited<ReturnType<typeof measureForm>>[] = [];
  for (const documents of loadDocuments()) measured.push(await measureForm(documents, knowledge));
  const formats = measured.map(({ speed }) => speed);
  saySpeed(formats);
  console.log();
  sayShares(measured.map(({ stage }) => stage));
  const decoder = await measureDecoder(knowledge);
  sayDecoder(decoder);
  const pages = await measurePages();
  sayPages(pages);
  if (!write) return;
  const machine = `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'an unknown processor'}`;
  const costs = { formats, stages: measured.map(({ stage }) => stage), decoder, pages };
  writeFigures(() => ({ bench: { command: 'npm run bench', machine, ...rounded(costs) } }));
};
