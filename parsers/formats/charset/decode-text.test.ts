import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.js';

const REPORT = '某某县档案馆本年度共办结公开申请七件，其中予以公开五件，不予公开两件。现将有关情况报告如下：';
const TRADITIONAL = '本縣政府資訊公開年度報告，受理申請共七件，其中予以公開五件，不予公開兩件。';
const encode = (text: string, charset: string): Uint8Array => new Uint8Array(iconv.encode(text, charset));
const codes = (bytes: Uint8Array, hints = {}) => decodeText(bytes, hints)?.issues.map((issue) => issue.code);

describe('decodeText', () => {
  it.each(['utf8', 'gbk', 'gb18030', 'utf16le', 'utf16be'])('reads %s without being told', (charset) => {
    const decoded = decodeText(encode(`<p>${REPORT}</p>\n`, charset), {});
    expect(decoded?.text).toBe(`<p>${REPORT}</p>\n`);
    expect(decoded?.issues).toEqual([]);
  });

  it('tells Big5 from GB18030 by what is written', () => {
    expect(decodeText(encode(TRADITIONAL, 'big5'), {})).toMatchObject({
      text: TRADITIONAL,
      charset: 'big5',
      issues: [],
    });
    expect(decodeText(encode(TRADITIONAL, 'gbk'), {})).toMatchObject({
      text: TRADITIONAL,
      charset: 'gb18030',
    });
  });

  it.each(['机构', '年报', '总计', '一', '一些', '政府信息公开', '12件'])(
    'reads the few characters %s in GBK',
    (text) => {
      expect(decodeText(encode(text, 'gbk'), {})?.text).toBe(text);
    },
  );

  it('takes the byte order mark away', () => {
    expect(decodeText(encode(`\ufeff${REPORT}`, 'utf8'), {})).toMatchObject({
      text: REPORT,
      charset: 'utf-8',
    });
    expect(decodeText(encode(`\ufeff${REPORT}`, 'utf16le'), {})).toMatchObject({
      text: REPORT,
      charset: 'utf-16le',
    });
    expect(decodeText(encode(`\ufeff${REPORT}`, 'utf16be'), {})).toMatchObject({
      text: REPORT,
      charset: 'utf-16be',
    });
  });

  it('reads every label of the GB family as gb18030', () => {
    for (const label of ['gb2312', 'GBK', 'gb18030', 'x-gbk', 'cp936']) {
      expect(codes(encode(`${REPORT}喆镕㐀`, 'gb18030'), { meta: label })).toEqual([]);
    }
  });

  it('warns when a declaration is wrong', () => {
    expect(codes(encode(REPORT, 'utf8'), { header: 'gb2312' })).toEqual(['charset-disagrees']);
    expect(codes(encode(REPORT, 'gbk'), { header: 'utf-8', meta: 'gbk' })).toEqual(['charset-disagrees']);
    expect(codes(encode(REPORT, 'gbk'), { meta: 'iso-8859-1' })).toEqual(['charset-disagrees']);
    expect(codes(encode(REPORT, 'gbk'), { meta: '{charset}' })).toEqual(['charset-disagrees']);
  });

  it('does not warn where ASCII is the same in both', () => {
    expect(codes(encode('a | 1', 'utf8'), { header: 'gb2312', meta: 'big5' })).toEqual([]);
  });

  it('believes a declared one-byte charset when nothing is Chinese', () => {
    const decoded = decodeText(encode('Élève à l’école, déjà vu: çà et là, où êtes-vous né?', 'win1252'), {
      header: 'windows-1252',
    });
    expect(decoded).toMatchObject({ charset: 'windows-1252', issues: [] });
  });

  it('keeps UTF-8 that was cut in the middle of a character', () => {
    const decoded = decodeText(encode(REPORT, 'utf8').slice(0, -2), {});
    expect(decoded?.charset).toBe('utf-8');
    expect(decoded?.issues).toMatchObject([{ code: 'charset-damaged', severity: 'warning' }]);
  });

  it('calls text ruined whose characters are lost', () => {
    const ruined = encode(REPORT.replace(/[公开申请]/g, '\ufffd'), 'utf8');
    expect(decodeText(ruined, {})?.issues).toMatchObject([{ code: 'charset-damaged', severity: 'error' }]);
  });

  it('calls text ruined that consists of replacement characters', () => {
    const ruined = encode(`${'\ufffd'.repeat(40)}2014`, 'utf8');
    expect(decodeText(ruined, {})?.issues).toMatchObject([{ code: 'charset-damaged', severity: 'error' }]);
  });

  it('calls text ruined that was converted wrongly before it was saved', () => {
    const asGbk = iconv.decode(iconv.encode(REPORT, 'utf8'), 'gbk').replaceAll('\ufffd', '');
    const asLatin = iconv.decode(iconv.encode(REPORT, 'gbk'), 'win1252').replaceAll('\ufffd', '');
    const twice = '锟斤拷锟斤拷锟斤拷2014锟斤拷';
    for (const text of [asGbk, asLatin, twice]) {
      expect(decodeText(encode(text, 'utf8'), {})?.issues).toMatchObject([
        { code: 'charset-damaged', severity: 'error' },
      ]);
    }
  });

  it('does not call names, French or other scripts ruined', () => {
    for (const text of [
      '亳州谯城涡阳蒙城',
      'Élève à l’école, déjà vu',
      'བོད་རང་སྐྱོང་ལྗོངས',
      'ئۇيغۇر ئاپتونوم رايونى',
    ]) {
      expect(codes(encode(text, 'utf8'))).toEqual([]);
    }
  });

  it('refuses what is no text', () => {
    expect(decodeText(new Uint8Array(500).fill(0xff), {})).toBeNull();
    expect(decodeText(new Uint8Array(500), {})).toBeNull();
    expect(
      decodeText(
        Uint8Array.from({ length: 600 }, (_, i) => (i * 7919) % 256),
        {},
      ),
    ).toBeNull();
    expect(
      decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), {}),
    ).toBeNull();
  });

  it('reads nothing as nothing', () => {
    expect(decodeText(new Uint8Array(), {})).toEqual({ text: '', charset: 'utf-8', issues: [] });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (bytes, header, meta) => {
        decodeText(bytes, { header, meta });
      }),
    );
  });

  it('gives back any text of common characters from any charset', () => {
    const word = fc.constantFrom(
      '公开',
      '申请',
      '数量',
      '，',
      '12',
      '总计',
      '行政',
      '<td>',
      '其他处理',
      '。',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.constantFrom('utf8', 'gbk', 'utf16le'),
        (words, charset) => {
          const text = `${words.join('')}\n`;
          expect(decodeText(encode(text, charset), {})?.text).toBe(text);
        },
      ),
    );
  });
});
