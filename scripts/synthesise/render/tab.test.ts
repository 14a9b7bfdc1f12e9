import { describe, expect, it } from 'vitest';
import { breakLabel } from './tab.js';

describe('breakLabel', () => {
  it.each([
    ['商业企业', '商业\n企业'],
    ['社会公益组织', '社会\n公益\n组织'],
    ['三、本年度办理结果', '三\n、\n本\n年\n度\n办\n理\n结\n果'],
  ])('breaks %s', (label, broken) => {
    expect(breakLabel(label)).toBe(broken);
  });

  it.each(['1431', '-149', '173769', '0.00', '31万元', '6181万元', ''])(
    'leaves the figure %s whole',
    (figure) => {
      expect(breakLabel(figure)).toBe(figure);
    },
  );
});
