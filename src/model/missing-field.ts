import type { Flag } from './codes/flag-codes.js';

/** A field that the source does not hold. */
export const missingField = (): {
  value: null;
  raw: null;
  confidence: 'missing';
  flags: Flag[];
  at: null;
} => ({
  value: null,
  raw: null,
  confidence: 'missing',
  flags: [],
  at: null,
});
