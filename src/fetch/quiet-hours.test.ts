import { describe, expect, it } from 'vitest';
import { drawQuietHours, isQuiet, parseQuietHours } from './quiet-hours.js';

/** China is eight hours ahead of UTC, all year. */
const inChina = (hour: number, minute = 0): number => Date.UTC(2024, 6, 2, hour - 8, minute);

describe('quiet hours', () => {
  it('are read and drawn', () => {
    expect(drawQuietHours(parseQuietHours('8:30-18:00'))).toBe('08:30-18:00 Asia/Shanghai');
    expect(drawQuietHours(parseQuietHours(' 22:00 - 06:00 UTC '))).toBe('22:00-06:00 UTC');
    expect(drawQuietHours(parseQuietHours('18:00-24:00'))).toBe('18:00-24:00 Asia/Shanghai');
  });

  it.each([
    '',
    '8-18',
    '25:00-26:00',
    '08:60-09:00',
    '08:00-24:01',
    '08:00-08:00',
    '08:00-18:00 Mars/Olympus',
  ])('refuse %s', (text) => {
    expect(() => parseQuietHours(text)).toThrow(RangeError);
  });

  it('hold from their first minute and end before their last', () => {
    const day = parseQuietHours('08:30-18:00');
    expect(
      [inChina(8, 29), inChina(8, 30), inChina(17, 59), inChina(18)].map((at) => isQuiet(at, day)),
    ).toEqual([false, true, true, false]);
  });

  it('run over midnight', () => {
    const night = parseQuietHours('22:00-06:00');
    expect(
      [inChina(21, 59), inChina(22), inChina(24), inChina(29, 59), inChina(30)].map((at) =>
        isQuiet(at, night),
      ),
    ).toEqual([false, true, true, true, false]);
  });
});
