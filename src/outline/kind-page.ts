import type { HeaderText } from '../header/header-text.js';
import type { TitledText } from '../header/title-candidates.js';
import type { DocumentWords, KindLookups } from '../model/header-lookups.js';
import type { Field, Section } from '../model/report-record.js';
import type { RuleNames } from '../model/rule.js';
import { type ForeignVoice, hearsItself, hearVoices } from './hear-voices.js';

export interface KindEvidence {
  title: Field<string>;
  year: Field<number>;
  /** Tables of a template that were found and hold at least one value. */
  tables: number;
  sections: Section[];
}

export interface KindKnowledge {
  words: DocumentWords;
  kind: KindLookups;
  without?: RuleNames;
}

/** What the rules look at. */
export interface KindPage {
  header: HeaderText;
  /** The lines of the text; a long paragraph is one. */
  lines: HeaderText['lines'];
  evidence: KindEvidence;
  words: KindLookups;
  /** Title and year are known. */
  isNamed: boolean;
  /** It uses the words of every report. */
  isAbout: boolean;
  /** Different titles of reports. */
  titles: Set<string>;
  /** Those of them that are values of a data file: "title": "…". */
  records: Set<string>;
  /** Different core sections. */
  core: number;
  /** How often the sections start again at 一. */
  restarts: number;
  /** Different lines with which a body signs: its name and the day, or the day alone. */
  signatures: number;
  /** Somebody who is not the reporting body speaks. */
  voice: ForeignVoice | null;
  /** The body speaks of itself. */
  isOwnVoice: boolean;
  /** No sentence stands there: it may be a table by itself. */
  isBare: boolean;
}

/** Score from which a line is the title of a report rather than a mention. */
const TITLE_SCORE_MIN = 4;
const SENTENCE = /.{12}[。!?]$/u;

const isSignature = (text: string, { published }: DocumentWords): boolean =>
  published.signature.test(text) || published.dateLine.test(text);

/** What the rules of kinds look at, computed once. */
export function readKindPage(
  { header, titles: all }: TitledText,
  evidence: KindEvidence,
  knowledge: KindKnowledge,
): KindPage {
  const { kind: words } = knowledge;
  const titles = all.filter(({ score }) => score >= TITLE_SCORE_MIN);
  const roles = new Set(evidence.sections.map(({ role }) => role));
  const starts = evidence.sections.filter(({ level, ordinal }) => level === 1 && ordinal === '一');
  const lines = header.lines.filter(({ kind }) => kind !== 'piece');
  return {
    ...{ header, evidence, words, lines },
    signatures: new Set(lines.flatMap(({ text }) => (isSignature(text, knowledge.words) ? [text] : []))).size,
    voice: hearVoices(lines, words),
    isOwnVoice: hearsItself(lines, words),
    isBare: !lines.some(({ text }) => SENTENCE.test(text)),
    isNamed: evidence.title.value !== null && evidence.year.value !== null,
    isAbout: words.subject.test(header.text),
    titles: new Set(titles.map(({ text }) => text)),
    records: new Set(titles.flatMap(({ text, line }) => (words.record.test(line.text) ? [text] : []))),
    core: words.coreRoles.filter((role) => roles.has(role)).length,
    restarts: starts.length,
  };
}
