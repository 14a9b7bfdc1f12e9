import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formats } from '../../parsers/formats/index.js';
import { formatsPage } from './formats.js';

it('docs/formats.md says what the formats declare (npm run readme)', () => {
  const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  expect(page).toBe(formatsPage(formats));
});
