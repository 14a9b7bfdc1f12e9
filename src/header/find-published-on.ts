import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import { parseDate } from '../words/parse-date.js';
import { parseMoment } from '../words/parse-moment.js';
import { dateField } from './find-period.js';
import { findSignatures } from './find-signatures.js';
import type { HeaderPage } from './header-page.js';
import { firstCandidate, type HeaderRule } from './header-rule.js';
import { fieldOfMetadata } from './header-text.js';

const LINES_UNDER_TITLE = 3;
const DATE_LINE_LENGTH = 48;

/** In order of trust. */
export const publishedOnRules: readonly HeaderRule<Field<string>>[] = [
  { name: 'published-by-label', find: byLabel },
  { name: 'published-under-title', find: underTitle },
  { name: 'published-behind-title', find: behindTitle },
  { name: 'published-by-carrier', find: byCarrier },
  { name: 'published-by-signature', find: bySignature },
];

/** Midnight in China, written down where it is the afternoon before; no zone says so. */
const MIDNIGHT_ELSEWHERE = /T16:00(?::00(?:\.0+)?)?\s*$/u;
const REST_OF_MOMENT = /^[T ]?\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})/u;

/** 发布时间, 公开日期, 日期; the label of the lowest rank first. */
function* byLabel({ header, lookups }: HeaderPage): Generator<Field<string>> {
  const labels = [...lookups.words.published.labels].sort((left, right) => left.rank - right.rank);
  for (const { pattern } of labels) {
    for (const match of header.text.matchAll(pattern)) {
      const text = match[1]!;
      const start = match.index + match[0].lastIndexOf(text);
      const field = dateField(header, start, start + text.length);
      if (!field?.value) continue;
      const behind = REST_OF_MOMENT.exec(header.text.slice(start + text.length))?.[0];
      const moment = behind === undefined ? null : parseMoment(`${text}${behind}`);
      yield moment === null ? field : { ...field, value: moment };
    }
  }
}

/** 2022-01-25 办公室 阅读(203): a line that begins with a day, close below the title. */
function* underTitle({ header, title, lookups: { words } }: HeaderPage): Generator<Field<string>> {
  if (!title) return;
  const at = header.lines.findIndex(({ start }) => start >= title.end);
  for (const line of at < 0 ? [] : header.lines.slice(at, at + LINES_UNDER_TITLE)) {
    const [, sign, date] = words.published.line.exec(line.text) ?? [];
    if (date === undefined || line.text.length > DATE_LINE_LENGTH) continue;
    const start = line.start + sign!.length;
    const field = dateField(header, start, start + date.length);
    if (field?.value) yield field;
  }
}

/** 某馆2012年信息公开工作年度报告2013年1月22日: glued to the title. */
function* behindTitle({ header, title, lookups: { words } }: HeaderPage): Generator<Field<string>> {
  if (!title) return;
  const behind = header.text.slice(title.end, Math.max(title.end, title.line.end));
  const [whole, date] = words.published.behindTitle.exec(behind) ?? [];
  if (whole === undefined || date === undefined) return;
  const start = title.end + whole.indexOf(date);
  const field = dateField(header, start, start + date.length);
  if (field?.value) yield field;
}

function* byCarrier({ header, lookups }: HeaderPage): Generator<Field<string>> {
  for (const name of lookups.words.published.metadata) {
    for (const entry of header.parsed.metadata) {
      if (entry.name !== name) continue;
      const moment = parseMoment(entry.value);
      const value = moment ?? parseDate(entry.value)?.value;
      if (!value) continue;
      const field = fieldOfMetadata(entry.value, value);
      yield moment === null && MIDNIGHT_ELSEWHERE.test(entry.value)
        ? { ...field, confidence: 'suspect' }
        : field;
    }
  }
}

/** The last signature, if possible one with a name. */
function* bySignature(page: HeaderPage): Generator<Field<string>> {
  const signatures = findSignatures(page);
  const signed = signatures.filter(({ name }) => name !== null).at(-1) ?? signatures.at(-1);
  const field = signed && dateField(page.header, signed.date.start, signed.date.end);
  if (field) yield field;
}

/** The day of publication. The date line of a site's header is none. */
export const findPublishedOn = (page: HeaderPage): Field<string> =>
  firstCandidate(publishedOnRules, page) ?? missingField();
