import { describe, expect, it } from 'vitest';
import { columnByElimination } from './column-by-elimination.js';

const order = ['person', 'enterprise', 'institution', 'total'];
const names: Record<string, string> = {
  person: '自然人',
  enterprise: '商业企业',
  institution: '科研机构',
  total: '总计',
};

/** Heading cells from grid column 2 on; those that stand there by their name are found. */
function columnOf(heading: string[], id: string): number | null {
  const found = new Map<number, string>();
  heading.forEach((text, at) => {
    const named = order.find((own) => names[own] === text);
    if (named !== undefined) found.set(at + 2, named);
  });
  return columnByElimination(found, order, { id, cores: [names[id]!] }, (c) => heading[c - 2]);
}

describe('columnByElimination', () => {
  it('takes a cut name between its neighbours', () => {
    expect(columnOf(['自然人', '商业企业', '科机构', '总计'], 'institution')).toBe(4);
    expect(columnOf(['自热人', '商业企业', '科研机构', '总计'], 'person')).toBe(2);
    expect(columnOf(['自然人', '商业企业', '科研机构', '总汁'], 'total')).toBe(5);
  });

  it('takes no other name, no empty cell, and none that stands elsewhere', () => {
    expect(columnOf(['自然人', '商业企业', '社会组织', '总计'], 'institution')).toBeNull();
    expect(columnOf(['自然人', '商业企业', '', '总计'], 'institution')).toBeNull();
    expect(columnOf(['科机构', '自然人', '商业企业', '总计'], 'institution')).toBeNull();
    expect(columnOf(['自然人', '商业企业', '总计'], 'institution')).toBeNull();
  });
});
