import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringify from 'json-stringify-pretty-compact';
import { makeDocument } from '../synthesise/document.js';
import { drawGrid } from '../synthesise/draw-grid.js';
import { pageOf } from '../synthesise/page.js';
import { inventedPlaces } from '../synthesise/places.js';
import { printDocument } from '../synthesise/print-document.js';
import { tablesOf } from '../synthesise/printed.js';
import { type Quirk, quirks } from '../synthesise/quirks.js';

const samplesFolder = fileURLToPath(new URL('../../samples', import.meta.url));

export const sampleName = ({ recipe, place, name }: Quirk): string => `${recipe.year}-${place}-${name}`;

/** Everything of a sample but its record. `bytes` are the document that a printer still has to print where there is one. */
export const sampleDocument = async (quirk: Quirk) => {
  const place = inventedPlaces.find(({ slug }) => slug === quirk.place);
  const made = await makeDocument({ ...quirk.recipe, ...(place ? { place } : {}) }, 'source');
  const file = quirk.printedBy ? 'source.pdf' : `source${made.suffix}`;
  const tables = made.truth.kind === 'annual-report' ? tablesOf(pageOf(made.report)) : [];
  const sample = {
    quirk: quirk.quirk,
    carrier: quirk.printedBy ? `pdf-${quirk.printedBy}` : quirk.recipe.carrier,
    template: made.truth.template,
    seed: quirk.recipe.seed,
    expectations: quirk.expectations ?? [],
    truth: { ...made.truth, file, form: quirk.printedBy ? 'pdf' : made.truth.form },
  };
  return {
    file,
    bytes: made.bytes,
    suffix: made.suffix,
    drawn: `${tables.map(drawGrid).join('\n\n')}\n`,
    sample,
  };
};

const writeSource = async (quirk: Quirk, reprint: boolean): Promise<void> => {
  const { file, bytes, suffix, drawn, sample } = await sampleDocument(quirk);
  const folder = join(samplesFolder, sampleName(quirk));
  mkdirSync(folder, { recursive: true });
  if (!quirk.printedBy) {
    writeFileSync(join(folder, file), bytes);
  } else if (reprint || !existsSync(join(folder, file))) {
    // The printed PDFs carry the moment of printing: they are printed anew only with `--reprint`.
    const printed = await printDocument(quirk.printedBy, bytes, suffix);
    if (printed) writeFileSync(join(folder, file), printed);
    else console.error(`${quirk.printedBy} is not on this machine: ${sampleName(quirk)} stays as it is`);
  }
  writeFileSync(join(folder, 'grids.drawn'), drawn);
  writeFileSync(join(folder, 'sample.json'), `${JSON.stringify(sample, null, 1)}\n`);
};

/** One record a file; a source with several parts gives an array. */
const writeRecord = async (folder: string): Promise<void> => {
  const { convert } = await import('../../src/index.js');
  const file = readdirSync(folder).find((name) => name.startsWith('source.'));
  if (!file) return;
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const { records, failure } = await convert({ uri: file, bytes });
  if (failure) throw new Error(`${folder}: ${failure.code}: ${failure.message}`);
  const content = records.length === 1 ? records[0] : records;
  writeFileSync(join(folder, 'record.json'), `${stringify(content, { maxLength: 400, indent: 1 })}\n`);
};

export interface SampleOptions {
  sources: boolean;
  records: boolean;
  reprint: boolean;
}

/** Writes `samples/`: sources, drawn grids and sample.json, and the records. */
export const makeSamples = async ({ sources, records, reprint }: SampleOptions): Promise<void> => {
  if (!records) for (const quirk of quirks) await writeSource(quirk, reprint);
  if (!sources) for (const quirk of quirks) await writeRecord(join(samplesFolder, sampleName(quirk)));
};
