import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringify from 'json-stringify-pretty-compact';
import pc from 'picocolors';
import { countRecord, describeSummary, emptySummary } from '../../src/cli/run-summary.js';
import { checkAcrossYears, type ReportRecord } from '../../src/index.js';
import { damageBlock, readDamage } from './damage.js';
import type { CarrierScore, DecoderCost, Figures, PageCost } from './figures.js';
import { printsBlock, scansBlock } from './pictures.js';

/**
 * The parts of the README that are made, not written: what the commands print, and the measured figures.
 *
 *     <!-- made by npm run readme: summary -->
 *     ...
 *     <!-- end of summary -->
 */
export const blockPattern = (name: string): RegExp =>
  new RegExp(`(<!-- made by npm run readme: ${name} -->\n)([\\s\\S]*?)(<!-- end of ${name} -->)`, 'u');

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const EXAMPLE = '2020-chengtang-own-sums-wrong';

/** What the sample converts to: the committed record, which a test holds to the source. */
const recordsOf = (name: string): ReportRecord[] => {
  const content = JSON.parse(readFileSync(join(samples, name, 'record.json'), 'utf8'));
  return ([content].flat() as ReportRecord[]).map((record) => ({
    ...record,
    source: { ...record.source, uri: `samples/${name}/${record.source.uri}` },
  }));
};

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

/** What `npm start` says at its end. */
async function summary(): Promise<string> {
  const counts = emptySummary();
  const all: ReportRecord[] = [];
  for (const name of readdirSync(samples).sort()) {
    const records = recordsOf(name);
    counts.inputs++;
    for (const record of records) countRecord(counts, record);
    all.push(...records);
  }
  counts.years = await checkAcrossYears(all);
  return fenced('text', describeSummary(counts, pc.createColors(false)));
}

/** A few cells of one sample, as they stand in its record. */
function example(): string {
  const { source, year, tables, checks, facts } = recordsOf(EXAMPLE)[0]!;
  const { newlyReceived, repeatRequest } = tables.applications!;
  const shown = {
    source: { uri: source.uri, format: source.format, charset: source.charset },
    year,
    tables: {
      applications: {
        newlyReceived: { total: newlyReceived!.total },
        repeatRequest: { naturalPerson: repeatRequest!.naturalPerson },
      },
    },
    checks: checks
      .filter(({ id }) => id === 'applications/row-total/newlyReceived')
      .map(({ id, status, left, right }) => ({ id, status, left, right })),
    facts: facts.filter(({ id }) => id === 'processingFee'),
  };
  return fenced('json', stringify(shown, { maxLength: 130, indent: 2 }));
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${(Math.floor((100_000 * part) / whole) / 1000).toFixed(3)} %`;

const scoreRow = ({ carrier, documents, cells, right, doubted, doubt, lost, silent }: CarrierScore): string =>
  `| ${[carrier, documents, cells, percent(right + doubted, cells), doubted, doubt, lost, silent].join(' | ')} |`;

function scoreTable({ score }: Figures, set: string): string {
  const { command, carriers } = score[set]!;
  return [
    `| \`${command}\` | documents | cells | right | of them doubted | undecided | lost | wrong and sure |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...carriers.map(scoreRow),
    '',
  ].join('\n');
}

const ratio = (value: number): string => (value >= 100 ? `${Math.round(value)}` : value.toFixed(1));

const decoderLines = (cost: DecoderCost | undefined): string[] => {
  if (!cost) return [];
  const { documents, undamaged, damaged, hardest } = cost;
  const share = (part: number): string => `${(100 * part).toFixed(1)} %`;
  return [
    '',
    `Grading and decoding, of a conversion’s time (${documents} generated documents, at the median; the most in brackets): undamaged ${share(undamaged.median)} (${share(undamaged.most)}), damaged ${share(damaged.median)} (${share(damaged.most)}). The hardest of ${hardest.tables} tables made to be hard (${hardest.name}): ${hardest.ratio.toFixed(1)} times a median conversion. The search for wrong cells took at most ${hardest.steps.toLocaleString('en-US')} steps there and is bounded by ${hardest.stepsMax.toLocaleString('en-US')}.`,
  ];
};

function pageLines(pages: PageCost | undefined): string[] {
  if (!pages) return [];
  const { text, pictures } = pages;
  const lines = [
    '',
    `A page of PDF with text takes ${text.seconds} s, ${ratio(text.seconds / text.librarySeconds)} times what pdfjs takes to give its text alone.`,
  ];
  if (!pictures) return lines;
  const { tesseract } = pictures;
  const beside = tesseract
    ? `, ${ratio(pictures.seconds / tesseract.seconds)} times what tesseract takes (chi_sim, one core) for the same pages, which gives ${tesseract.right} in whole rows`
    : '';
  return [
    ...lines,
    `A picture of a page at 200 dpi takes ${pictures.seconds} s (${pictures.right} of ${pictures.cells} cells right as recognised)${beside}.`,
  ];
}

function speed({ bench }: Figures): string {
  const { command, machine, formats, stages, decoder, pages } = bench!;
  const names = Object.keys(stages[0]!.shares);
  return [
    `| \`${command}\` | documents | ms each | library alone | ms | ratio | ${names.join(' | ')} |`,
    `|---|--:|--:|---|--:|--:|${names.map(() => '--:|').join('')}`,
    ...formats.map(({ form, documents, ms, library, libraryMs }, i) => {
      const shares = Object.values(stages[i]!.shares).map((share) => `${Math.round(100 * share)} %`);
      const cells = [form, documents, ms, library, libraryMs, ratio(ms / libraryMs), ...shares];
      return `| ${cells.join(' | ')} |`;
    }),
    ...decoderLines(decoder),
    ...pageLines(pages),
    '',
    `Measured on: ${machine}.`,
    '',
  ].join('\n');
}

/** The text of every made block, by its name. */
export const blocks: Record<string, (figures: Figures) => Promise<string> | string> = {
  summary,
  example,
  'accuracy-corpus': (figures) => scoreTable(figures, 'corpus'),
  'accuracy-samples': (figures) => scoreTable(figures, 'samples'),
  damage: () => damageBlock(readDamage()),
  prints: printsBlock,
  scans: scansBlock,
  speed,
};

/** The README with every made block made anew. */
export async function remakeReadme(readme: string, figures: Figures): Promise<string> {
  let remade = readme;
  for (const [name, make] of Object.entries(blocks)) {
    if (!blockPattern(name).test(remade)) throw new Error(`README.md has no block ${name}`);
    const text = await make(figures);
    remade = remade.replace(blockPattern(name), (_, head: string, _old, end: string) => head + text + end);
  }
  return remade;
}
