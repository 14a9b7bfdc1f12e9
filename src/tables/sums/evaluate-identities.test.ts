import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity } from '../../model/template.js';
import { evaluateIdentity, type Operand } from './evaluate-identities.js';

const cells = (names: string): CellAddress[] => names.split(' ').map((column) => ({ row: 'r', column }));
/** a + b = c + d */
const equals: Identity = { id: 'sum', relation: 'equals', parts: cells('a b'), whole: cells('c d') };
const atMost: Identity = { id: 'subset', relation: 'at-most', parts: cells('a'), whole: cells('b') };

/** `3`, `_` for a printed blank, `?` for a cell that could not be read or is not there. */
function evaluate(identity: Identity, drawing: string) {
  const operands = new Map<string, Operand>(
    drawing
      .split(' ')
      .map((text, i) => [
        'abcd'[i]!,
        text === '_'
          ? { kind: 'blank' }
          : text === '?'
            ? { kind: 'open' }
            : { kind: 'number', value: Number(text) },
      ]),
  );
  return evaluateIdentity(identity, ({ column }) => operands.get(column)!);
}

describe('evaluateIdentity', () => {
  it.each([
    ['1 2 3 0', 'pass', 3, 3],
    ['1 2 4 0', 'fail', 3, 4],
    ['0 0 0 0', 'pass', 0, 0],
    ['-1 4 3 0', 'pass', 3, 3],
  ])('%s: %s', (drawing, status, left, right) => {
    expect(evaluate(equals, drawing)).toMatchObject({ status, left, right });
  });

  it('counts a printed blank as nothing', () => {
    expect(evaluate(equals, '3 _ 3 0').status).toBe('pass');
    expect(evaluate(equals, '3 _ 3 _').status).toBe('pass');
    expect(evaluate(equals, '3 4 3 _').status).not.toBe('pass');
  });

  it.each(['_ _ 3 0', '1 2 _ _', '_ _ _ _'])('can not compare %s: a whole side is blank', (drawing) => {
    expect(evaluate(equals, drawing).status).toBe('not-evaluable');
  });

  it('shows no sum of a side without a number', () => {
    expect(evaluate(equals, '_ _ 3 0')).toMatchObject({ left: null, right: 3 });
  });

  it.each(['? 2 3 0', '1 2 3 ?', '? ? ? ?', '? _ 3 _'])(
    'can not evaluate %s: a cell is unread',
    (drawing) => {
      expect(evaluate(equals, drawing).status).toBe('not-evaluable');
    },
  );

  it.each([
    ['2 5', 'pass'],
    ['5 5', 'pass'],
    ['6 5', 'fail'],
    ['_ 5', 'not-evaluable'],
    ['5 _', 'not-evaluable'],
    ['? 5', 'not-evaluable'],
  ])('a part of its whole, %s: %s', (drawing, status) => {
    expect(evaluate(atMost, drawing).status).toBe(status);
  });
});
