import { describe, expect, it } from 'vitest';
import type { Flag } from '../model/codes/flag-codes.js';
import type { Confidence } from '../model/report-record.js';
import type { CellDraft } from '../tables/cell-draft.js';
import { type CellReading, chooseReading } from './choose-reading.js';

/** `3 verified`, `- blank`, `7 suspect label-missing`: a cell as one carrier has it. */
function reading(drawn: string, carrier: number, isOtherForm = false): CellReading {
  const [number, confidence, ...doubts] = drawn.split(' ') as [string, Confidence, ...Flag[]];
  const value = number === '-' ? null : Number(number);
  const raw = value === null ? null : number;
  const isPrinted = confidence !== 'blank' && confidence !== 'missing';
  const draft: CellDraft = {
    ...{ row: 'r', column: 'c', value, raw, unit: null, flags: [], doubts, rivals: [] },
    ...{ rowLabelled: true, columnLabelled: true, isRowWhole: true, place: null, block: null },
    state: isPrinted ? (value === null ? 'unreadable' : 'number') : confidence,
  };
  return { carrier, draft, cell: { value, raw, confidence, flags: [], at: null }, isOtherForm };
}

function choose(...drawn: string[]) {
  const choice = chooseReading(drawn.map((each, carrier) => reading(each, carrier)));
  const say = ({ carrier, value }: { carrier: number; value: number | null }) => `${value}@${carrier}`;
  return {
    stands: say({ carrier: choice.reading.carrier, value: choice.reading.cell.value }),
    rivals: choice.rivals.map(say),
    overruled: choice.overruled.map(say),
  };
}
const stands = (what: string, rivals: string[] = [], overruled: string[] = []) => ({
  ...{ stands: what, rivals, overruled },
});

describe('chooseReading', () => {
  it.each([
    // The first carrier's, where it is as good as any.
    [['3 verified', '3 verified'], stands('3@0')],
    [['3 read', '3 verified'], stands('3@0')],
    // A sure number for a doubtful one, a blank or nothing.
    [['8 suspect', '3 read'], stands('3@1', [], ['8@0'])],
    [['- suspect', '3 read'], stands('3@1')],
    [['- blank', '3 read'], stands('3@1', [], ['null@0'])],
    [['- blank', '0 read'], stands('0@1')],
    [['- missing', '3 verified'], stands('3@1')],
    [['3 read', '8 suspect'], stands('3@0', [], ['8@1'])],
    // Two sure numbers: neither is believed, whatever confirmed one of them.
    [['3 read', '8 verified'], stands('3@0', ['8@1'])],
    [['3 verified', '8 verified', '8 read'], stands('8@1', ['3@0'])],
    // Nothing sure: what is plainly printed before what may belong elsewhere.
    [['8 suspect row-order', '8 suspect'], stands('8@1')],
    [['8 suspect', '3 suspect'], stands('8@0', ['3@1'])],
    [['- suspect', '3 suspect'], stands('3@1')],
    // A printed blank, before a number that may belong elsewhere.
    [['8 suspect row-order', '- blank'], stands('null@1', [], ['8@0'])],
    [['0 suspect needs-confirmation', '- blank'], stands('null@1')],
    [['- suspect rivals', '- blank'], stands('null@1')],
    [['- blank', '8 suspect'], stands('8@1')],
    [['- missing', '- blank'], stands('null@1')],
    [['- missing', '- missing'], stands('null@0')],
  ])('%j', (drawn, expected) => {
    expect(choose(...drawn)).toEqual(expected);
  });

  it('doubts a number that no sum confirms and another carrier rules out', () => {
    const undecided = reading('- suspect rivals', 1);
    undecided.draft.state = 'undecided';
    undecided.draft.rivals = [4, 47];
    const rivalsOf = (drawn: string) =>
      chooseReading([reading(drawn, 0), undecided]).rivals.map(({ value }) => value);
    expect(rivalsOf('7 read')).toEqual([4, 47]);
    expect(rivalsOf('47 read')).toEqual([]);
    expect(rivalsOf('7 verified')).toEqual([]);
    // What is undecided may be blank, too.
    expect(rivalsOf('0 read')).toEqual([]);
  });

  it('takes nothing from a table of another form, and is warned by it', () => {
    const choice = chooseReading([reading('3 verified', 0), reading('8 verified', 1, true)]);
    expect(choice).toMatchObject({ reading: { carrier: 0 }, rivals: [{ carrier: 1, value: 8 }] });
    const gap = chooseReading([reading('- missing', 0), reading('8 verified', 1, true)]);
    expect(gap).toMatchObject({ reading: { carrier: 0 }, rivals: [] });
  });
});
