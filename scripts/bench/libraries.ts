import { load } from 'cheerio';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import type { RawDocument } from '../../src/model/raw-document.js';

/** The package under a format's reader, doing alone what it can. */
export interface Library {
  name: string;
  run(raw: RawDocument): Promise<unknown> | unknown;
}

const decode = ({ source, charset }: RawDocument): string => new TextDecoder(charset).decode(source.bytes);

const libraries: Record<string, Library> = {
  html: { name: 'TextDecoder and cheerio load', run: (raw) => load(decode(raw)) },
  docx: {
    name: 'mammoth convertToHtml',
    run: ({ source }) => mammoth.convertToHtml({ buffer: Buffer.from(source.bytes) }),
  },
  pdf: {
    name: 'pdf-parse getText',
    run: async ({ source }) => {
      const parser = new PDFParse({ data: source.bytes.slice(), verbosity: 0 });
      try {
        return await parser.getText();
      } finally {
        await parser.destroy();
      }
    },
  },
  text: { name: 'TextDecoder', run: decode },
};

export const libraryOf = (raw: RawDocument): Library => libraries[raw.formatId]!;
