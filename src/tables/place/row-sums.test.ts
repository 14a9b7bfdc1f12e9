import { describe, expect, it } from 'vitest';
import type { Identity } from '../../model/template.js';
import { NO_TRACE, type Slot } from '../slot.js';
import { rowSums } from './row-sums.js';

const cell = (column: string) => ({ row: 'x', column });
const slot = (text: string): Slot => ({ text, place: null, block: null });
const sum = (parts: string[], whole: string): Identity => ({
  ...{ id: whole, relation: 'equals' },
  ...{ parts: parts.map(cell), whole: [cell(whole)] },
});
const rowOf = (columns: string[], identity: Identity) =>
  rowSums({
    addresses: columns.map(cell),
    columns: columns.map((id) => ({ id, label: id })),
    identities: [identity],
  });

describe('rowSums', () => {
  it('keeps a sum of its own cells', () => {
    const { areKept } = rowOf(['a', 'b', 'total'], sum(['a', 'b'], 'total'));
    expect(areKept(['1', '2', '3'].map(slot))).toBe(true);
    expect(areKept([slot('3'), NO_TRACE, slot('3')])).toBe(true);
    expect(areKept(['1', '2', '4'].map(slot))).toBe(false);
  });

  it('keeps no sum with a cell that stands elsewhere, whatever that would be', () => {
    const { areKept, mayBeKept } = rowOf(['a', 'total'], sum(['a', 'b'], 'total'));
    expect(areKept(['3', '3'].map(slot))).toBe(false);
    expect(mayBeKept([slot('3'), NO_TRACE])).toBe(false);
  });

  it('lets a cell without a trace have held what the sum asks for', () => {
    const { mayBeKept } = rowOf(['a', 'b', 'total'], sum(['a', 'b'], 'total'));
    expect(mayBeKept([slot('1'), NO_TRACE, slot('3')])).toBe(true);
    expect(mayBeKept([slot('4'), NO_TRACE, slot('3')])).toBe(false);
  });
});
