import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../../parsers/formats/index.js';
import { linkWords } from '../../parsers/lookups/report-links.js';
import { platforms } from '../../parsers/sites/platforms/index.js';
import { siteSchema } from '../model/site.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const docs = readFileSync(join(here, '../../docs/sites.md'), 'utf8');
const source = readdirSync(here)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n');

const unlisted = (words: Iterable<string>): string[] => [...words].filter((word) => !docs.includes(word));

describe('docs/sites.md', () => {
  it('lists every field, platform, issue and reason', () => {
    const fields = Object.keys(siteSchema.shape).map((name) => (name === 'rate' ? '`rate.' : `\`${name}`));
    expect(unlisted(fields)).toEqual([]);
    expect(unlisted(platforms.map(({ id }) => `\`${id}\``))).toEqual([]);
    const codes = [...source.matchAll(/\bnote\(\s*[\w.]+,\s*'([a-z-]+)'/gu)].map(([, code]) => `\`${code}\``);
    expect(codes.length).toBeGreaterThan(5);
    expect(unlisted(codes)).toEqual([]);
    expect(unlisted(linkWords(formats).not.map(({ reason }) => `\`not:${reason}\``))).toEqual([]);
    const reasons = [...source.matchAll(/'(not:[a-z-]+)'/gu)].map(([, reason]) => `\`${reason}\``);
    expect(unlisted(reasons)).toEqual([]);
  });

  it('lists every evidence for which a link is taken', () => {
    const given = [
      ...source.matchAll(/answer\('(?:report|list)', ([^)]+)\)/gu),
      ...source.matchAll(/evidence: \[([^\]]+)\]/gu),
    ].flatMap(([, list]) => [...list!.matchAll(/'([a-z][a-z-]+)'/gu)].map(([, word]) => word!));
    expect(given.length).toBeGreaterThan(20);
    // Of pages, not of links.
    const ofPages =
      'json starts-as-file not-text title-names-report linked-as-report links-reports column-of-reports nothing-of-reports prose other file'.split(
        ' ',
      );
    expect(unlisted(given.filter((word) => !ofPages.includes(word)).map((word) => `\`${word}\``))).toEqual(
      [],
    );
  });
});
