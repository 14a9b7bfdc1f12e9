import type { Convert } from '../convert.js';
import { convertLinked } from './convert-linked.js';
import type { Converter } from './open-converter.js';

/** Conversions for a crawl, whose documents are held by its archive. */
export function openConversion({ convert, close }: Converter): { convert: Convert; close: () => void } {
  return {
    convert: async (sources) => {
      const inputs = sources.map((source) => ({ ...source, path: null }));
      const { records, failure } = await convertLinked(inputs, convert);
      return { records, failure };
    },
    close,
  };
}
