import { describe, expect, it } from 'vitest';
import { drawDocument } from '../testing/draw-table.js';
import { auditLeftovers } from './audit-leftovers.js';

const table = { table: '会议 | 12 | 7\n培训 | 3 | 若干' };

describe('auditLeftovers', () => {
  it('names a table that no form took', () => {
    const { blocks } = drawDocument({ paragraph: '前文' }, table);
    const [issue] = auditLeftovers(blocks, []);
    expect(issue).toMatchObject({ code: 'leftover-table', severity: 'warning', at: { block: 1 } });
    expect(issue!.message).toContain('会议');
    expect(issue!.message).toContain('12, 7, 3');
  });

  it('says nothing of a table that was used', () => {
    const { blocks } = drawDocument(table);
    expect(auditLeftovers(blocks, [{ start: blocks[0]!.start, end: blocks[0]!.end }])).toEqual([]);
  });

  it('names what is left of a table that was used in part', () => {
    const { blocks, text } = drawDocument(table);
    const issues = auditLeftovers(blocks, [{ start: text.indexOf('培训'), end: text.length }]);
    expect(issues.map((issue) => issue.message)).toEqual([expect.stringContaining('12, 7')]);
    expect(issues[0]!.message).not.toContain('7, 3');
  });

  it('says nothing of a lone number, of words, or of prose', () => {
    const { blocks } = drawDocument(
      { table: '浏览次数 | 152' },
      { table: '联系人 | 某科' },
      { paragraph: '共 12 34 件' },
    );
    expect(auditLeftovers(blocks, [])).toEqual([]);
  });

  it('does not name hundreds of numbers', () => {
    const { blocks } = drawDocument({ table: `数 | ${Array.from({ length: 50 }, (_, i) => i).join(' | ')}` });
    expect(auditLeftovers(blocks, [])[0]!.message).toContain('and 42 more');
  });
});
