/** What stands on a page: a headline with the signs of Markdown, a paragraph, or the rows of a table. */
export type PageBlock = string | readonly (readonly string[])[];

/** A page that a test draws in several carriers. */
export interface Page {
  /** The kind of text, for people. */
  group: string;
  blocks: readonly PageBlock[];
  /** Name and content of what the carrier says outside its text. Only HTML has it. */
  metadata?: Readonly<Record<string, string>>;
}

/** What a body's report must be read as; `null` where nothing says it. */
export interface ReportPage extends Page {
  issuers: readonly string[];
  year: number;
  title: string | null;
  publishedOn: string | null;
}

/** Tables of the form of 2021, as small as they can be known by. */
export const proactive = (documents: string, permits: string): string[][] => [
  ['第二十条第（一）项'],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', documents, '1', '12'],
  ['第二十条第（五）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', permits],
  ['第二十条第（六）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '31'],
  ['行政强制', '2'],
];

const NOBODY = ['0', '0', '0', '0', '0'];

/** Requests of natural persons alone: what came in, what was carried over, what was granted, refused and carried forward. */
export function requests(received: number, carried: number, granted: number, refused: number): string[][] {
  const row = (label: string, count: number) => [label, String(count), ...NOBODY, String(count)];
  return [
    ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
    row('一、本年新收政府信息公开申请数量', received),
    row('二、上年结转政府信息公开申请数量', carried),
    row('（一）予以公开', granted),
    row('1.属于国家秘密', refused),
    row('（七）总计', granted + refused),
    row('四、结转下年度继续办理', received + carried - granted - refused),
  ];
}
