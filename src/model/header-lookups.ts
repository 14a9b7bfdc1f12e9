import type { DivisionEntry } from './division-entry.js';
import type { RuleNames } from './rule.js';

/**
 * Knowledge about headings, names and dates that the machine is handed as data (`parsers/lookups/`).
 * Every pattern here runs over folded text: white space gone, full-width signs half-width, dashes "-",
 * cells set apart by "|" (see `foldText`).
 */

/** What a section is about. Specs are tried in order; the first pattern found in a heading names its role. */
interface SectionRoleSpec {
  role: string;
  pattern: RegExp;
}

export interface SectionLookups {
  roles: SectionRoleSpec[];
  /** Role of a heading that no spec knows and that has no parent. */
  unknownRole: string;
  /** Titles of first-level sections as the forms print them; used to find and to cut headings inside running text. */
  titles: string[];
  /** Labels of the forms that carry an ordinal and look like headings: 一、本年新收政府信息公开申请数量. */
  tableLabels: string[];
  /** Words that close a heading when no punctuation follows: 情况, 方面. */
  headingEndings: string[];
  /** Headings without an ordinal: 引言. */
  unnumbered: string[];
  /** Rubbish that converters leave in running text. */
  noise: RegExp[];
  radicalFolds: ReadonlyMap<string, string>;
}

/** One way in which a line names the report's issuer. `strong` sources are cross-checked, weak ones only fill gaps. */
interface NamePattern {
  source: string;
  strong: boolean;
  /** The name is group 1. */
  pattern: RegExp;
}

/** A label with the value behind it in group 1. Lower rank wins. */
interface LabelledPattern {
  rank: number;
  pattern: RegExp;
}

export interface DocumentWords {
  /** Traditional characters of the words below, and their simplified forms. */
  characterFolds: ReadonlyMap<string, string>;
  /** Radicals printed for characters (⼈民), one to one; also undone in values, which are otherwise as printed. */
  radicalFolds: ReadonlyMap<string, string>;
  /** Rubbish that converters and mirrors leave inside text; removed before anything is matched. */
  noise: RegExp[];
  title: {
    /** A heading that says no more than its year: 2019年度年报. */
    bare: RegExp;
    /** What a title ends with and is none of it: (已发布). */
    note: RegExp;
    /** Year and document words, behind a name. */
    inline: RegExp;
    /** Group 1: what stands before the document words. Group 2: the document words. Matches a whole line. */
    pattern: RegExp;
    /** The same at the start of a paragraph that goes on: a title that a reader has joined with the opening. */
    opening: RegExp;
    /** Prefixes that announce the title: 标题:. */
    label: RegExp;
    /** Lines that mention a title without being one: breadcrumbs, attachments, neighbours. */
    mention: RegExp;
    /** Site names behind a title: -某县人民政府. */
    siteSuffix: RegExp;
    /** Names of carrier metadata that may hold a title, best first. */
    metadata: string[];
  };
  /** A four-digit year in group 1 (digits) or group 2 (numerals), with its 年/年度. */
  year: RegExp;
  issuer: {
    patterns: NamePattern[];
    /** Carrier metadata that may name the body. */
    metadata: string[];
    /** Words for the writer: 我局, 本机关. */
    relative: RegExp;
    /** A name that says who without saying where: 县教育局. */
    placeless: RegExp;
    /** What the name of a body ends with. */
    suffix: RegExp;
    /** Words around a name in a title that are no part of it. */
    trim: RegExp;
    /** Words that say office or government of the same place: no difference between two bodies. */
    generic: RegExp;
    /** First place-like word of a name in group 1: 某某县. */
    place: RegExp;
    /** What stands before the place in a name: 国家税务总局某县税务局. */
    prefix: RegExp;
    /** Places that no official list of divisions holds: 开发区. */
    zone: RegExp;
    /** Endings of a division's name; the stem before them is what changes with rank. */
    divisionEnding: RegExp;
  };
  /** Openings that name the reporting year (group 1). */
  openingYear: RegExp;
  /** The year (group 1) with which a sentence begins. */
  firstSentenceYear: RegExp;
  /** A year in running text (group 1). */
  bodyYear: RegExp;
  period: {
    /** start and end in groups `start` and `end`; tried in order. */
    patterns: RegExp[];
    /** Without a year, which is the title's. */
    yearless: RegExp;
    /** Where start and end stand in different sentences. */
    start: RegExp;
    end: RegExp;
  };
  published: {
    labels: LabelledPattern[];
    metadata: string[];
    /** What goes on right behind a title, in its line: the day (group 1). */
    behindTitle: RegExp;
    /** A line that holds nothing but a date (group 1). */
    /** A line that begins with the day of publication; group 2 is the day. */
    line: RegExp;
    dateLine: RegExp;
    /** What a name in a signature ends with: (章). */
    seal: RegExp;
    /** A name (group 1) and a date (group 2) in one line. */
    signature: RegExp;
  };
  /** Words of the footer of a site: an address beside them is the host's, perhaps not the body's. */
  footer: RegExp;
  contact: Record<'address' | 'postcode' | 'phone' | 'fax' | 'email' | 'website', RegExp[]>;
}

/** One way to speak of reports that is not a body's own. */
export interface Voice {
  /** What such a page is. */
  reason: string;
  signs: readonly RegExp[];
  /** People take turns: every line with a sign counts, and not only every sign. */
  hasTurns?: true;
}

/** Signs that a document is no report. Patterns run over folded text. */
export interface KindLookups {
  /** Ways in which others speak of reports. */
  voices: readonly Voice[];
  /** How a body speaks of itself and of its report: 我局, 本报告. */
  own: RegExp;
  /** What makes the words before a title a sentence about the report, and no name: 某主任解读某区. */
  talk: RegExp;
  /** Lines of a text that is still being written. */
  unfinished: RegExp;
  /** What pages without content say. Only believed of short pages. */
  errorPage: RegExp;
  /** Decoding damage. */
  ruined: RegExp;
  /** Words of pages that collect model essays; two different ones are needed. */
  essays: RegExp[];
  /** Headlines (whole lines) of other documents, each with the reason. */
  headlines: { reason: string; pattern: RegExp }[];
  /** What the title, or a line near the top, says of documents that are no body's report on a year, each with the reason. */
  strangers: { reason: string; pattern: RegExp }[];
  /** Lines that a paper has; two different ones are needed. */
  paper: readonly RegExp[];
  /** How news speak of somebody's report; two different ones are needed. */
  news: readonly RegExp[];
  /** A line of a program's source; `opening` is one with which a program begins. */
  source: { line: RegExp; opening: RegExp };
  /** Words of a hijacked page. */
  spam: RegExp;
  /** A line of a data file that gives a title. */
  record: RegExp;
  /** The head of a collection of reports. */
  collection: RegExp;
  /** The first words of an article of a regulation. */
  article: RegExp;
  /** Placeholders of an unfilled form: ××单位, 20XX年. */
  placeholder: RegExp;
  /** Words that every report uses. */
  subject: RegExp;
  /** Labels of the forms' tables, to know an empty form. */
  formLabels: string[];
  /** Roles that make a report without tables recognisable. */
  coreRoles: string[];
}

/** Signs of a hijacked mirror; each counts from `minimum` different or repeated hits. */
interface PollutionSign {
  what: string;
  pattern: RegExp;
  /** Hits needed in all, and different ones among them. */
  minimum: number;
  distinct: number;
}
export interface PollutionLookups {
  signs: PollutionSign[];
}

/** Divisions by what texts call them. */
export interface Divisions {
  entries: readonly DivisionEntry[];
  /** Full names: 谯城区. Several divisions may share one. */
  byName: ReadonlyMap<string, readonly DivisionEntry[]>;
  /** Names without their ending (谯城), only for a look at the neighbourhood, never to place a body. */
  byStem: ReadonlyMap<string, readonly DivisionEntry[]>;
  /** UTF-16 units of the longest full name. */
  nameLengthMax: number;
}

export interface HeaderLookups {
  words: DocumentWords;
  divisions: Divisions;
  /** Rules that are switched off. */
  without?: RuleNames;
}
