import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../document.js';
import { unfoldTable } from '../printed.js';
import { carriers } from './index.js';

/** A report whose figures are all printed, so that every carrier must show each of them. */
const draw = (carrier: string, form: 'ogi-2019' | 'ogi-2021') =>
  makeDocument({ carrier, form, seed: 21, scale: 'some', style: { zero: '0', blankShare: 0 } }, 'x');

/** The file as a program of other people reads it. */
const textOf = async (carrier: string, bytes: Uint8Array): Promise<string> => {
  if (carrier === 'docx') return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  if (carrier !== 'pdf') return new TextDecoder().decode(bytes);
  const cMapUrl = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/cmaps/`;
  const parser = new PDFParse({ data: bytes, cMapUrl, cMapPacked: true });
  const { text } = await parser.getText({ pageJoiner: '' });
  await parser.destroy();
  return text;
};

const squeeze = (text: string): string => text.replace(/<[^>]*>|&[a-z]+;|[\s|\-"“”]/g, '');

describe.each(carriers.map((carrier) => [carrier.name, carrier] as const))('%s', (name, { carrier }) => {
  it('prints every figure of the model, in the order of the page', async () => {
    for (const form of ['ogi-2019', 'ogi-2021'] as const) {
      const { bytes, truth, report, page } = await draw(name, form);
      expect(truth.form).toBe(carrier);
      for (const [table, rows] of Object.entries(truth.tables)) {
        expect(Object.keys(rows)).toEqual(Object.keys(report.tables[table as 'review']!));
      }
      const text = squeeze(await textOf(carrier, bytes));
      let at = 0;
      for (const block of page.blocks) {
        if (block.kind !== 'table') continue;
        // Covered places may be printed again, so only the last cells of each row are compared.
        for (const row of unfoldTable(block.table)) {
          const figure = squeeze(row.filter((place) => place.origin).pop()?.cell.text ?? '');
          at = text.indexOf(figure, at);
          expect(at, `${figure} of ${block.table.id}`).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});

describe('binary carriers', () => {
  it('write files of their kind', async () => {
    const head = async (name: string) =>
      new TextDecoder('latin1').decode((await draw(name, 'ogi-2021')).bytes.slice(0, 4));
    expect(await head('docx-plain')).toBe('PK\u0003\u0004');
    expect(await head('pdf-plain')).toBe('%PDF');
  });
});
