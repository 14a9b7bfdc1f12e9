import { describe, expect, it } from 'vitest';
import { parseCell } from './parse-cell.js';

const number = (text: string) => {
  const reading = parseCell(text);
  return reading.kind === 'number' ? reading.value : reading.kind;
};

describe('parseCell', () => {
  it.each([
    ['12', 12],
    [' 4', 4],
    ['4\u00a0', 4],
    ['１２', 12],
    ['1,362', 1362],
    ['1，362', 1362],
    ['0.00', 0],
    ['+3', 3],
    ['-11', -11],
    ['－11', -11],
    ['--253', -253],
    ['减4', -4],
    ['6181万元', 6181],
    ['6181 万元', 6181],
    ['22（其中修订16件）', 22],
    ['22，其中修订16件', 22],
    ['22；（其中修订16件）', 22],
    ['1\u200b2', 12],
    ['-0', 0],
  ])('reads %j as %j', (text, value) => {
    expect(Object.is(number(text), value)).toBe(true);
  });

  it.each([
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['—', 'placeholder'],
    ['/', 'placeholder'],
    ['无', 'placeholder'],
    ['0 0', 'text'],
    ['1 362', 'text'],
    ['1.属于国家秘密', 'text'],
    ['三', 'text'],
    ['2020年', 'text'],
    ['12-3', 'text'],
    ['1,93 8', 'text'],
    ['1,O17', 'text'],
    ['2，l82', 'text'],
    ['1,〇17', 'text'],
  ])('calls %j %s', (text, kind) => {
    expect(parseCell(text).kind).toBe(kind);
  });

  it('names what is unusual', () => {
    expect(parseCell('22（其中修订16件）')).toMatchObject({ flags: ['note-in-cell'] });
    expect(parseCell('1,36')).toMatchObject({ flags: ['separator-doubtful'] });
    expect(parseCell('减4')).toMatchObject({ flags: ['sign-word'] });
  });
});
