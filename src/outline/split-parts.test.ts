import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { kindWords } from '../../parsers/lookups/kind-words.js';
import { sectionRoles } from '../../parsers/lookups/section-roles.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { partDocument, splitParts } from './split-parts.js';

const lookups = { words: documentWords, divisions: loadDivisions(), sections: sectionRoles, kind: kindWords };
const report = (title: string): DrawnBlock[] => [
  title,
  '一、总体情况',
  '文',
  '二、主动公开政府信息情况',
  '文',
];
const parts = (...drawn: DrawnBlock[]) => splitParts(drawDocument(drawn), lookups);

describe('splitParts', () => {
  it('cuts last year from this year', () => {
    const drawn = [
      '首页',
      ...report('黟县2020年政府信息公开工作年度报告'),
      ...report('黟县2019年政府信息公开工作年度报告'),
    ];
    expect(parts(...drawn)).toMatchObject([
      { number: 0, firstBlock: 0, endBlock: 6 },
      { number: 1, firstBlock: 6, endBlock: 11, title: '黟县2019年政府信息公开工作年度报告' },
    ]);
  });

  it('cuts one body from another', () => {
    const drawn = [
      ...report('黟县财政局2020年政府信息公开工作年度报告'),
      ...report('黟县教育局2020年政府信息公开工作年度报告'),
    ];
    expect(parts(...drawn)).toHaveLength(2);
  });

  const title = '黟县2020年政府信息公开工作年度报告';
  const other = '黟县2019年政府信息公开工作年度报告';
  it.each<[string, DrawnBlock[]]>([
    ['a title repeated', [title, title, ...report(title)]],
    [
      'a body named in full below',
      ['黟县2020年政府信息公开年报', ...report('黟县人民政府2020年政府信息公开工作年度报告')],
    ],
    ['links to other years', [...report(title), other, '黟县2018年政府信息公开工作年度报告']],
    ['a menu above', [other, '黟县2018年政府信息公开工作年度报告', ...report(title)]],
    ['the same report twice', [...report(title), ...report(title)]],
    ['no title', ['一、总体情况', '二、其他需要报告的事项']],
    ['nothing', []],
  ])('leaves %s whole', (_, drawn) => {
    expect(parts(...drawn)).toEqual([
      { number: 0, firstBlock: 0, endBlock: drawn.length, title: null, others: [] },
    ]);
  });
});

describe('partDocument', () => {
  it('keeps numbers of blocks and offsets', () => {
    const parsed = drawDocument(['甲', '乙', '丙']);
    const part = partDocument(parsed, { number: 1, firstBlock: 1, endBlock: 2, title: null, others: [] });
    expect(part.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      '',
      '乙',
      '',
    ]);
    expect(part.blocks[1]).toBe(parsed.blocks[1]);
    expect(part.text).toBe(parsed.text);
  });
});
