import type { Page, PrintedBlock } from './printed.js';

/** Pages that talk about reports and are not reports. All text is made up for this project. */

const lines = (title: string, paragraphs: readonly string[]): Page => ({
  blocks: [
    { kind: 'title', text: title },
    ...paragraphs.map(
      (text): PrintedBlock =>
        /^第.{1,3}[章篇]/.test(text) ? { kind: 'heading', level: 1, text } : { kind: 'paragraph', text },
    ),
  ],
});

/** Model essays: fragments of several reports, each with numbers of its own. */
export const modelEssays = (): Page =>
  lines('政务公开工作报告范文精选（五篇）', [
    '本站为写作者整理了五篇政务公开工作报告范文，供起草材料时参考，欢迎收藏转发。',
    '第一篇：某镇政务公开工作总结',
    '一年来，本镇主动公开政府信息86条，收到政府信息公开申请2件，均按期答复。镇里还设立公开栏14处，做到村村有栏、月月更新。',
    '第二篇：某局信息公开工作报告',
    '截至2019年12月底，我局主动公开政府信息315条，比上年增加27条；未收到政府信息公开申请。下一步要在提质上下功夫。',
    '第三篇：某街道政府信息公开年度报告范文',
    '一、总体情况。街道主动公开政府信息142条。二、主动公开情况。规范性文件0件，行政许可9件。三、依申请公开情况。全年收到申请1件。',
    '第四篇：某学校校务公开自查报告',
    '学校公开校务信息58条，召开家长会6次，收到意见11条，全部采纳。',
    '第五篇：某村村务公开经验材料',
    '本村全年张榜公布收支12次，村民代表质询3次，满意率较高。',
    '以上就是小编为您整理的范文，更多内容请关注本站其他栏目。',
  ]);

/** A regulation: articles, no figures of any year. */
export const regulation = (): Page =>
  lines('云川市政府信息公开工作办法', [
    '第一条 为了规范本市政府信息公开工作，方便群众了解和监督行政机关，制定本办法。',
    '第二条 本市各级行政机关公开政府信息，适用本办法。',
    '第三条 行政机关应当在每年1月31日前公布上一年度政府信息公开工作年度报告。',
    '第四条 年度报告应当写明主动公开的数量、收到和处理申请的数量，以及因公开工作被申请行政复议、提起行政诉讼的情况。',
    '第五条 行政机关收到申请后，能够当场答复的应当当场答复；不能当场答复的，自收到之日起20个工作日内答复。',
    '第六条 本办法自2018年5月1日起施行，有效期5年。',
  ]);
