import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../parsers/lookups/divisions.js';
import { documentWords } from '../../parsers/lookups/document-words.js';
import { drawDocument } from '../testing/draw-document.js';
import { findContact } from './find-contact.js';
import { readHeaderPage } from './header-page.js';

const lookups = { words: documentWords, divisions: loadDivisions() };
const contact = (...lines: string[]) => findContact(readHeaderPage(drawDocument(lines), lookups));
const values = (...lines: string[]) =>
  Object.fromEntries(
    Object.entries(contact(...lines))
      .filter(([, field]) => field.value !== null)
      .map(([name, field]) => [name, field.value]),
  );

describe('findContact', () => {
  it('reads an opening sentence', () => {
    expect(
      values(
        '请与县政府办联系（地址：某县某路42号3楼，邮编：245000，电话：0559—4500002，传真：0559-4500003，电子邮箱：ab_c＠163.com），报告在县政府网站（http://www.example.gov.cn/zw/）下载。',
      ),
    ).toEqual({
      address: '某县某路42号3楼',
      postcode: '245000',
      phone: '0559—4500002',
      fax: '0559-4500003',
      email: 'ab_c＠163.com',
      website: 'http://www.example.gov.cn/zw/',
    });
  });

  it.each([
    ['电话：23158700；', { phone: '23158700' }],
    ['联系电话 0915－2522000', { phone: '0915－2522000' }],
    ['电话：0527—83593 001）', { phone: '0527—83593001' }],
    ['电话（传真）：（0559）4500002', { phone: '（0559）4500002', fax: '（0559）4500002' }],
    [
      '办公地址：某市某大道（某大厦）7号 邮政编码 245001',
      { address: '某市某大道（某大厦）7号', postcode: '245001' },
    ],
    ['通讯地址：某市某大道7号', { address: '某市某大道7号' }],
  ])('%s', (line, expected) => {
    expect(values(line)).toEqual(expected);
  });

  it('joins what the width of the page broke', () => {
    expect(contact('（地址：某', '市某大道 1 号，电', '话：0517-83600000）')).toMatchObject({
      address: { value: '某市某大道1号', raw: '某\n市某大道 1 号' },
      phone: { value: '0517-83600000' },
    });
  });

  it.each([
    '接听咨询电话12次，电子邮箱咨询2次。',
    '监督电话：0559-4500009',
    '邮箱地址：见网站',
    '索引号：014314799',
    '原文链接: https://www.example.gov.cn/a.htm',
    '共公开信息236800条',
  ])('takes nothing from %s', (line) => {
    expect(values(line)).toEqual({});
  });

  it('doubts what only the footer of the site says', () => {
    const { phone } = contact('报告正文。', '主办单位：某县人民政府 电话：0559-4500009 ICP备1234号');
    expect(phone).toMatchObject({ value: '0559-4500009', confidence: 'suspect', flags: ['outside-report'] });
  });
});
