import type { Meaning } from './meaning.js';

/** The codes of a list as JSON Schema has alternatives: each with its meaning, and any other text. */
export const knownWords = (list: Readonly<Record<string, Meaning>>): object[] => [
  ...Object.entries(list).map(([code, { en, zh }]) => ({
    ...(code.endsWith(':N') ? { pattern: `^${code.slice(0, -1)}` } : { const: code }),
    description: `${en} | ${zh}`,
  })),
  { description: 'a code of another version' },
];
