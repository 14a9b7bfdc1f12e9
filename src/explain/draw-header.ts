import type { Field, ReportRecord } from '../model/report-record.js';
import type { Template } from '../model/template.js';
import { padEnd, wrap } from '../printing/fit-width.js';
import { printable } from '../printing/printable.js';
import { carrierNames } from './describe-carriers.js';
import type { Drawing } from './draw-table.js';
import { explainFlags } from './explain-flags.js';

const NAME_WIDTH = 11;
const INDENT = '  ';

const kindWords: Record<ReportRecord['kind'], string> = {
  'annual-report': 'annual report',
  compilation: 'compilation of texts, no report of its own',
  other: 'no annual report',
};

/** Title, issuer, year and the other facts of the cover, one a line; doubts beside them in words. */
export function drawHeader(record: ReportRecord, templates: Template[], drawing: Drawing): string[] {
  const { division, contact } = record;
  const lines: [name: string, text: string][] = [
    ['kind', kindWords[record.kind]],
    ['issuer', sayField(record.issuer, drawing)],
    ['year', sayField(record.year, drawing)],
    ['form', sayForm(record, templates)],
    ['period', `${sayField(record.period.start, drawing)} to ${sayField(record.period.end, drawing)}`],
    ['published', sayField(record.publishedOn, drawing)],
    ['division', division ? `${division.path.join(' ')} (${division.code})` : '·'],
    ...Object.entries(contact).map(([name, field]): [string, string] => [name, sayField(field, drawing)]),
    ...sourceLines(record),
    ['record', record.id],
  ];
  const { colors, width } = drawing;
  const title = wrap(printable(record.title.value ?? '(no title)'), width).map((line) => colors.bold(line));
  const shown = lines.filter(([, text]) => text !== '·' && text !== '· to ·');
  return [
    ...title,
    ...shown.flatMap(([name, text]) => {
      const [first, ...more] = wrap(text, width - NAME_WIDTH - INDENT.length);
      const indent = ' '.repeat(NAME_WIDTH + INDENT.length);
      return [
        `${INDENT}${colors.dim(padEnd(name, NAME_WIDTH))}${first}`,
        ...more.map((line) => `${indent}${line}`),
      ];
    }),
  ];
}

/** One line; where the report came in several files, one a file, with the number that names it in the tables. */
function sourceLines(record: ReportRecord): [name: string, text: string][] {
  const names = carrierNames(record);
  return (record.source.carriers ?? [record.source]).map(({ format, charset, bytes, part }, index) => {
    const text = `${format}${charset ? `, ${charset}` : ''}, ${bytes} bytes, part ${part}`;
    return [index === 0 ? 'source' : '', names.length === 0 ? text : `${names[index]}: ${text}`];
  });
}

function sayField(field: Field<string> | Field<number>, { colors }: Drawing): string {
  if (field.value === null && field.confidence === 'missing') return '·';
  const value = field.value === null ? 'undecided' : printable(String(field.value));
  const doubts =
    field.confidence === 'suspect' ? ['in doubt', ...explainFlags(field.flags)] : explainFlags(field.flags);
  if (doubts.length === 0) return value;
  const printed = field.raw !== null && field.raw !== value ? [`printed "${printable(field.raw)}"`] : [];
  const note = `(${[...doubts, ...printed].join('; ')})`;
  return `${value} ${field.confidence === 'suspect' ? colors.yellow(note) : note}`;
}

/** The form of the report, and the tables that follow another. */
function sayForm({ template, tableTemplates }: ReportRecord, templates: Template[]): string {
  if (template === null) return '·';
  const issuedBy = templates.find(({ id }) => id === template)?.issuedBy;
  const others = Object.entries(tableTemplates)
    .filter(([, id]) => id !== template)
    .map(([table, id]) => `${table} follows ${id}`);
  return [`${template}${issuedBy ? ` (${issuedBy})` : ''}`, ...others].join('; ');
}
