import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';

const number = (v: number, z = 'General'): CellObject => ({ t: 'n', v, z });

/** A sheet of rows; merged cells as A1:B2. */
function sheetOf(rows: (string | CellObject | null)[][], merges: string[] = []): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return sheet;
}

/** A workbook with numbers in formats, formulas, and what a reader of it does not see. */
export const oddWorkbook = (): Uint8Array => {
  const first = sheetOf(
    [
      ['青岚县2023年统计', null, null, null],
      ['指标', '数量', '隐列', '金额'],
      ['甲', number(1234.5, '#,##0'), number(77), number(0.5, '0.00')],
      ['隐行', number(88), number(88), number(88)],
      ['乙', number(45291, 'yyyy-mm-dd'), number(77), { t: 'n', v: 12, f: 'SUM(B3:B3)' }],
      ['丙', number(0, '0;-0;;@'), number(77), { t: 'e', v: 0x07, w: '#DIV/0!' }],
      ['丁', null, null, number(9)],
      ['备注：以上数字截至年底。', null, null, null],
    ],
    ['A1:D1', 'B7:C7', 'A8:D8'],
  );
  first['!rows'] = [{}, {}, {}, { hidden: true }];
  first['!cols'] = [{}, {}, { hidden: true }];
  const hidden = sheetOf([['旧数', number(66)]]);
  const second = sheetOf([['第二表'], ['名', '值'], ['戊', number(3)], ['己', null]]);
  const book = utils.book_new();
  utils.book_append_sheet(book, first, '一');
  utils.book_append_sheet(book, hidden, '二');
  utils.book_append_sheet(book, second, '三');
  book.Workbook = { Sheets: [{}, { Hidden: 1 }, {}] };
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
};
