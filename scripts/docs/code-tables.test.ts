import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents, withCodeTables } from './code-tables.js';

describe('tables of codes', () => {
  it.each(Object.entries(documents))('stand in %s as the catalogue has them', (path, names) => {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    // Made anew by `npx tsx scripts/docs/code-tables.ts`.
    expect(withCodeTables(text, names)).toBe(text);
  });

  it('need a place', () => {
    expect(() => withCodeTables('# No table', ['flags'])).toThrow('flags');
  });
});
