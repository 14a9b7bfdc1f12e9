import { describe, expect, it } from 'vitest';
import { dayInChina } from './day-in-china.js';

describe('dayInChina', () => {
  it.each([
    ['2024-01-19T16:00:00.000Z', '2024-01-20'],
    ['2024-01-19T15:59:59Z', '2024-01-19'],
    ['2024-01-20T08:30:00+08:00', '2024-01-20'],
    ['2024-01-19T20:00:00-0500', '2024-01-20'],
    ['1705680000', '2024-01-20'],
    ['1705680000000', '2024-01-20'],
  ])('%s is %s', (text, day) => {
    expect(dayInChina(text)).toBe(day);
  });

  it.each([
    '2024-01-19',
    '2024-01-19 16:00',
    '2024-01-19T16:00',
    '20240119',
    '13800138',
    'T16:00Z',
    '2024-13-45T00:00Z',
  ])('%s is no instant', (text) => {
    expect(dayInChina(text)).toBeNull();
  });
});
