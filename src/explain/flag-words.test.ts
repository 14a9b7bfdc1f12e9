import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultWords, flagWords } from './flag-words.js';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));

/** Every `flags` list anywhere in a record. */
function flagsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(flagsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'flags' ? (inner as string[]) : flagsOf(inner),
  );
}

describe('wording', () => {
  it('has words for the flags of the contract', () => {
    const contract = (
      'unit-converted unit-unknown approximate stated-none placeholder note-in-cell date-repaired label-fuzzy ' +
      'label-missing placed-by-identity rivals identity-failed source-inconsistent narrative-differs polluted-source ' +
      'ocr reviewed repaired'
    ).split(' ');
    expect(contract.filter((flag) => !(flag in flagWords))).toEqual([]);
  });

  it('has words for the faults that docs/record.md lists, and lists those that it has words for', () => {
    const docs = readFileSync(join(samples, '../docs/record.md'), 'utf8');
    const listed = [...docs.matchAll(/`(fault:[a-z-]+)`/gu)].map(([, flag]) => flag!);
    expect(listed.sort()).toEqual(Object.keys(faultWords).sort());
  });

  it('has words for every flag of the samples', () => {
    const flags = new Set<string>();
    for (const sample of readdirSync(samples)) {
      // What the sources convert to is committed, and held by scripts/make-samples.test.ts.
      const records = JSON.parse(readFileSync(join(samples, sample, 'record.json'), 'utf8'));
      for (const flag of flagsOf(records)) flags.add(flag.split(':', 1)[0]!);
    }
    expect(flags.size).toBeGreaterThan(15);
    expect([...flags].filter((flag) => !(flag in flagWords))).toEqual([]);
  });
});
