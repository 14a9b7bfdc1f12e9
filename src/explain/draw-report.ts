import { issueEntry } from '../model/codes/issue-codes.js';
import type { Issue } from '../model/issue.js';
import type { ExtraRow, Fact, ReportRecord, TableCells } from '../model/report-record.js';
import type { Template } from '../model/template.js';
import { padEnd, padStart, widthOf, wrap } from '../printing/fit-width.js';
import { printable } from '../printing/printable.js';
import { describeCarriers } from './describe-carriers.js';
import { describeDoubts } from './describe-doubts.js';
import type { Doubt } from './doubt.js';
import { drawCell } from './draw-cell.js';
import { drawHeader } from './draw-header.js';
import { type Drawing, drawTable } from './draw-table.js';
import { explainFlags } from './explain-flags.js';
import { formLabels } from './form-labels.js';

const INDENT = '  ';

/** A report as a person reads it: cover, tables, the evidence of each doubt, facts of the prose, and issues. */
export function drawReport(record: ReportRecord, templates: Template[], drawing: Drawing): string {
  const tables = Object.entries(record.tables).map(([table, cells]) =>
    drawTableStretch(record, table, cells, templates, drawing),
  );
  const stretches = [
    drawHeader(record, templates, drawing),
    ...tables,
    drawExtras(record.extras, drawing),
    drawFacts(record.facts, drawing),
    drawIssues(record.issues.filter(isNew), drawing),
    drawTotals(record, drawing),
  ];
  return `${stretches
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Sums that fail are described under their table. */
const isNew = ({ code, path }: Issue): boolean =>
  !(code === 'identity-failed' && path?.startsWith('tables.'));

const heading = (text: string, note: string, { colors }: Drawing): string =>
  `${colors.bold(text)}${note === '' ? '' : ` ${colors.dim(note)}`}`;

function drawTableStretch(
  record: ReportRecord,
  table: string,
  cells: TableCells,
  templates: Template[],
  drawing: Drawing,
): string[] {
  const form = record.tableTemplates[table] ?? record.template;
  const labels = formLabels(
    table,
    templates.find(({ id }) => id === form),
  );
  const title = heading(labels.spec?.sectionTitles[0] ?? table, `${table}, form ${form}`, drawing);
  const all = Object.values(cells).flatMap((row) => Object.values(row));
  if (all.every((cell) => cell.confidence === 'missing')) {
    return [title, `${INDENT}${drawing.colors.yellow('The source does not hold this table.')}`];
  }
  const doubts = [
    ...describeCarriers(record, table, labels),
    ...describeDoubts(record, table, labels, drawing.colors),
  ];
  return [title, ...drawTable(cells, labels, drawing), ...drawDoubts(doubts, drawing)];
}

function drawDoubts(doubts: Doubt[], { width, colors }: Drawing): string[] {
  const lines = doubts.flatMap(({ sign, text, details }) => [
    ...hang(`${INDENT}${sign} `, text, width),
    ...details.flatMap((detail) => hang(`${INDENT}    `, detail, width).map((line) => colors.dim(line))),
  ]);
  return lines.length === 0 ? [] : ['', ...lines];
}

/** A text behind a sign, its further lines under its first. */
function hang(head: string, text: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(head));
  return wrap(text, Math.max(20, width - widthOf(head))).map(
    (line, index) => (index === 0 ? head : indent) + line,
  );
}

/** Rows that the source has and the form has not. */
function drawExtras(extras: ExtraRow[], drawing: Drawing): string[] {
  if (extras.length === 0) return [];
  const lines = extras.flatMap(({ table, label, unit, cells }) => {
    const values = Object.entries(cells).map(([column, cell]) => {
      const { plain, paint } = drawCell(cell, drawing.colors);
      return `${printable(column)} ${paint(plain.trim())}`;
    });
    const name = `${printable(label)}${unit ? ` (${printable(unit)})` : ''}`;
    return hang(INDENT, `${drawing.colors.dim(table)} ${name}: ${values.join(', ')}`, drawing.width);
  });
  return [heading('Rows beside the form', 'kept as they are printed', drawing), ...lines];
}

function drawFacts(facts: Fact[], drawing: Drawing): string[] {
  if (facts.length === 0) return [];
  const values = facts.map(({ value, unit }) => `${value ?? '?'} ${unit ?? ''}`.trim());
  const width = Math.max(...values.map(widthOf));
  const lines = facts.flatMap((fact, index) => {
    const suspect = fact.confidence === 'suspect';
    const value = padStart(values[index]!, width);
    const notes = explainFlags(fact.flags).join('; ');
    const head = `${INDENT}${suspect ? drawing.colors.red(`${value}?`) : `${value} `} `;
    const text = `${printable(fact.label)} ${drawing.colors.dim(`"${printable(fact.raw)}"`)}`;
    return hang(head, notes === '' ? text : `${text} ${drawing.colors.yellow(notes)}`, drawing.width);
  });
  return [heading('What the prose says', '', drawing), ...lines];
}

function drawIssues(issues: Issue[], drawing: Drawing): string[] {
  if (issues.length === 0) return [];
  const { colors, width } = drawing;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.dim };
  const told = new Set<string>();
  const lines = issues.flatMap(({ severity, code, message }) => {
    const head = `${INDENT}${paint[severity](padEnd(severity, 8))}`;
    // A code is explained where it comes first.
    const words = told.has(code) ? undefined : issueEntry(code)?.en;
    told.add(code);
    const explanation = words ? hang(`${INDENT}        `, words, width).map((line) => colors.dim(line)) : [];
    return [...hang(head, `${printable(message)} ${colors.dim(`[${code}]`)}`, width), ...explanation];
  });
  return [heading('Issues', '', drawing), ...lines];
}

function drawTotals({ kind, summary }: ReportRecord, { colors }: Drawing): string[] {
  if (kind !== 'annual-report') return [];
  const { cells, verified, read, suspect, blank, missing, checksFailed } = summary;
  const doubt = `${suspect} suspect`;
  return [
    `${colors.bold(`${cells} cells`)}: ${verified} verified, ${read} read, ${suspect > 0 ? colors.red(doubt) : doubt}, ` +
      `${blank} blank, ${missing} missing; ${checksFailed} failed ${checksFailed === 1 ? 'check' : 'checks'}`,
  ];
}
