import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionRoles } from '../../parsers/lookups/section-roles.js';
import type { Section } from '../model/report-record.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { readOrdinal } from '../words/read-ordinal.js';
import { splitSections } from './split-sections.js';

const split = (...drawn: DrawnBlock[]) => splitSections(drawDocument(drawn), sectionRoles);
/** 一 overview 总体情况 [children] */
const outline = (sections: Section[]): string[] =>
  sections.flatMap((section) => [
    `${'  '.repeat(section.level - 1)}${section.ordinal ?? '-'} ${section.role} ${section.heading}`,
    ...outline(section.children),
  ]);
const headings = (...drawn: DrawnBlock[]) => outline(split(...drawn).value);

describe('splitSections', () => {
  it('makes a tree with roles and own text', () => {
    const { value, issues } = split(
      '某县2020年政府信息公开工作年度报告',
      '本报告按要求编制。',
      '一、总体情况',
      '工作有序。',
      '（一）主动公开情况。一是发布信息。',
      '(二)依申请公开办理情况',
      '收到申请若干。',
      '二、主动公开政府信息情况（数据填报）',
      [
        ['信息内容', '数量'],
        ['规章', '0'],
      ],
      '三、存在的主要问题及改进情况',
      '问题如下。',
    );
    expect(outline(value)).toEqual([
      '一 overview 总体情况',
      '  一 proactive 主动公开情况',
      '  二 applications 依申请公开办理情况',
      '二 proactive 主动公开政府信息情况（数据填报）',
      '三 problems 存在的主要问题及改进情况',
    ]);
    expect(value[0]!.text).toBe('工作有序。');
    expect(value[0]!.children.map((child) => child.text)).toEqual(['一是发布信息。', '收到申请若干。']);
    expect(value[1]!.text).toBe('');
    expect(issues).toEqual([]);
  });

  it('places a section from its ordinal to the end of its text', () => {
    const parsed = drawDocument(['  一、总体情况', '工作有序。', '二、其他需要报告的事项', '无。']);
    const [first] = splitSections(parsed, sectionRoles).value;
    expect(parsed.text.slice(first!.at!.start, first!.at!.end)).toBe('一、总体情况\n工作有序。');
  });

  it('reads the levels below', () => {
    expect(
      headings(
        '一、概述',
        '（一）公开情况',
        '1.机构职能。主要公开职责等信息。',
        '（1）门户网站',
        '已上线。',
        '① 栏目设置',
        '文',
      ),
    ).toEqual([
      '一 overview 概述',
      '  一 overview 公开情况',
      '    1 overview 机构职能',
      '      1 overview 门户网站',
      '        ① overview 栏目设置',
    ]);
  });

  it('takes no labels of tables, enumerations or sentences for sections', () => {
    expect(
      headings(
        '三、收到和处理政府信息公开申请情况',
        '一、本年新收政府信息公开申请数量',
        '三、本年度办理结果',
        '（一）予以公开',
        '（二）部分公开（区分处理的，只',
        '1.属于国家秘密',
        '（六）其他',
        '二、三季度工作稳步推进',
        '一是加强领导。',
        '（一）共收到申请12件，其中网上5件；',
        '1、按时办结申请。',
        '1.5万人次',
      ),
    ).toEqual(['三 applications 收到和处理政府信息公开申请情况']);
  });

  it('keeps both halves of a report that numbers twice, and says so', () => {
    const { value, issues } = split(
      '一、总体情况',
      '文',
      '二、主动公开情况',
      '文',
      '一、主动公开政府信息情况',
      '三、其他需要报告的事项',
    );
    expect(value.map((section) => section.ordinal)).toEqual(['一', '二', '一', '三']);
    expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([
      ['section-numbering', 'info'],
      ['section-numbering', 'info'],
    ]);
  });

  it('joins a heading that the width of the page broke', () => {
    expect(headings('三、收到和处理政府信息公开申请情', '况', '文')).toEqual([
      '三 applications 收到和处理政府信息公开申请情况',
    ]);
  });

  it('cuts a heading from the table glued to it', () => {
    expect(
      headings(
        '二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数现行有效件数规章00行政规范性文件33',
      ),
    ).toEqual(['二 proactive 主动公开政府信息情况']);
  });

  it('finds the sections of a page that is one paragraph', () => {
    const prose = '各单位按要求做好公开工作，不断完善制度，回应社会关切。'.repeat(5);
    const page =
      `编制说明。 一、总体情况 2022年，${prose} （一）主动公开方面 ${prose}包括：（一）规章；（二）文件。` +
      ` （二）依申请公开方面 ${prose}二、主动公开政府信息情况第二十条第（一）项 信息内容 规章000` +
      ' 三、收到和处理政府信息公开申请情况（本列数据） 一、本年新收政府信息公开申请数量 7100007二、上年结转政府信息公开申请数量 000' +
      '三、本年度办理结果 （一）予以公开 21000 四、结转下年度继续办理 000 四、政府信息公开行政复议、行政诉迅情况行政复议 行政诉讼 0 0' +
      ` 五、存在的主要问题及改进情况 ${prose} 六、其他需要报告的事项 无。`;
    const { value, issues } = split(page);
    expect(outline(value)).toEqual([
      '一 overview 总体情况',
      '  一 proactive 主动公开方面',
      '  二 applications 依申请公开方面',
      '二 proactive 主动公开政府信息情况',
      '三 applications 收到和处理政府信息公开申请情况（本列数据）',
      '四 review 政府信息公开行政复议、行政诉迅情况',
      '五 problems 存在的主要问题及改进情况',
      '六 other 其他需要报告的事项',
    ]);
    expect(issues).toEqual([]);
  });

  it('leaves out what the caller marks as table text', () => {
    const parsed = drawDocument(['二、主动公开政府信息情况', '规章 0 行政许可 7 说明文字', '1.表格里的标题']);
    const from = parsed.text.indexOf('规章');
    const to = parsed.text.indexOf(' 说明');
    const marked = parsed.text.indexOf('1.表');
    const skip = (start: number, end: number) => (start >= from && end <= to) || start >= marked;
    const [section] = splitSections(parsed, sectionRoles, skip).value;
    expect(section).toMatchObject({ text: '说明文字', children: [] });
  });

  it('takes headings without an ordinal only where they are known', () => {
    expect(headings('引  言', '文', '# 总体情况', '文', '总体情况')).toEqual([
      '- preamble 引言',
      '- overview 总体情况',
    ]);
  });

  it('never throws, and keeps every heading inside the text', () => {
    const word = fc.constantFrom(
      '一、',
      '（一）',
      '1.',
      '总体情况',
      '。',
      ' ',
      '文',
      '二、其他需要报告的事项',
      '①',
      '第一部分',
    );
    fc.assert(
      fc.property(fc.array(fc.array(word).map((words) => words.join(''))), (lines) => {
        const parsed = drawDocument(lines);
        const walk = (sections: Section[]): void =>
          sections.forEach(({ at, children }) => {
            expect(at!.start!).toBeLessThanOrEqual(at!.end!);
            expect(at!.end!).toBeLessThanOrEqual(parsed.text.length);
            walk(children);
          });
        walk(splitSections(parsed, sectionRoles).value);
      }),
    );
  });
});

describe('readOrdinal', () => {
  it.each([
    ['一、总体', '一', 1, 1],
    ['十二、附件', '十二', 12, 1],
    ['第三部分 申请', '三', 3, 1],
    ['（二）公开', '二', 2, 2],
    ['(十)其他', '十', 10, 2],
    ['[bookmark: _GoBack]3、平台', '3', 3, 3],
    ['（4）栏目', '4', 4, 4],
    ['③网站', '③', 3, 5],
  ])('%s', (text, printed, number, level) => {
    expect(readOrdinal(text)).toMatchObject({ printed, number, level });
  });
  it.each(['一是加强', '二、三季度', '2020年', '1.5万', '十二届', '总体情况', '', '第二十条第（一）项'])(
    'not %s',
    (text) => {
      expect(readOrdinal(text)).toBeNull();
    },
  );
});

describe('splitSections on text as it is found', () => {
  const ordinals = (...lines: string[]) =>
    split(...lines)
      .value.map((section) => section.ordinal ?? '-')
      .join('');
  const prose = '本单位健全制度，规范发布，回应关切，公开工作平稳有序。';
  const titles = [
    '总体情况',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    '政府信息公开行政复议、行政诉讼情况',
    '存在的主要问题及改进情况',
    '其他需要报告的事项',
  ];
  const six = titles.flatMap((title, at) => [`${'一二三四五六'[at]}、${title}`, prose]);
  const contents = `本报告全文由${titles.join('、')}六个部分组成。`;

  it('keeps to the headings, although the introduction names all of them', () => {
    expect(ordinals('青岚县民政局2020年政府信息公开工作年度报告', contents, ...six)).toBe('一二三四五六');
  });

  it('counts a preface without a number', () => {
    const five = titles.slice(0, 5).flatMap((title, at) => [`  ${'一二三四五'[at]}、${title}`, `  ${prose}`]);
    expect(ordinals('临溪区2016年政府信息公开工作年度报告', '  引  言', `  ${prose}`, ...five)).toBe(
      '-一二三四五',
    );
  });

  it('begins anew where the report of a second form follows in the same text', () => {
    const more = [
      '一、总体情况',
      prose,
      '二、工作机制保障',
      prose,
      '三、主动公开工作情况',
      prose,
      '五、附表',
      prose,
    ];
    expect(ordinals('望澜市科技局2024年政府信息公开工作', '年度报告', ...six, ...more)).toBe(
      '一二三四五六一二三五',
    );
  });

  it('finds headings behind one another in one line, as pages pasted into one paragraph leave them', () => {
    const line = six.join(' ').replaceAll('本单位', '2022年，本单位');
    expect(ordinals('冀州新区2022年政府信息公开工作年度报告', `如有疑问，请与新区办公室联系。 ${line}`)).toBe(
      '一二三四五六',
    );
  });
});
