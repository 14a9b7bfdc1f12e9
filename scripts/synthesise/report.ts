import { applicationsForm, type OgiForm } from './labels.js';
import {
  applicationNumbers,
  type Numbers,
  pickScale,
  proactiveNumbers,
  reviewNumbers,
  type Scale,
  statisticsNumbers,
} from './numbers.js';
import { type Contact, type Issuer, makeContact, makeIssuer, type Place } from './places.js';
import { type PrintStyle, pickStyle, printFigures } from './print-figures.js';
import type { Figures, TableName } from './printed.js';
import * as prose from './prose.js';
import type { Random } from './random.js';
import { type ProvincialForm, provincialForms } from './statistics-labels.js';

export type ReportForm = OgiForm | 'statistics-2014' | 'statistics-provincial' | 'narrative';

/** A cell that was altered after the sums were made, as a misprint or a bad scan would. */
export interface Damage {
  table: TableName;
  row: string;
  column: string;
  was: number;
}

export interface ReportSection {
  /** 一, 二, ... */
  ordinal: string;
  title: string;
  /** Sub-headings start with （一）. */
  paragraphs: string[];
  /** Printed after the paragraphs. */
  table?: TableName | 'provincial';
}

/** A truthful report: what it says, and what is true of it. Not yet laid out. */
export interface Report {
  form: ReportForm;
  year: number;
  issuer: Issuer;
  title: string;
  /** '' prints none. */
  byline: string;
  /** YYYY-MM-DD */
  publishedOn: string;
  opening: string;
  contact: Contact;
  style: PrintStyle;
  numbers: Partial<Record<TableName, Numbers>>;
  tables: Partial<Record<TableName, Figures>>;
  /** Which form each table really follows. */
  tableForms: Partial<Record<TableName, string>>;
  provincial: { form: ProvincialForm; values: number[][] } | null;
  sections: ReportSection[];
  facts: { disclosed: number; received: number };
  damage: Damage[];
}

export interface ReportOptions {
  form: ReportForm;
  year?: number;
  place?: Place;
  scale?: Scale;
  style?: Partial<PrintStyle>;
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

const yearsOf: Record<ReportForm, [number, number]> = {
  'ogi-2019': [2019, 2020],
  'ogi-2021': [2021, 2025],
  'statistics-2014': [2014, 2018],
  'statistics-provincial': [2009, 2017],
  narrative: [2008, 2018],
};

/** Builds a report in which every number is known and every identity of its form holds. */
export const makeReport = (random: Random, options: ReportOptions): Report => {
  const { form } = options;
  const year = options.year ?? random.int(...yearsOf[form]);
  const issuer = makeIssuer(random.fork('issuer'), options.place);
  const contact = makeContact(random.fork('contact'), issuer);
  const scale = options.scale ?? pickScale(random);
  const style = { ...pickStyle(random.fork('style')), ...options.style };
  const numbers = makeNumbers(random.fork('numbers'), form, scale);
  const facts = {
    disclosed: random.int(40, 9000),
    received:
      numbers.applications?.newlyReceived?.total ??
      numbers.statistics?.requestsReceived?.value ??
      random.int(1, 60),
  };
  const month = random.int(1, 3);
  const publishedOn = `${year + 1}-0${month}-${random.int(10, 28)}`;
  const slots = {
    issuer: issuer.name,
    self: issuer.selfName,
    year,
    ...contact,
    ...facts,
    part1: Math.ceil(facts.disclosed / 5),
    part2: Math.ceil(facts.disclosed / 9),
    small: random.int(1, 9),
    published: publishedOn,
    views: random.int(20, 900),
  };
  const say = (phrasings: readonly string[]): string => prose.fillSlots(random.pick(phrasings), slots);
  const print = (table: TableName): Figures =>
    printFigures(numbers[table]!, style, random.fork(`print ${table}`));
  const names = Object.keys(numbers) as TableName[];
  return {
    form,
    year,
    issuer,
    title: say(prose.titles),
    byline: random.chance(0.7) ? say(prose.bylines) : '',
    publishedOn,
    opening: say(prose.openings),
    contact,
    style,
    numbers,
    tables: Object.fromEntries(names.map((name) => [name, print(name)])),
    tableForms: Object.fromEntries(names.map((name) => [name, form])),
    provincial: form === 'statistics-provincial' ? makeProvincial(random.fork('provincial')) : null,
    sections: form.startsWith('ogi')
      ? ogiSections(form as OgiForm, random, say)
      : narrativeSections(form, random, say),
    facts,
    damage: [],
  };
};

const makeNumbers = (random: Random, form: ReportForm, scale: Scale): Partial<Record<TableName, Numbers>> => {
  if (form === 'ogi-2019' || form === 'ogi-2021') {
    return {
      proactive: proactiveNumbers(random, form, scale),
      applications: applicationNumbers(random, applicationsForm(form), scale),
      review: reviewNumbers(random, scale),
    };
  }
  return form === 'statistics-2014' ? { statistics: statisticsNumbers(random, scale) } : {};
};

const makeProvincial = (random: Random): Report['provincial'] => {
  const form = random.pick(provincialForms);
  const size = random.int(30, 4000);
  const values = form.lines.map(({ share }) => {
    const now = Math.round(size * share);
    return [now, now + Math.round(now * random.int(0, 6))];
  });
  return { form, values };
};

type Say = (phrasings: readonly string[]) => string;

const ogiSections = (form: OgiForm, random: Random, say: Say): ReportSection[] => {
  const overview = prose.overviews.flatMap(([heading, phrasings]) => [heading, say(phrasings)]);
  const fillers = prose.fillers.filter(() => random.chance(0.4)).map((filler) => say([filler]));
  const review =
    form === 'ogi-2019' || random.chance(0.8)
      ? '政府信息公开行政复议、行政诉讼情况'
      : '因政府信息公开工作被申请行政复议、提起行政诉讼情况';
  return [
    { ordinal: '一', title: '总体情况', paragraphs: [...overview, ...fillers] },
    { ordinal: '二', title: '主动公开政府信息情况', paragraphs: [], table: 'proactive' },
    { ordinal: '三', title: '收到和处理政府信息公开申请情况', paragraphs: [], table: 'applications' },
    { ordinal: '四', title: review, paragraphs: [], table: 'review' },
    { ordinal: '五', title: '存在的主要问题及改进情况', paragraphs: [say(prose.problems)] },
    { ordinal: '六', title: '其他需要报告的事项', paragraphs: [say(prose.others)] },
  ];
};

const narrativeSections = (form: ReportForm, random: Random, say: Say): ReportSection[] => {
  const sections: ReportSection[] = prose.narrativeParts.map(([title, phrasings], index) => ({
    ordinal: ordinals[index]!,
    title,
    paragraphs: [say(phrasings)],
  }));
  if (form === 'narrative') return sections;
  const title = random.pick(['政府信息公开情况统计表', '附表：政府信息公开情况统计表']);
  const table = form === 'statistics-2014' ? 'statistics' : 'provincial';
  sections.push({ ordinal: ordinals[sections.length]!, title, paragraphs: [], table });
  return sections;
};
