import type { Convert } from '../jobs/crawl-options.js';
import { type ConverterOptions, openConverter } from './open-converter.js';

/** Conversions for a crawl, whose documents are held by its archive. */
export function openConversion(options: ConverterOptions): { convert: Convert; close: () => void } {
  const { convert, close } = openConverter(options);
  return {
    convert: async ({ uri, bytes, fetchedAt }) => {
      const { records, failure } = await convert({ uri, path: null, bytes, fetchedAt, want: 'records' });
      return { records, failure };
    },
    close,
  };
}
