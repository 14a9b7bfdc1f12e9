import { expect, it } from 'vitest';
import { parseMoment } from './parse-moment.js';

it('gives the day in China of a moment that a machine wrote', () => {
  for (const moment of [
    '2024-01-19T16:00:00.000Z',
    '2024-01-19T16:00:00Z',
    '2024-01-19 16:00:00 UTC',
    '2024-01-20T00:30:00+08:00',
    '2024-01-20T00:30:00+0800',
    '20 Jan 2024 10:00:00 +0800',
    'Fri, 19 Jan 2024 16:00:00 GMT',
    '1705680000',
    '1705680000000',
  ])
    expect(parseMoment(moment), moment).toBe('2024-01-20');
});

it('leaves days and times without a zone to whoever reads dates', () => {
  for (const text of [
    '2024-01-19',
    '2024-01-19 16:00',
    '2024年1月19日',
    '20240119',
    '',
    '2024-13-45T99:00:00Z',
  ])
    expect(parseMoment(text), text).toBeNull();
});
