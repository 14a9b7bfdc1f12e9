import { describe, expect, it } from 'vitest';
import { across, down } from '../../testing/layout/drawn.js';
import { centred, figures, rowsOf } from '../../testing/layout/drawn-table.js';

describe('a table with some borders missing', () => {
  const frame = [80, 200, 280, 340].map((x) => down(x, 90, 150));

  it('goes on with a border between rows that is drawn beside the labels only', () => {
    const rulings = [
      ...frame,
      across(90, 80, 340),
      across(110, 80, 340),
      across(130, 80, 200),
      across(150, 80, 340),
    ];
    const glyphs = [
      ...centred('信息内容', 140, 104),
      ...centred('件数', 240, 104),
      ...centred('合计', 310, 104),
      ...centred('规章', 140, 124),
      ...centred('４５', 240, 124),
      ...centred('其他', 140, 144),
      ...centred('85', 240, 144),
      ...centred('85', 310, 144),
    ];
    expect(rowsOf(glyphs, rulings)).toEqual([
      '0:信息内容 1:件数 2:合计',
      '0:规章 1:４５ 2:',
      '0:其他 1:85 2:85',
    ]);
  });

  it('does so where only one of the rows holds figures, or none', () => {
    const rulings = [
      ...[80, 200, 280, 340].map((x) => down(x, 90, 190)),
      ...[90, 110, 150, 190].map((y) => across(y, 80, 340)),
      across(130, 80, 200),
      across(170, 80, 200),
    ];
    const glyphs = [
      ...centred('信息内容', 140, 104),
      ...centred('件数', 240, 104),
      ...centred('合计', 310, 104),
      ...centred('规章', 140, 124),
      ...centred('其他', 140, 144),
      ...centred('85', 240, 144),
      ...centred('85', 310, 144),
      ...centred('公告', 140, 164),
      ...centred('通告', 140, 184),
    ];
    expect(rowsOf(glyphs, rulings).slice(1)).toEqual([
      '0:规章 1: 2:',
      '0:其他 1:85 2:85',
      '0:公告 1: 2:',
      '0:通告 1: 2:',
    ]);
  });

  it('does so between double borders', () => {
    const double = (at: number) => [at - 1.6, at + 1.6];
    const rulings = [
      ...[80, 200, 280].flatMap(double).map((x) => down(x, 87.5, 152.5)),
      ...[90, 110, 150].flatMap(double).map((y) => across(y, 77.5, 282.5)),
      ...double(130).map((y) => across(y, 77.5, 202)),
    ];
    const glyphs = [
      ...centred('统计指标', 140, 104),
      ...centred('统计数', 240, 104),
      ...centred('申请数', 140, 124),
      ...centred('————', 240, 124),
      ...centred('其他', 140, 144),
      ...centred('85', 240, 144),
    ];
    expect(rowsOf(glyphs, rulings)).toEqual(['0:统计指标 1:统计数', '0:申请数 1:————', '0:其他 1:85']);
  });

  it('does so where no border between columns is drawn either', () => {
    const rulings = [90, 110, 150, 170].map((y) => across(y, 80, 340));
    const glyphs = [
      ...centred('信息内容', 140, 104),
      ...centred('件数', 240, 104),
      ...centred('合计', 310, 104),
      ...centred('规章', 140, 124),
      ...figures(124, '4', '4'),
      ...centred('其他', 140, 144),
      ...figures(144, '/', '/'),
      ...centred('公告', 140, 164),
      ...figures(164, '1', '1'),
    ];
    expect(rowsOf(glyphs, [...rulings, across(130, 80, 200)]).slice(1)).toEqual([
      '0:规章 1:4 2:4',
      '0:其他 1:/ 2:/',
      '0:公告 1:1 2:1',
    ]);
  });

  it('parts two columns of figures that no border parts', () => {
    const rulings = [
      ...[80, 200, 340].map((x) => down(x, 90, 150)),
      ...[90, 110, 130, 150].map((y) => across(y, 80, 340)),
    ];
    const glyphs = [
      ...centred('信息内容', 140, 104),
      ...centred('件数', 240, 104),
      ...centred('合计', 310, 104),
      ...centred('规章', 140, 124),
      ...centred('10', 240, 124),
      ...centred('29', 310, 124),
      ...centred('其他', 140, 144),
      ...centred('5', 310, 144),
    ];
    expect(rowsOf(glyphs, rulings)).toEqual([
      '0:信息内容 1:件数 2:合计',
      '0:规章 1:10 2:29',
      '0:其他 1: 2:5',
    ]);
  });
});

describe('a column line that is left out', () => {
  it('goes between two names, though cells over all columns hold text there', () => {
    const rulings = [
      ...[80, 340].map((x) => down(x, 90, 190)),
      ...[200, 260].map((x) => down(x, 90, 150)),
      down(200, 150, 190),
      ...[90, 110, 130, 150, 170, 190].map((y) => across(y, 80, 340)),
    ];
    const glyphs = [
      ...centred('信息内容', 140, 104),
      ...centred('制发', 230, 104),
      ...centred('废止', 280, 104),
      ...centred('有效', 320, 104),
      ...centred('规章', 140, 124),
      ...centred('7', 320, 124),
      ...centred('其他', 140, 144),
      ...centred('1', 230, 144),
      ...centred('3', 280, 144),
      ...centred('信息内容', 140, 164),
      ...centred('本年收费金额', 300, 164),
      ...centred('收费', 140, 184),
      ...centred('615', 300, 184),
    ];
    expect(rowsOf(glyphs, rulings).slice(0, 3)).toEqual([
      '0:信息内容 1:制发 2:废止 3:有效',
      '0:规章 1: 2: 3:7',
      '0:其他 1:1 2:3 3:',
    ]);
  });

  it('goes between two names on different lines, where one column is without figures', () => {
    const rulings = [
      ...[80, 200, 260, 340].map((x) => down(x, 90, 170)),
      down(80, 110, 130),
      across(110, 200, 340),
      ...[90, 130, 150, 170].map((y) => across(y, 80, 340)),
    ];
    const glyphs = [
      ...centred('信息内容', 140, 114),
      ...centred('申请人', 250, 104),
      ...centred('法人', 230, 124),
      ...centred('其他', 280, 124),
      ...centred('总计', 320, 114),
      ...centred('一、新收', 140, 144),
      ...centred('7', 230, 144),
      ...centred('7', 320, 144),
      ...centred('二、结转', 140, 164),
      ...centred('3', 320, 164),
    ];
    expect(rowsOf(glyphs, rulings).slice(-2)).toEqual(['0:一、新收 1:7 2: 3:7', '0:二、结转 1: 2: 3:3']);
  });

  it('is not looked for beside the title of a section', () => {
    const rulings = [
      ...[80, 340].map((x) => down(x, 90, 190)),
      ...[200, 260].map((x) => down(x, 90, 130)),
      down(200, 150, 190),
      ...[90, 110, 130, 150, 170, 190].map((y) => across(y, 80, 340)),
    ];
    const glyphs = [
      ...centred('信息内容', 140, 104),
      ...centred('制发', 230, 104),
      ...centred('废止', 282, 104),
      ...centred('有效', 322, 104),
      ...centred('其他', 140, 124),
      ...centred('1', 282, 124),
      ...centred('第二十条第五项', 235, 144),
      ...centred('信息内容', 140, 164),
      ...centred('本年处理数量', 290, 164),
      ...centred('许可', 140, 184),
      ...centred('7', 290, 184),
    ];
    expect(rowsOf(glyphs, rulings).slice(0, 2)).toEqual([
      '0:信息内容 1:制发 2:废止 3:有效',
      '0:其他 1: 2:1 3:',
    ]);
  });
});
