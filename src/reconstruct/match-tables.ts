import type { Issue } from '../model/issue.js';
import type { Block } from '../model/parsed-document.js';
import type { TableId, Template } from '../model/template.js';
import { fitIndicators } from './fit-indicators.js';
import { fitLine } from './fit-line.js';
import { fitRows } from './fit-rows.js';
import type { FoldCharacters } from './label-text.js';
import { physicalRows } from './physical-rows.js';
import type { TableFit } from './table-fit.js';
import type { PhysicalRow } from './token.js';

export interface TableMatch {
  /** The best fit of each table that the source holds. */
  fits: TableFit[];
  /** The form that the report as a whole follows: the one most of its cells follow. Null where there is no table. */
  template: Template | null;
  rows: PhysicalRow[];
  issues: Issue[];
}

const FITTERS = { rows: [fitRows], line: [fitLine, fitRows], indicators: [fitRows, fitIndicators] };

/** Fits every table of every form to the source, and keeps the form that fits each table best: bodies mix them. */
export function matchTables(blocks: Block[], templates: Template[], fold: FoldCharacters): TableMatch {
  const rows = physicalRows(blocks);
  const best = new Map<TableId, TableFit>();
  for (const template of templates) {
    for (const spec of template.tables) {
      for (const fitTable of FITTERS[spec.layout]) {
        const fit = fitTable(rows, template, spec, fold);
        const rival = best.get(spec.id);
        if (fit && (!rival || fit.score > rival.score)) best.set(spec.id, fit);
      }
    }
  }
  const fits = alignReviewForm([...best.values()], templates);
  const template = mainTemplate(fits);
  const issues: Issue[] = [];
  const forms = new Set(fits.map((fit) => fit.template.id));
  if (forms.size > 1) {
    const each = fits.map((fit) => `${fit.spec.id}: ${fit.template.id}`).join(', ');
    issues.push({
      code: 'forms-mixed',
      severity: 'warning',
      message: `tables follow different forms (${each})`,
    });
  }
  return { fits, template, rows, issues };
}

/** A table that is the same in two forms tells nothing of the form: it follows the others. */
function alignReviewForm(fits: TableFit[], templates: Template[]): TableFit[] {
  const telling = fits.filter((fit) => fit.spec.layout !== 'line');
  const main = mainTemplate(telling);
  if (!main) return fits;
  return fits.map((fit) => {
    if (fit.spec.layout !== 'line' || fit.template.id === main.id) return fit;
    const template = templates.find(
      (t) => t.id === main.id && t.tables.some((spec) => spec.id === fit.spec.id),
    );
    return template ? { ...fit, template } : fit;
  });
}

function mainTemplate(fits: TableFit[]): Template | null {
  const weight = new Map<Template, number>();
  for (const fit of fits) {
    const cells = fit.drafts.filter((draft) => draft.state !== 'missing').length;
    weight.set(fit.template, (weight.get(fit.template) ?? 0) + cells);
  }
  let best: Template | null = null;
  for (const [template, cells] of weight) if (!best || cells > weight.get(best)!) best = template;
  return best;
}
