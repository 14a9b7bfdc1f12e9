import type { Flag } from './flag-codes.js';

/** The flags with those of the further ones that hold, each once: `addFlags(flags, isBlurred && 'ocr-unsure')`. */
export const addFlags = (flags: readonly Flag[], ...more: readonly (Flag | false)[]): Flag[] => [
  ...new Set([...flags, ...more.filter((flag) => flag !== false)]),
];
