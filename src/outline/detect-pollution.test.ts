import { describe, expect, it } from 'vitest';
import { pollution } from '../../parsers/lookups/pollution.js';
import { type DrawnBlock, drawDocument } from '../testing/draw-document.js';
import { detectPollution } from './detect-pollution.js';

const detect = (...drawn: DrawnBlock[]) => detectPollution(drawDocument(drawn), pollution);
const long = (seed: string) =>
  `${seed}单位认真做好政府信息公开各项工作，健全制度，规范流程，主动回应社会关切，接受各方面监督。`;

describe('detectPollution', () => {
  it.each<[string, DrawnBlock[], string]>([
    ['readings', ['本機(jī)構(gòu)按规定公开'], 'readings glued in'],
    ['traditional', ['本機構辦理政務公開總體情況與實際問題'], 'traditional characters'],
    ['brands', ['黟县娱乐城2020年政府信息公开工作年度报告'], 'gambling'],
    ['masks', ['****人民政府2020年政府信息公开工作年度报告'], 'masked names'],
    [
      'repeats',
      [...['甲', '乙', '丙', '甲', '乙', '丙', '丁', '戊', '己', '庚'].map(long)],
      'repeat an earlier one',
    ],
  ])('%s', (_, drawn, message) => {
    const issues = detect(...drawn);
    expect(issues[0]).toMatchObject({ code: 'polluted-source', severity: 'warning' });
    expect(issues.map((issue) => issue.message).join()).toContain(message);
  });

  it.each<[string, DrawnBlock[]]>([
    ['an honest report', [long('甲'), long('乙')]],
    ['a link to the traditional version', ['繁體版', '無障礙']],
    ['Latin in brackets', ['手机客户端(app)下载，统一平台（web）']],
    ['a county of that name', ['金沙县、太阳城社区与银河街道']],
    ['a page printed twice', [long('甲'), long('乙'), long('丙'), long('甲'), long('乙'), long('丙')]],
    ['nothing', []],
  ])('says nothing of %s', (_, drawn) => {
    expect(detect(...drawn)).toEqual([]);
  });

  it('shows where', () => {
    const parsed = drawDocument(['文', '**县政府']);
    const [issue] = detectPollution(parsed, pollution);
    expect(issue!.at!.block).toBe(1);
    expect(parsed.text.slice(issue!.at!.start, issue!.at!.end)).toBe('**县');
  });
});
