import { describe, expect, it } from 'vitest';
import { across, down, drawText } from '../../testing/layout/drawn.js';
import { centred, figures, pageOf, rowsOf } from '../../testing/layout/drawn-table.js';
import { fillLattices } from '../ruled/fill-lattices.js';
import { completeLattices } from './complete-lattices.js';

describe('a table without borders', () => {
  const heading = [
    ...centred('信息内容', 140, 100),
    ...centred('制发件数', 250, 100),
    ...centred('废止件数', 310, 100),
  ];

  it('keeps labels apart that have a unit each', () => {
    const row = (y: number, label: string, unit: string, figure: string) => [
      ...drawText(label, { x: 50, y }),
      ...centred(unit, 200, y),
      ...centred(figure, 260, y),
    ];
    const names = ['一、公开', '二、解读', '三、申请', '其中：当面申请', '四、复议', '五、诉讼'];
    const glyphs = names.flatMap((name, i) => row(100 + 14 * i, name, '件', '85'));
    expect(rowsOf(glyphs)).toEqual(names.map((name) => `0:${name} 1:件 2:85`));
  });

  it('does not take the lines of a heading for lines between rows', () => {
    const lines = [85, 88, 91, 94, 97, 131].map((y) => across(y, 90, 340));
    const sides = [90, 190, 280, 340].map((x) => down(x, 85, 131));
    const glyphs = [
      ...centred('一、新收', 140, 111),
      ...figures(111, '4', '0'),
      ...centred('二、结转', 140, 125),
      ...figures(125, '0', '1'),
    ];
    expect(rowsOf(glyphs, [...lines, ...sides]).slice(-2)).toEqual([
      '0:一、新收 1:4 2:0',
      '0:二、结转 1:0 2:1',
    ]);
  });

  it('takes rows from labels that wrap, and columns from figures and headings', () => {
    const glyphs = [
      ...heading,
      ...centred('规章', 140, 120),
      ...figures(120, '1', '20'),
      ...centred('行政规范性文件的', 140, 138),
      ...figures(145, '3', '4'),
      ...centred('数量', 140, 152),
      ...centred('其他文件', 140, 170),
      ...figures(170, '50', '6'),
    ];
    expect(rowsOf(glyphs)).toEqual([
      '0:信息内容 1:制发件数 2:废止件数',
      '0:规章 1:1 2:20',
      '0:行政规范性文件的数量 1:3 2:4',
      '0:其他文件 1:50 2:6',
    ]);
  });

  it('keeps a column without any figure, and a row without figures', () => {
    const glyphs = [
      ...heading,
      ...centred('合计', 370, 100),
      ...centred('1.规章', 140, 120),
      ...figures(120, '1'),
      ...centred('', 310, 120),
      ...centred('1', 370, 120),
      ...centred('2.其他', 140, 140),
      ...centred('3.公告', 140, 160),
      ...figures(160, '3'),
      ...centred('3', 370, 160),
    ];
    expect(rowsOf(glyphs)).toEqual([
      '0:信息内容 1:制发件数 2:废止件数 3:合计',
      '0:1.规章 1:1 2: 3:1',
      '0:2.其他 1: 2: 3:',
      '0:3.公告 1:3 2: 3:3',
    ]);
  });

  it('parts the label of a group from those of its rows', () => {
    const group = [
      ...drawText('三、本', { x: 60, y: 137 }),
      ...drawText('年办理', { x: 60, y: 151 }),
      ...drawText('结果', { x: 65, y: 165 }),
    ];
    const glyphs = [
      ...heading,
      ...centred('一、本年新收申请数量', 120, 118),
      ...figures(118, '9', '8'),
      ...group,
      ...centred('（一）公开', 150, 138),
      ...figures(138, '1', '2'),
      ...centred('（二）部分', 150, 158),
      ...figures(158, '3', '4'),
      ...centred('（三）其他', 150, 178),
      ...figures(178, '5', '2'),
    ];
    expect(rowsOf(glyphs)).toEqual([
      '0:信息内容 2:制发件数 3:废止件数',
      '0:一、本年新收申请数量 2:9 3:8',
      '0:三、本年办理结果 1:（一）公开 2:1 3:2',
      '1:（二）部分 2:3 3:4',
      '1:（三）其他 2:5 3:2',
    ]);
  });

  it('does so where the label of a row below them begins further left', () => {
    const glyphs = [
      ...heading,
      ...centred('一、本年新收申请数量', 120, 118),
      ...figures(118, '9', '8'),
      ...drawText('（五）不', { x: 60, y: 138 }),
      ...drawText('3.要求提供', { x: 107, y: 138 }),
      ...figures(145, '1', '2'),
      ...drawText('予处理', { x: 65, y: 152 }),
      ...drawText('公开出版物', { x: 107, y: 152 }),
      ...drawText('4.无正当理由', { x: 107, y: 172 }),
      ...figures(172, '5', '2'),
      ...drawText('（七）总计', { x: 103, y: 192 }),
      ...figures(192, '5', '2'),
    ];
    expect(rowsOf(glyphs).slice(2)).toEqual([
      '0:（五）不予处理 1:3.要求提供公开出版物 2:1 3:2',
      '0: 1:4.无正当理由 2:5 3:2',
      '0:（七）总计 2:5 3:2',
    ]);
  });

  it('begins with the label of its first row, beside the end of one from the page before', () => {
    const glyphs = [
      ...drawText('果', { x: 30, y: 100 }),
      ...drawText('2.其他法律禁止', { x: 107, y: 100 }),
      ...figures(107, '—', '1'),
      ...drawText('公开', { x: 127, y: 114 }),
      ...drawText('3.危及稳定', { x: 107, y: 134 }),
      ...figures(134, '13', '—'),
      ...drawText('4.其他', { x: 107, y: 154 }),
      ...figures(154, '3', '2'),
    ];
    expect(rowsOf(glyphs)).toEqual([
      '0:果 1:2.其他法律禁止公开 2:— 3:1',
      '0: 1:3.危及稳定 2:13 3:—',
      '0: 1:4.其他 2:3 3:2',
    ]);
  });

  it('leaves prose in two columns and addresses alone', () => {
    const glyphs = [
      ...drawText('公开工作列入年度考核', { x: 50, y: 100 }),
      ...drawText('全年组织业务培训９次', { x: 300, y: 100 }),
      ...drawText('没有需要追究责任的事', { x: 50, y: 120 }),
      ...drawText('项目进度分批晒出接受', { x: 300, y: 120 }),
      ...drawText('电话', { x: 50, y: 160 }),
      ...drawText('12345', { x: 100, y: 160 }),
    ];
    expect(completeLattices(pageOf(glyphs)).lattices).toEqual([]);
  });

  it('begins below the prose that follows a line with gaps', () => {
    const glyphs = [
      ...[100, 180, 230, 260].flatMap((x, i) =>
        drawText(['日期：2025', '字号：', '大', '小'][i]!, { x, y: 40 }),
      ),
      ...drawText('一年来我局把群众看得到看得懂作为公开工作的尺子通过门户网站主动公开', { x: 30, y: 60 }),
      ...drawText('政府信息公开情况', { x: 30, y: 80 }),
      ...heading,
      ...centred('规章', 140, 120),
      ...figures(120, '128', '225'),
      ...centred('其他', 140, 140),
      ...figures(140, '—', '—'),
    ];
    expect(rowsOf(glyphs).slice(-3)).toEqual([
      '0:信息内容 1:制发件数 2:废止件数',
      '0:规章 1:128 2:225',
      '0:其他 1:— 2:—',
    ]);
    expect(rowsOf(glyphs).join()).not.toContain('一年来');
  });

  it('takes no column from the page before beside a heading that does not name it', () => {
    const glyphs = [
      ...heading,
      ...centred('规章', 140, 120),
      ...figures(120, '128', '225'),
      ...centred('其他', 140, 140),
      ...figures(140, '3', '4'),
    ];
    const { lattices } = completeLattices(pageOf(glyphs), [100, 180, 215, 280, 350]);
    expect(lattices[0]!.xs).toEqual([100, 180, 280, 350]);
  });

  it('hands the columns of its last rows to the next page, and not those of an earlier heading', () => {
    const row = (y: number, label: string, ...texts: string[]) => [
      ...centred(label, 140, y),
      ...texts.flatMap((text, i) => centred(text, 250 + (120 / texts.length) * i, y)),
    ];
    const upper = [
      row(100, '信息内容', '甲', '乙', '丙'),
      row(120, '规章', '1', '2', '3'),
      row(140, '其他', '6', '7', '8'),
    ];
    const lower = [row(160, '信息内容', '丁', '戊'), row(180, '许可', '4', '5'), row(200, '处罚', '1', '9')];
    const columns = completeLattices(pageOf([...upper, ...lower].flat())).lastColumns;
    expect(columns.map(Math.round)).toEqual([118, 198, 270, 337]);
  });
});

describe('cells that are filled one by one', () => {
  it('are a table, with the ground between them for borders', () => {
    const cells = [
      [81, 91, 199, 109],
      [201, 91, 299, 109],
      [81, 111, 199, 129],
      [201, 111, 299, 129],
    ] as [number, number, number, number][];
    const ground: [number, number, number, number] = [80, 90, 300, 130];
    const [table, ...others] = fillLattices([ground, ...cells], 600, 800);
    expect(others).toEqual([]);
    expect(table?.cells).toHaveLength(4);
    expect(fillLattices([cells[0]!, cells[1]!, [81, 151, 199, 169], [201, 151, 299, 169]], 600, 800)).toEqual(
      [],
    );
  });
});
