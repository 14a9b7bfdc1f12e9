import { templates } from '../../parsers/templates/index.js';
import type { Template } from '../../src/model/template.js';
import { addRows, numberWithComma, relabel, suffixHeadings } from './alter/page.js';
import { damageOneCell, mixEras } from './alter/report.js';
import type { Recipe } from './document.js';
import type { Charset } from './encode-text.js';
import { formBefore, PROVINCIAL, type ReportForm, tableOf } from './forms.js';
import { type Random, seededRandom } from './random.js';
import { carriers } from './render/index.js';

/** The forms of the years before 2019, and carriers that are common enough for them. */
const earlier: readonly (readonly [ReportForm, readonly string[]])[] = [
  [
    'statistics-2014',
    [
      'html-clean',
      'html-word',
      'docx-plain',
      'pdf-plain',
      'pipe-trailing',
      'tab-word',
      'tab-rows',
      'markdown-blank-spans',
    ],
  ],
  [PROVINCIAL, ['html-clean', 'docx-plain', 'pipe-trailing', 'spaces-one-line']],
  ['narrative', ['html-clean', 'html-word', 'docx-headings', 'pdf-plain', 'spaces']],
];

type Pair = readonly [form: ReportForm | Template, carrier: string];

/** Every pair of form and carrier that the corpus goes round: every other form of the list comes in every carrier. */
const pairsOf = (forms: readonly Template[]): Pair[] => {
  const later = forms.filter(({ id }) => !earlier.some(([form]) => form === id));
  return [
    ...carriers.flatMap(({ name }) => later.map((form): Pair => [form, name])),
    ...earlier.flatMap(([form, names]) => names.map((name): Pair => [form, name])),
  ];
};

const misprints = {
  '2.其他法律行政法规禁止公开': '2.其他法律行政止公开',
  规章: '规 章',
  行政规范性文件: '规范性文件',
};

const pickPageChange = (random: Random): Recipe['alterPage'] => {
  const changes: [number, NonNullable<Recipe['alterPage']>][] = [
    [0.06, relabel(misprints)],
    [0.08, numberWithComma],
    [0.08, suffixHeadings],
    [0.04, addRows('行政强制', [['行政检查', String(random.int(0, 60)), String(random.int(0, 9)), '0']])],
    [0.04, relabel({ 社会公益组织: '社会组织', 法律服务机构: '法律服务组织', 其他: '其它' })],
  ];
  const chosen = changes.filter(([share]) => random.chance(share)).map(([, change]) => change);
  return (page, report) => chosen.reduce((changed, change) => change(changed, report), page);
};

const pickCharset = (random: Random, isFile: boolean): Pick<Recipe, 'charset' | 'declared'> => {
  if (isFile || random.chance(0.82)) return {};
  const charset: Charset = random.pick(['gb18030', 'gbk', 'utf-16le', 'utf-16be']);
  const declared = charset.startsWith('utf-16') ? charset : random.pick([charset, 'gb2312', 'utf-8', '']);
  return { charset, declared };
};

/** The recipe of one corpus document. Round after round goes over all pairs, with new numbers and new trouble. */
export const corpusRecipe = (
  seed: number,
  index: number,
  forms: readonly Template[] = templates,
): Recipe & { name: string } => {
  const pairs = pairsOf(forms);
  const [form, carrier] = pairs[index % pairs.length]!;
  const [id, template] = typeof form === 'string' ? [form, undefined] : [form.id, form];
  const random = seededRandom(seed).fork(`document ${index}`);
  const isFile = /^(docx|pdf)/.test(carrier);
  const trouble = random.next();
  return {
    name: `${String(index).padStart(3, '0')}-${id}-${carrier}`,
    form,
    carrier,
    seed: random.int(1, 2 ** 31),
    ...pickCharset(random, isFile),
    alterPage: pickPageChange(random) ?? ((page) => page),
    ...(trouble < 0.06 && template && tableOf(template, 'applications')
      ? { alterReport: (report) => damageOneCell(report, random.fork('damage')) }
      : trouble < 0.1 && template && formBefore(template)
        ? { alterReport: (report) => mixEras(report, random.fork('eras')) }
        : {}),
  };
};
