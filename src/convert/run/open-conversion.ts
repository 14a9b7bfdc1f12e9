import type { Convert } from '../convert.js';
import { convertLinked } from './convert-linked.js';
import { type ConverterOptions, openConverter } from './open-converter.js';

/** Conversions for a crawl, whose documents are held by its archive. */
export function openConversion(options: ConverterOptions): { convert: Convert; close: () => void } {
  const { convert, close } = openConverter(options);
  return {
    convert: async (sources) => {
      const inputs = sources.map((source) => ({ ...source, path: null }));
      const { records, failure } = await convertLinked(inputs, convert);
      return { records, failure };
    },
    close,
  };
}
