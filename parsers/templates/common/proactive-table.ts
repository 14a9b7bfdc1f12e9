import type { RowGroup, TableSpec } from '../../../src/model/template.js';

/** Table 二 主动公开政府信息情况: a group of rows for each article of the Regulation. No sum binds it. */
export function proactiveTable<const Groups extends readonly RowGroup[]>(groups: Groups) {
  return {
    id: 'proactive',
    sectionTitles: ['主动公开政府信息情况'],
    layout: 'rows',
    ordered: false,
    headingLabels: ['信息内容'],
    identities: [],
    groups,
  } as const satisfies TableSpec;
}
