const SECTIONS = [
  '一、总体情况',
  '我局认真落实政府信息公开的要求，各项工作有序开展。',
  '二、主动公开政府信息情况',
  '主动公开工作平稳。',
  '三、收到和处理政府信息公开申请情况',
  '依法办理。',
];
const TITLE = '黟县2021年政府信息公开工作年度报告';
const NAMELESS = '2021年政府信息公开工作年度报告';
const YEARLESS = '黟县政府信息公开工作年度报告';
const SIGNED = ['歙县财政局', '2022年1月5日'];

/** Lines of text, one a paragraph. */
const text = (...lines: string[]): string => lines.join('\n');
/** Lines before the sections of a report. */
const report = (...lines: string[]): string => text(...lines, ...SECTIONS);
/** A sentence in a report on 2021. */
const saying = (...lines: string[]): string =>
  text(TITLE, ...SECTIONS.slice(0, 2), ...lines, ...SECTIONS.slice(2));
const page = (head: string, body: string): string =>
  `<html><head><meta charset="utf-8">${head}</head><body>${body}${SECTIONS.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

const PROSE = '我单位认真做好政府信息公开各项工作，健全制度，回应关切。'.repeat(12);
const ESSAY = ['一、工作情况', '文', '二、存在问题', '文'];
const ARTICLES = ['一', '二', '三', '四', '五'].map((n) => `第${n}条 政府信息公开应当及时准确，方便群众。`);

/** A small document that is read otherwise without the rule, by the rule's name. */
export const drawnDocuments: Readonly<Record<string, string>> = {
  'title-in-paragraph': report(TITLE),
  'title-in-cell': page('', `<table><tr><td>名称</td><td>${TITLE}</td></tr></table>`),
  'title-in-long-paragraph': report(`${TITLE} 2022-01-09 ${'公开工作有序开展，'.repeat(30)}`),
  'title-on-one-line': report(TITLE),
  'title-over-lines': report('黟县2021年政府信息公开', '工作年度报告'),
  'title-before-opening': report(`${TITLE}本报告根据条例的要求编制，共分六个部分。`),
  'title-is-bare': page('', '<h1>2021年度年报</h1>'),
  'title-begins-above': report('国家税务总局', '黟县税务局', '2021年政府信息公开工作年度报告'),
  'title-says-year': report('黟县政务公开工作总结', '正文如下。', TITLE),
  'title-says-name': report(NAMELESS, '正文如下。', `黟县教体${NAMELESS}`),
  'title-says-body': report(`黟县教体${NAMELESS}`, '正文如下。', `黟县教育局${NAMELESS}`),
  'title-is-joined': report('正文', '2021年黟县财政局政府信息公开工作', '年度报告'),
  'title-is-announced': report('黟县2021年度政府信息公开年报', '正文如下。', `标题：${TITLE}`),
  'title-is-heading': page('', `<p>黟县2021年度政府信息公开年报</p><p>正文如下。</p><h1>${TITLE}</h1>`),
  'title-stands-aside': page(
    '',
    `<table><tr><td>名称</td><td>黟县2021年度政府信息公开年报</td></tr></table><p>${TITLE}</p>`,
  ),
  'title-is-glued': report('黟县2021年度政府信息公开年报本报告根据条例的要求编制。', TITLE),
  'title-of-text': page(meta('ArticleTitle', '黟县2021年度政府信息公开年报'), `<p>${TITLE}</p>`),
  'title-of-carrier': page(meta('ArticleTitle', TITLE), ''),
  'title-without-body': report('政府信息公开工作年度报告'),
  'signature-on-one-line': text(NAMELESS, ...SECTIONS, '歙县财政局 二〇二二年一月五日'),
  'signature-over-date': text(NAMELESS, ...SECTIONS, ...SIGNED),
  'signature-without-name': text(TITLE, ...SECTIONS, '（2022年1月23日）'),
  'issuer-in-title': report(TITLE),
  'issuer-in-signature': text(NAMELESS, ...SECTIONS, ...SIGNED),
  'issuer-under-title': report(NAMELESS, '**黟县民政局**'),
  'issuer-of-contact-alone': report(NAMELESS, '如有疑问，请与黟县民政局联系。'),
  'issuer-in-odd-words': report('内部资料注意保存2021年政府信息公开工作年度报告'),
  'issuer-in-opening': report(NAMELESS, '本报告由黟县民政局编制。'),
  'issuer-on-page': page(
    '',
    `<table><tr><td>发布机构</td><td>黟县民政局</td></tr></table><p>${NAMELESS}</p>`,
  ),
  'issuer-of-carrier': page(meta('ContentSource', '黟县民政局'), `<p>${NAMELESS}</p>`),
  'issuer-without-place': report(`县教育局${NAMELESS}`),
  'issuer-in-source-line': report('来源：黟县民政局', NAMELESS),
  'issuer-in-contact': report(NAMELESS, '如有疑问，请与黟县民政局联系。'),
  'issuer-contradicted': text(TITLE, ...SECTIONS, ...SIGNED),
  'issuer-misread': report('岚皐县2021年政府信息公开工作年度报告'),
  'division-of-issuer': report(TITLE),
  'division-of-other-name': text(`财政局${NAMELESS}`, ...SECTIONS, ...SIGNED),
  'division-inside-outer-place': report(`黄山市黟县${NAMELESS}`),
  'division-only-of-its-name': report(TITLE),
  'division-by-parents-in-text': report(`鼓楼区${NAMELESS}`, '地址：福州市鼓楼区某路1号。'),
  'division-of-zone': report(`沭阳县经济开发区${NAMELESS}`),
  'division-of-unknown-county': report(`徐州市铜河县${NAMELESS}`),
  'period-in-one-phrase': report(TITLE, '数据的统计期限自2021年1月1日至2021年12月31日。'),
  'period-of-titled-year': report(TITLE, '所有数字均为5月1日至12月31日之间的。'),
  'period-in-two-phrases': report(TITLE, '数据截止时间为20211231日，数据为202111日以来制作的信息。'),
  'published-by-label': report(TITLE, '发布日期：2022-01-19'),
  'published-under-title': report(TITLE, '2022-01-25 办公室 阅读(203)'),
  'published-by-carrier': page(meta('PubDate', '2022-01-28 10:11:12'), `<p>${TITLE}</p>`),
  'published-by-signature': text(NAMELESS, ...SECTIONS, ...SIGNED),
  'year-in-title': report(TITLE),
  'year-of-period': report(YEARLESS, '数据的统计期限自2021年1月1日至2021年12月31日。'),
  'year-in-opening': report(YEARLESS, '现公布黟县2021年度政府信息公开工作报告。'),
  'year-in-text': report(YEARLESS, '2021年，我局认真落实。', '2021年全局公开信息。'),
  'year-before-publication': report(
    TITLE,
    '发布时间：2021-01-28',
    '统计期限为2020年1月1日至2020年12月31日。',
  ),
  'year-contradicted': report(TITLE, '现公布黟县2020年度政府信息公开工作报告。'),
  'year-not-over': report(TITLE, '发布时间：2021-01-28'),
  'year-only-supported': report(YEARLESS, '2021年，我局认真落实。', '2021年全局公开信息。'),
  'year-of-doubtful-date': report(YEARLESS, '数据的统计期限自202111日至20211231日。'),
  'contact-address': report(TITLE, '请与办公室联系（地址：黟县某路42号3楼，邮编：245000）。'),
  'contact-postcode': report(TITLE, '请与办公室联系（地址：黟县某路42号3楼，邮编：245000）。'),
  'contact-phone': report(TITLE, '联系电话：0559-4500002。'),
  'contact-fax': report(TITLE, '传真：0559-4500003。'),
  'contact-email': report(TITLE, '电子邮箱：abc@example.com。'),
  'contact-website': report(TITLE, '报告在门户网站（http://www.example.gov.cn/zw/）公布。'),
  'contact-before-title': report('咨询电话：0559-4500009', TITLE),
  'contact-in-footer': text(TITLE, ...SECTIONS, '主办单位：黟县人民政府 电话：0559-4500009 ICP备1234号'),
  'kind-ruined': text(`锟斤拷锟斤拷${'\ufffd'.repeat(60)}`),
  'kind-error-page': text(
    '404 Not Found',
    '您访问的页面不存在，请返回首页或联系管理员，谢谢您的理解与支持，再次表示感谢。',
  ),
  'kind-next-to-nothing': TITLE,
  'kind-model-texts': text('为您精选了8篇政务公开范文', '小编寄语', ...ESSAY, ...ESSAY, ...ESSAY),
  'kind-sections-start-again': text(...ESSAY, ...ESSAY, ...ESSAY),
  'kind-source-code': report(
    'import pytest',
    'def test_heads():',
    'assert len(split(SAMPLE)) == 6',
    'SAMPLE = "',
    TITLE,
  ),
  'kind-paper': report(TITLE, '摘要：以黟县为例。', '参考文献'),
  'kind-news': text(TITLE, '本报讯', '年报显示，全年主动公开政府信息300条。', PROSE),
  'kind-of-strangers': report(TITLE, '（征求意见稿）'),
  'kind-hijacked': text(TITLE, '百家乐、彩票、投注、捕鱼、六合彩、棋牌、首充返利。', PROSE),
  'kind-several-bodies': text('政府信息公开工作年度报告汇编', ...SECTIONS, TITLE, ...SECTIONS),
  'kind-named-report': report(TITLE, ...ARTICLES),
  'kind-other-headline': text('关于编制2021年政府信息公开工作年度报告的通知', PROSE),
  'kind-articles': text('黟县信息公开须知', ...ARTICLES),
  'kind-list-of-titles': text(
    ...[2017, 2018, 2019, 2020].map((year) => `黟县${year}年政府信息公开工作年度报告`),
  ),
  'kind-empty-form': text(
    YEARLESS,
    '信息内容 规范性文件 行政许可 行政处罚 行政强制 行政事业性收费 予以公开 部分公开 不予公开 无法提供',
  ),
  'kind-report-by-content': report('工作情况如下。'),
  'kind-without-title': text('黟县今日天气晴朗', PROSE.replaceAll('政府信息公开', '绿化')),
  'kind-report-by-title': text(TITLE, PROSE),
  'kind-title-alone': text(TITLE, '附件下载', '点击此处下载附件全文内容，谢谢您的浏览与支持，再见再见。'),
  'fact-by-words': saying('依申请公开方面，全年收到申请12件：网上9件，邮寄3件。'),
  'fact-by-shape': saying('全年公开招商、就业、环保等各类政府信息88条。'),
  'fact-by-doubtful-shape': saying('我局公开招商、就业、环保等各类政府信息88条。'),
  'fact-stated-none': saying('受疫情防控和机构改革双重影响全年未收到政府信息公开申请。'),
  'fact-in-list-of-parts': saying('收到政府信息公开申请42件，其中网上20件，书面22件。'),
  'fact-list-is-complete': saying('收到政府信息公开申请42件，其中网上20件，书面2件。'),
  'fact-of-other-unit': saying('全年主动公开政府信息30人次。'),
  'fact-inside-parts': saying('共办理事项，其中主动公开政府信息45条。'),
  'fact-clause-vetoed': saying('全年公开文章、视频等各类政府信息30条。'),
  'fact-lead-vetoed': saying('通过县政府门户网站发布公告，主动公开政府信息81条。'),
  'fact-earlier-vetoed': saying('今后，全年公开招商、就业、环保等各类政府信息88条。'),
  'fact-none-vetoed': saying('如未收到政府信息公开申请，应当零报告。'),
  'fact-none-before-number': saying('全年未收到政府信息公开申请5件。'),
  'fact-of-other-time': saying('2020年主动公开政府信息100条。'),
  'fact-far-from-subject': text(TITLE, ...SECTIONS, '四、其他情况', '全年收到查询政府信息的申请30件。'),
  'fact-of-doubtful-shape': saying('我局公开招商、就业、环保等各类政府信息88条。'),
  'fact-of-one-office': saying('县卫生局主动公开政府信息96条。'),
  'fact-cumulative': saying('我局累计主动公开政府信息900条。'),
  'fact-of-unsure-number': saying('全年公开招商、就业等各类政府信息98765万条。'),
  'time-of-last-year-by-nature': saying('上年结转政府信息公开申请2件。'),
  'time-of-named-year': saying('2020年主动公开政府信息100条。'),
  'time-of-several-years': saying('2009年1月1日至2021年12月31日，主动公开政府信息8000条。'),
  'time-of-last-year': saying('上年主动公开政府信息100条。'),
  'time-since': saying('网站开通以来，累计主动公开政府信息8000条。'),
  'time-accumulated': saying('我局累计主动公开政府信息900条。'),
  'fact-plain-before-doubtful': saying('到年底累计主动公开政府信息5900条。全年主动公开政府信息210条。'),
  'fact-said-again': saying('共主动公开政府信息300余条。', '全年主动公开政府信息312条。'),
  'fact-values-differ': saying('全年收到政府信息公开申请8件。', '共收到政府信息公开申请35件。'),
  'fact-parts-do-not-add': saying('收到政府信息公开申请42件，其中网上20件，书面2件。'),
  'fact-differs-from-table': page(
    '',
    `<p>${TITLE}</p><p>全年制定并公开行政规范性文件3件。</p><table>${[
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '0', '0', '0'],
      ['行政规范性文件', '4', '0', '9'],
      ['信息内容', '本年处理决定数量', '', ''],
      ['行政许可', '7', '', ''],
    ]
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table>`,
  ),
};
