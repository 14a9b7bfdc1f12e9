import type { TableSpec, Template } from '../../src/model/template.js';
import { PROVINCIAL, type ReportForm, tableOf, templateOf, yearsOf } from './forms.js';
import { type Numbers, pickScale, type Scale, tableNumbers } from './numbers.js';
import { type Contact, type Issuer, makeContact, makeIssuer, type Place } from './places.js';
import { type PrintStyle, pickStyle, printFigures } from './print-figures.js';
import type { Figures, TableName } from './printed.js';
import * as prose from './prose.js';
import { type ProvincialForm, provincialForms } from './provincial-forms.js';
import type { Random } from './random.js';

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
  /** The form by name, as the set's plan has it. */
  form: string;
  template: Template;
  year: number;
  issuer: Issuer;
  title: string;
  /** '' prints no byline. */
  byline: string;
  /** YYYY-MM-DD */
  publishedOn: string;
  opening: string;
  contact: Contact;
  style: PrintStyle;
  numbers: Partial<Record<TableName, Numbers>>;
  tables: Partial<Record<TableName, Figures>>;
  /** What each table really follows. */
  specs: Partial<Record<TableName, TableSpec>>;
  provincial: { form: ProvincialForm; values: number[][] } | null;
  sections: ReportSection[];
  facts: { disclosed: number; received: number };
  damage: Damage[];
}

export interface ReportOptions {
  form: ReportForm | Template;
  year?: number;
  place?: Place;
  scale?: Scale;
  style?: Partial<PrintStyle>;
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Builds a report in which every number is known and every identity of its form holds. */
export const makeReport = (random: Random, options: ReportOptions): Report => {
  const { form } = options;
  const template = templateOf(form);
  const isProvincial = form === PROVINCIAL;
  const year = options.year ?? random.int(...yearsOf(form));
  const issuer = makeIssuer(random.fork('issuer'), options.place);
  const contact = makeContact(random.fork('contact'), issuer);
  const scale = options.scale ?? pickScale(random);
  const style = { ...pickStyle(random.fork('style')), ...options.style };
  const specs: Report['specs'] = Object.fromEntries(
    isProvincial ? [] : template.tables.map((spec) => [spec.id, spec]),
  );
  const numbers = makeNumbers(random.fork('numbers'), specs, scale);
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
    printFigures(numbers[table]!, specs[table]!, style, random.fork(`print ${table}`));
  const names = Object.keys(numbers) as TableName[];
  return {
    form: isProvincial ? form : template.id,
    template,
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
    specs,
    provincial: isProvincial ? makeProvincial(random.fork('provincial')) : null,
    sections: tableOf(template, 'applications')
      ? sectionsAround(template, random, say)
      : narrativeSections(isProvincial, template, random, say),
    facts,
    damage: [],
  };
};

const makeNumbers = (random: Random, specs: Report['specs'], scale: Scale): Report['numbers'] =>
  Object.fromEntries(Object.values(specs).map((spec) => [spec.id, tableNumbers(random, spec, scale)]));

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

/** Since the form of 2021 some bodies head table 四 with the other title that its template knows. */
const OTHER_TITLE_SINCE = 2021;

const titleOf = ({ layout, sectionTitles }: TableSpec, { reportYears }: Template, random: Random): string => {
  const other = layout === 'line' && reportYears[0]! >= OTHER_TITLE_SINCE ? sectionTitles[1] : undefined;
  return other === undefined || random.chance(0.8) ? sectionTitles[0]! : other;
};

/** 一 the year in words, then a section for each table, then what went wrong. */
const sectionsAround = (template: Template, random: Random, say: Say): ReportSection[] => {
  const overview = prose.overviews.flatMap(([heading, phrasings]) => [heading, say(phrasings)]);
  const fillers = prose.fillers.filter(() => random.chance(0.4)).map((filler) => say([filler]));
  const sections: Omit<ReportSection, 'ordinal'>[] = [
    { title: '总体情况', paragraphs: [...overview, ...fillers] },
    ...template.tables.map((spec) => ({
      title: titleOf(spec, template, random),
      paragraphs: [],
      table: spec.id as TableName,
    })),
    { title: '存在的主要问题及改进情况', paragraphs: [say(prose.problems)] },
    { title: '其他需要报告的事项', paragraphs: [say(prose.others)] },
  ];
  return sections.map((section, index) => ({ ordinal: ordinals[index]!, ...section }));
};

const narrativeSections = (
  isProvincial: boolean,
  { tables: [spec] }: Template,
  random: Random,
  say: Say,
): ReportSection[] => {
  const sections: ReportSection[] = prose.narrativeParts.map(([title, phrasings], index) => ({
    ordinal: ordinals[index]!,
    title,
    paragraphs: [say(phrasings)],
  }));
  if (!spec) return sections;
  const title = random.pick([spec.sectionTitles[0]!, `附表：${spec.sectionTitles[0]}`]);
  const table = isProvincial ? 'provincial' : (spec.id as TableName);
  sections.push({ ordinal: ordinals[sections.length]!, title, paragraphs: [], table });
  return sections;
};
