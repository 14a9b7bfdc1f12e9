import { type Issue, issue } from '../../model/issue.js';
import type { TableSpec, Template } from '../../model/template.js';
import type { FoldCharacters } from '../../words/label-text.js';
import { columnNames, columnsNamed } from '../columns/columns-named.js';
import type { TableCandidate, TableFit, TextRange } from '../table-fit.js';
import type { PhysicalRow } from '../token.js';
import { fitIndicators } from './fit-indicators.js';
import { fitLine } from './fit-line.js';
import { fitRows } from './fit-rows.js';
import { copyIssue, isCopy, mayHoldCopy, rowsOutside } from './table-copy.js';

export interface TableMatch {
  /** The best fit of each table that the source holds. */
  fits: TableFit[];
  /** The form that the report as a whole follows: the one most of its cells follow. Null where there is no table. */
  template: Template | null;
  /** Stretches taken up by second copies of these tables. */
  copies: TextRange[];
  issues: Issue[];
}

/** Columns that a heading names at least, to tell one form from another. */
const HEADING_MIN = 3;

type Find = (
  rows: PhysicalRow[],
  template: Template,
  spec: TableSpec,
  fold: FoldCharacters,
) => TableCandidate | null;

/** A table that is read as soon as it is found. */
const readAtOnce =
  (read: (...args: Parameters<Find>) => TableFit | null): Find =>
  (...args) => {
    const found = read(...args);
    return found && { ...found, read: () => found };
  };

const [findLine, findIndicators] = [fitLine, fitIndicators].map(readAtOnce) as [Find, Find];

const FINDERS = { rows: [fitRows], line: [findLine, fitRows], indicators: [fitRows, findIndicators] };

/** The better of the ways to read a table of this layout. */
const bestCandidate: Find = (rows, template, spec, fold) => {
  const [first, second] = FINDERS[spec.layout].map((find) => find(rows, template, spec, fold));
  if (!first || !second || spec.layout === 'line') return first ?? second ?? null;
  return second.score > first.score ? second : first;
};

/** Fits every table of every form to printed rows, and keeps the form that fits each table best: bodies mix them. */
export function fitTables(
  rows: PhysicalRow[],
  { templates, fold, year }: { templates: readonly Template[]; fold: FoldCharacters; year: number | null },
): TableFit[] {
  const best = new Map<string, TableCandidate>();
  const named = new Map<TableCandidate, string[]>();
  const all: TableCandidate[] = [];
  const columnsNamedBy = (fit: TableCandidate): string[] => {
    const names = named.get(fit) ?? columnsNamed(fit, rows, fold);
    named.set(fit, names);
    return names;
  };
  const namesAnother = (fit: TableCandidate, rival: TableCandidate): boolean => {
    const known = columnNames(rival.spec, fold);
    return columnsNamedBy(fit).some((name) => !known.includes(name));
  };
  const isBetter = (fit: TableCandidate, rival: TableCandidate): boolean => {
    const [own, other] = [columnsNamedBy(fit).length, columnsNamedBy(rival).length];
    // A form none of whose columns is named, beside one whose heading stands there, only happens to hold the figures.
    if (Math.min(own, other) === 0 && Math.max(own, other) >= HEADING_MIN) return own > other;
    // Of two forms that the heading names, the one with a column that the other lacks: the other would leave figures out.
    if (Math.min(own, other) >= HEADING_MIN && namesAnother(fit, rival) !== namesAnother(rival, fit))
      return namesAnother(fit, rival);
    return fit.score > rival.score || (fit.score === rival.score && isInForce(fit.template, year));
  };
  // Forms share tables: what is found of one of them is found of all.
  const found = new Map<TableSpec, TableCandidate | null>();
  const fitOf = (template: Template, spec: TableSpec): TableCandidate | null => {
    const known = found.get(spec);
    if (known) return { ...known, template, read: () => ({ ...known.read(), template }) };
    const fit = known === undefined ? bestCandidate(rows, template, spec, fold) : null;
    found.set(spec, fit);
    return fit;
  };
  for (const template of templates) {
    for (const spec of template.tables) {
      const fit = fitOf(template, spec);
      const rival = best.get(spec.id);
      if (fit) all.push(fit);
      if (fit && (!rival || isBetter(fit, rival))) best.set(spec.id, fit);
    }
  }
  return [...best.values()].map((found) => {
    const fit = found.read();
    fit.rivals = all.filter((other) => other !== found && other.spec.id === found.spec.id);
    const outside = rowsOutside(rows, fit);
    const copy = mayHoldCopy(fit, outside)
      ? bestCandidate(outside, fit.template, fit.spec, fold)?.read()
      : null;
    fit.copy = copy && isCopy(fit, copy) ? copy : null;
    return fit;
  });
}

/** The fitted tables of a report together: the form that it follows, and what stands in the source twice. */
export function joinFits(
  fitted: readonly TableFit[],
  templates: readonly Template[],
  year: number | null,
): TableMatch {
  const issues: Issue[] = [];
  const copies: TextRange[] = [];
  for (const fit of fitted) {
    if (!fit.copy) continue;
    issues.push(copyIssue(fit, fit.copy));
    copies.push(...fit.copy.region);
  }
  const fits = alignReviewForm(fitted, templates, year);
  const template = mainTemplate(fits, year);
  const forms = new Set(fits.map((fit) => fit.template.id));
  if (forms.size > 1) {
    const each = fits.map((fit) => `${fit.spec.id}: ${fit.template.id}`).join(', ');
    issues.push(issue('forms-mixed', `tables follow different forms (${each})`));
  }
  return { fits, template, copies, issues };
}

/** A table that is the same in two forms tells nothing of the form: it follows the others. */
function alignReviewForm(
  fits: readonly TableFit[],
  templates: readonly Template[],
  year: number | null,
): TableFit[] {
  const telling = fits.filter((fit) => fit.spec.layout !== 'line');
  const main = mainTemplate(telling, year);
  if (!main) return [...fits];
  return fits.map((fit) => {
    if (fit.spec.layout !== 'line' || fit.template.id === main.id) return fit;
    const template = templates.find(
      (t) => t.id === main.id && t.tables.some((spec) => spec.id === fit.spec.id),
    );
    return template ? { ...fit, template } : fit;
  });
}

/** Where bodies mix forms: the one in force in the report's year, else the one that most printed cells follow. */
function mainTemplate(fits: readonly TableFit[], year: number | null): Template | null {
  const weight = new Map<Template, number>();
  for (const fit of fits) {
    const cells = fit.drafts.filter((draft) => draft.state !== 'missing').length;
    const before = weight.get(fit.template) ?? (isInForce(fit.template, year) ? IN_FORCE_WEIGHT : 0);
    weight.set(fit.template, before + cells);
  }
  let best: Template | null = null;
  for (const [template, cells] of weight) if (!best || cells > weight.get(best)!) best = template;
  return best;
}

/** Is it the form of reports of that year? */
export function isInForce({ reportYears: [first, last] }: Template, year: number | null): boolean {
  return year !== null && (first === null || first <= year) && (last === null || year <= last);
}

/** More than the cells of any form. */
const IN_FORCE_WEIGHT = 1000;
