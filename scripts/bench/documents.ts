import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Source } from '../../src/model/source.js';
import type { Truth } from '../synthesise/truth.js';

/** The reports among the committed samples that arrive in one form. */
export interface FormDocuments {
  form: string;
  sources: Source[];
}

const samples = fileURLToPath(new URL('../../samples', import.meta.url));

/** Names in print, and the form that sample.json names. */
const forms: [form: string, told: string][] = [
  ['html', 'html'],
  ['docx', 'docx'],
  ['pdf', 'pdf'],
  ['text-pipe', 'pipe'],
  ['text-tab', 'tab'],
  ['glued', 'glued'],
];

export function loadDocuments(): FormDocuments[] {
  const known = readdirSync(samples)
    .sort()
    .map((name) => {
      const { truth } = JSON.parse(readFileSync(join(samples, name, 'sample.json'), 'utf8')) as {
        truth: Truth;
      };
      const path = join(samples, name, truth.file);
      return { truth, source: { uri: name, bytes: new Uint8Array(readFileSync(path)) } };
    })
    .filter(({ truth }) => truth.kind === 'annual-report');
  return forms.map(([form, told]) => ({
    form,
    sources: known.filter(({ truth }) => truth.form === told).map(({ source }) => source),
  }));
}
