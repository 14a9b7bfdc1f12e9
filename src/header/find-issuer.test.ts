import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { compareBodies } from './compare-bodies.js';
import { findIssuer } from './find-issuer.js';
import { readHeaderPage } from './header-page.js';
import { misreadPlace } from './misread-place.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const issuer = (...drawn: DrawnBlock[]) => findIssuer(readHeaderPage(drawDocument(drawn), lookups));

describe('findIssuer', () => {
  it.each<[string, DrawnBlock[], string]>([
    ['year in front', ['2018年黟县教育局政府信息公开工作年度报告'], '黟县教育局'],
    ['year inside', ['黟县2020年政府办公室政府信息公开工作年度报告'], '黟县政府办公室'],
    ['government swallowed', ['黟县人民政府信息公开工作年度报告（2012年度）'], '黟县人民政府'],
    ['关于', ['黟县人民政府关于2016年政府信息公开工作情况的报告'], '黟县人民政府'],
    [
      'signature',
      ['政府信息公开工作年度报告', '一、概述', '黟县卫生健康委员会', '2023年1月10日'],
      '黟县卫生健康委员会',
    ],
    ['opening', ['2020年政府信息公开工作年度报告', '本报告由黟县民政局编制。'], '黟县民政局'],
    [
      'page',
      [[['发布机构', '黟县应急管理局', '公开日期', '2023-01-12']], '2022年政府信息公开年度报告'],
      '黟县应急管理局',
    ],
  ])('%s', (_, drawn, value) => {
    expect(issuer(...drawn)).toMatchObject({ value: { value, confidence: 'read', flags: [] }, issues: [] });
  });

  it.each<[string, DrawnBlock[], string]>([
    ['under the title', ['# 2020年政府信息公开工作年度报告', '**黟县民政局**'], '黟县民政局'],
    [
      'in a letter',
      ['黟县农业局', '关于上报2020年度政府信息公开工作年度报告的报告', '县人民政府办公室：'],
      '黟县农业局',
    ],
    [
      'behind the date of the page',
      ['首页>年报>2020年政府信息公开工作年度报告发布日期：2021-01-19 09:41来源：黟县民政局浏览次数：137'],
      '黟县民政局',
    ],
    [
      'in a sealed signature',
      ['政府信息公开年报', '报告。', '黟县民政局（章）', '2021年1月9日'],
      '黟县民政局',
    ],
    ['who follows the law', ['2020年度年报', '黟县民政局依照条例规定，编制本报告。'], '黟县民政局'],
    ['in a title printed twice', ['年报：黟县民政局2020年政府信息公开工作年度报告'], '黟县民政局'],
  ])('names the body %s', (_, drawn, value) => {
    expect(issuer(...drawn)).toMatchObject({ value: { value, confidence: 'read' } });
  });

  it('doubts a body that only the contacts name, without its office', () => {
    const found = issuer(
      '2020年度年报',
      '如有疑问，请联系：黟县民政局办公室（地址：文昌路19号；电话：0559-1234567）。',
    );
    expect(found.value).toMatchObject({ value: '黟县民政局', confidence: 'suspect' });
    expect(found.issues).toMatchObject([{ code: 'issuer-conflict' }]);
  });

  it.each<[string, DrawnBlock[]]>([
    ['a title that names nobody', ['2020年政府信息公开工作年度报告', '现将我局工作报告如下。']],
    ['a relative name', ['我局2020年政府信息公开工作年度报告']],
    ['a bare kind of body', ['街道政务公开总结']],
  ])('finds nobody in %s', (_, drawn) => {
    expect(issuer(...drawn).value).toMatchObject({ value: null, confidence: 'missing' });
  });

  it('reports another agency and another place', () => {
    const agency = issuer(
      '黟县财政局2020年政府信息公开工作年度报告',
      '一、概述',
      '黟县教育局',
      '2021年1月2日',
    );
    expect(agency.value).toMatchObject({ value: '黟县财政局', confidence: 'suspect' });
    expect(agency.issues).toMatchObject([{ code: 'issuer-conflict', path: 'issuer' }]);
    const place = issuer(
      '黟县公安局2020年政府信息公开工作年度报告',
      '一、概述',
      '歙县公安局',
      '2021年1月2日',
    );
    expect(place.issues[0]!.message).toContain('Another place');
  });

  it('does not ask the body of the report who wrote it', () => {
    const filler = '我局按要求做好各项公开工作。'.repeat(150);
    const { issues } = issuer('黟县财政局2020年政府信息公开工作年度报告', filler, '目录由歙县教育局编制。');
    expect(issues).toEqual([]);
  });

  it('doubts a place that no list knows and one character would mend', () => {
    const { value, issues } = issuer('岚皐县2020年政府信息公开工作年度报告');
    expect(value).toMatchObject({ value: '岚皐县', confidence: 'suspect', flags: ['issuer-unknown-place'] });
    expect(issues[0]!.message).toContain('岚皋县');
  });

  it('does not doubt zones, towns, or counties that changed their rank', () => {
    for (const name of ['平潭综合实验区', '合肥市高新区', '铜山县', '祁门县祁山镇', '城市管理局', '黟县'])
      expect(misreadPlace(name, lookups)).toBeNull();
  });
});

describe('compareBodies', () => {
  it.each([
    ['黟县', '黟县人民政府办公室', 'same'],
    ['黟县发展和改革局', '黟县发改局', 'same'],
    ['黄山市黟县财政局', '黟县财政局', 'same'],
    ['黟县财政局', '县财政局', 'same'],
    ['黟县财政局', '歙县财政局', 'place'],
    ['黟县财政局', '黟县教育局', 'agency'],
  ])('%s and %s: %s', (left, right, difference) => {
    expect(compareBodies(left, right, lookups)).toBe(difference);
  });
});

describe('a name in odd words', () => {
  it.each([
    ['words of the page in it', '**内部**黟县民政局2015年度政府信息公开工作年度报告'],
    ['no end of a body, and no place', '内部资料注意保存2015年度政府信息公开工作年度报告'],
  ])('is in doubt where it has %s', (_, title) => {
    expect(issuer(title).value.confidence).not.toBe('read');
  });
});
