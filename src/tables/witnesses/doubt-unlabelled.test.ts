import { describe, expect, it } from 'vitest';
import type { CellDraft } from '../cell-draft.js';
import type { OfficialRow } from '../official-labels.js';
import { doubtUnlabelled } from './doubt-unlabelled.js';

/** The form's rows in order: `r3` was found by its label, `r3?` by its neighbours, `r3~?` so beside words, `r3!` out of order, `.` not at all. */
function doubted(drawing: string, values: Record<string, number> = {}): string[] {
  const pieces = drawing.split(' ');
  const officials = pieces.map(
    (_, i) => ({ spec: { id: `r${i}`, labelPath: [''] as readonly string[] } }) as OfficialRow,
  );
  const rows = pieces.flatMap((piece, i) => {
    if (piece === '.') return [];
    const labelScore = piece.endsWith('?') ? null : 1;
    return [{ official: i, physical: i, labelScore, ...(piece.endsWith('!') ? { outOfOrder: true } : {}) }];
  });
  const drafts = rows.map(
    ({ official }) =>
      ({
        row: `r${official}`,
        column: 'c',
        state: pieces[official]!.includes('~') ? 'unreadable' : 'number',
        value: values[`r${official}`] ?? official,
        doubts: [] as string[],
      }) as unknown as CellDraft,
  );
  const alignment = { rows, score: 0, first: 0, last: 0 };
  doubtUnlabelled({ drafts, rows: [], alignment, officials, empty: new Set() });
  return drafts.filter((draft) => draft.doubts.includes('label-missing')).map((draft) => draft.row);
}

describe('doubtUnlabelled', () => {
  it('doubts no row that has its label', () => {
    expect(doubted('r0 r1 r2')).toEqual([]);
    expect(doubted('r0 . r2')).toEqual([]);
  });

  it('is sure of one row in a gap of one', () => {
    expect(doubted('r0 r1? r2')).toEqual([]);
    expect(doubted('r0? r1')).toEqual([]);
    expect(doubted('r0 r1?')).toEqual([]);
  });

  it('doubts a row where something else stands in the place of a figure', () => {
    expect(doubted('r0 r1~? r2')).toEqual(['r1']);
    expect(doubted('r0 r1~? r2? r3', { r1: 5, r2: 5 })).toEqual(['r1', 'r2']);
  });

  it('doubts one row where two could stand', () => {
    expect(doubted('r0 r1? . r3')).toEqual(['r1']);
    expect(doubted('r0 . r2? r3')).toEqual(['r2']);
    expect(doubted('. r1? r2')).toEqual(['r1']);
    expect(doubted('r0 r1? .')).toEqual(['r1']);
  });

  it('doubts several rows in a gap of as many, but not what is the same in all of them', () => {
    expect(doubted('r0 r1? r2? r3')).toEqual(['r1', 'r2']);
    expect(doubted('r0 r1? r2? r3', { r1: 5, r2: 5 })).toEqual([]);
  });

  it('doubts even equal rows where there is room for more', () => {
    expect(doubted('r0 r1? r2? . r4', { r1: 5, r2: 5 })).toEqual(['r1', 'r2']);
  });

  it('looks at each gap for itself', () => {
    expect(doubted('r0 r1? r2 r3? . r5')).toEqual(['r3']);
  });

  it('does not close a gap with a row that stands elsewhere', () => {
    expect(doubted('r0 r1? r2! r3')).toEqual(['r1']);
  });
});
