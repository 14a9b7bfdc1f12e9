/** A field that the source does not hold. */
export const missingField = (): {
  value: null;
  raw: null;
  confidence: 'missing';
  flags: string[];
  at: null;
} => ({
  value: null,
  raw: null,
  confidence: 'missing',
  flags: [],
  at: null,
});
