import { describe, expect, it } from 'vitest';
import { clip, padEnd, padStart, widthOf, wrap } from './fit-width.js';

describe('widths in a terminal', () => {
  it('counts a Chinese character and its punctuation as two, colours as none', () => {
    expect(widthOf('年报2022（一）')).toBe(14);
    expect(widthOf('\u001b[31m总计\u001b[39m')).toBe(4);
    expect(padStart('总计', 6)).toBe('  总计');
    expect(padEnd('总计', 5)).toBe('总计 ');
    expect(padEnd('总计', 3)).toBe('总计');
  });

  it('clips with a sign, never through a character', () => {
    expect(clip('行政复议', 8)).toBe('行政复议');
    expect(clip('行政复议', 7)).toBe('行政复…');
    expect(clip('行政复议', 6)).toBe('行政…');
  });

  it.each([
    ['社会公益组织', 8, ['社会公益', '组织']],
    ['a sum that holds', 7, ['a sum', 'that', 'holds']],
    ['（一）予以公开', 9, ['（一）予', '以公开']],
    ['make 3, but 总计 says 4', 12, ['make 3, but', '总计 says 4']],
    ['applications', 5, ['appli', 'catio', 'ns']],
    ['宽', 1, ['宽']],
    ['', 10, ['']],
  ])('wraps %s to %i', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  it('puts no closing punctuation at the start of a line', () => {
    expect(wrap('不够，明年', 4)).toEqual(['不', '够，', '明年']);
  });
});
