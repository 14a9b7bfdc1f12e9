import { describe, expect, it } from 'vitest';
import { across, down, drawText } from '../../testing/layout/drawn.js';
import type { PageContent, Ruling } from '../page/page-content.js';
import { layoutDocument } from './layout-document.js';

type Placed = readonly [text: string, x: number, y: number];

const pageOf = (texts: readonly Placed[], rulings: Ruling[] = []): PageContent => ({
  number: 1,
  width: 500,
  height: 700,
  glyphs: texts.flatMap(([text, x, y]) => drawText(text, { x, y })),
  rulings,
  hiddenText: '',
  rotatedText: '',
  isTextInvisible: false,
  hasDrawing: false,
  unmappedFonts: [],
  unmappedShare: 0,
  toDisplay: (box) => box,
});

const blocksOf = (page: PageContent): string[] =>
  layoutDocument([page]).blocks.map((block) =>
    block.kind === 'paragraph' ? block.run.text : block.table.cells.map(({ run }) => run.text).join(' | '),
  );

/** A paragraph over both columns, from the height y: three lines on the left, three on the right. */
const paragraphAt = (y: number): Placed[] => [
  ['甲甲甲甲甲甲甲甲甲甲甲甲，甲甲甲甲', 70, y],
  ['乙乙乙乙乙乙乙乙乙乙乙乙，乙乙乙乙乙乙', 50, y + 16],
  ['丙丙丙丙丙丙丙丙丙丙丙丙，丙丙丙丙丙丙', 50, y + 32],
  ['丁丁丁丁丁丁丁丁丁丁丁丁，丁丁丁丁丁丁', 260, y],
  ['戊戊戊戊戊戊戊戊戊戊戊戊，戊戊戊戊戊戊', 260, y + 16],
  ['己己己己己。', 260, y + 32],
];
const paragraph =
  '甲甲甲甲甲甲甲甲甲甲甲甲，甲甲甲甲乙乙乙乙乙乙乙乙乙乙乙乙，乙乙乙乙乙乙丙丙丙丙丙丙丙丙丙丙丙丙，丙丙丙丙丙丙' +
  '丁丁丁丁丁丁丁丁丁丁丁丁，丁丁丁丁丁丁戊戊戊戊戊戊戊戊戊戊戊戊，戊戊戊戊戊戊己己己己己。';

describe('prose in two columns', () => {
  it('is read one column after the other, under a title over both', () => {
    const title: Placed = ['政府信息公开工作年度报告', 190, 100];
    expect(blocksOf(pageOf([title, ...paragraphAt(130)]))).toEqual(['政府信息公开工作年度报告', paragraph]);
  });

  it('ends at headings, which begin the columns anew', () => {
    const headings: Placed[] = [
      ['一、总体情况', 50, 100],
      ['二、存在的问题', 50, 190],
    ];
    const page = pageOf([...headings, ...paragraphAt(122), ...paragraphAt(212)]);
    expect(blocksOf(page)).toEqual(['一、总体情况', paragraph, '二、存在的问题', paragraph]);
  });

  it('ends at a table over both columns', () => {
    const rulings = [
      ...[200, 220, 240].map((y) => across(y, 50, 450)),
      ...[50, 200, 450].map((x) => down(x, 200, 240)),
    ];
    const cells: Placed[] = [
      ['规章', 55, 214],
      ['3', 300, 214],
      ['文件', 55, 234],
      ['8', 300, 234],
    ];
    const page = pageOf([...paragraphAt(130), ...cells, ...paragraphAt(270)], rulings);
    expect(blocksOf(page)).toEqual([paragraph, '规章 | 3 | 文件 | 8', paragraph]);
  });

  it('leaves a table without borders beside it whole', () => {
    const cells = ['规章', '规范性文件', '行政许可', '行政处罚'].flatMap((label, i): Placed[] => [
      [label, 50, 230 + 16 * i],
      [String(3 + i), 180, 230 + 16 * i],
      [String(40 + i), 290, 230 + 16 * i],
      [String(500 + i), 400, 230 + 16 * i],
    ]);
    const [prose, table] = blocksOf(pageOf([...paragraphAt(130), ...cells]));
    expect(prose).toBe(paragraph);
    expect(table).toBe(
      '规章 | 3 | 40 | 500 | 规范性文件 | 4 | 41 | 501 | 行政许可 | 5 | 42 | 502 | 行政处罚 | 6 | 43 | 503',
    );
  });

  it('reads lines of names and dates beside each other across', () => {
    const page = pageOf([
      ['发布机关：清泉县教育局', 50, 100],
      ['发布日期：2024年1月12日', 260, 100],
      ['联系电话：0551-6280000', 50, 116],
      ['邮政编码：230001', 260, 116],
    ]);
    expect(blocksOf(page)).toEqual([
      '发布机关：清泉县教育局  发布日期：2024年1月12日',
      '联系电话：0551-6280000  邮政编码：230001',
    ]);
  });
});
