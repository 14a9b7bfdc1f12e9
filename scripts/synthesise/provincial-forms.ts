export interface ProvincialForm {
  /** Value columns; {year} is filled in. */
  columns: string[];
  lines: { label: string; unit: string /** Share of the first line's size. */; share: number }[];
}

/** Indicator lists as provinces had them beside the national form. */
export const provincialForms: ProvincialForm[] = [
  {
    columns: ['{year}年度', '历年累计'],
    lines: [
      { label: '主动公开文件数', unit: '条', share: 1 },
      { label: '其中：1、政府网站公开数', unit: '条', share: 0.9 },
      { label: '2、政府公报公开数', unit: '条', share: 0.1 },
      { label: '受理依申请公开信息总数', unit: '条', share: 0.03 },
      { label: '其中：1、当面申请数', unit: '条', share: 0.01 },
      { label: '2、网上申请数', unit: '条', share: 0.02 },
      { label: '3、信函、传真申请数', unit: '条', share: 0 },
      { label: '对申请的答复总数', unit: '条', share: 0.03 },
      { label: '其中：1、同意公开答复数', unit: '条', share: 0.02 },
      { label: '2、不予公开答复数', unit: '条', share: 0.01 },
      { label: '政府信息公开收费减免金额', unit: '元', share: 0 },
      { label: '接受行政诉讼、举报数', unit: '件', share: 0 },
    ],
  },
  {
    columns: ['本期', '累计'],
    lines: [
      { label: '全文电子化主动公开信息数', unit: '条', share: 1 },
      { label: '新增行政规范性文件公开数', unit: '条', share: 0.05 },
      { label: '设立公共查阅点数', unit: '个', share: 0.01 },
      { label: '查阅点接待人次', unit: '人次', share: 0.6 },
      { label: '信息公开专栏页面访问量', unit: '人次', share: 8 },
      { label: '咨询电话接听数', unit: '次', share: 0.3 },
      { label: '收到信息公开申请总数', unit: '条', share: 0.02 },
      { label: '信息公开指定专职人员数', unit: '人', share: 0.005 },
    ],
  },
];
