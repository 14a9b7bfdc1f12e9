import type { ReportChange, RunSummary } from '../../model/run-summary.js';
import { clip } from '../../printing/fit-width.js';
import { counted, grouped } from './format-figures.js';
import { html, linked, type Markup, named } from './markup.js';
import { changeWords } from './page-words.js';
import { moreIn, noName, nothing, noYear } from './summary-words.js';

const ROWS_MAX = 300;
/** Of reports that differ: each takes several lines. */
const DIFFERING_MAX = 120;
/** Columns of a value that is shown before or after. */
const VALUE_MAX = 80;
const PATH_MAX = 160;

/** Reports that say something else now, that are read differently now, and new ones. */
export function drawChanges({ changes }: RunSummary): Markup {
  const of = (kind: ReportChange['change']) => changes.filter(({ change }) => change === kind);
  if (changes.length === 0) return html`<p>${changeWords.none}</p>`;
  return html`${drawDiffering(of('changed'), changeWords.changed)}${drawDiffering(of('reread'), changeWords.reread)}${drawNew(of('new'))}`;
}

const nameOf = ({ url, issuer }: ReportChange): Markup => linked(url, named(issuer ?? noName));

const more = (count: number, shown: number): Markup | null =>
  count > shown ? html`<p class="soft">${moreIn(count - shown)}</p>` : null;

function drawDiffering(
  changes: readonly ReportChange[],
  { title, caption }: typeof changeWords.changed,
): Markup | null {
  if (changes.length === 0) return null;
  // The roles keep a table what a narrow screen draws as blocks.
  return html`<h3>${title} <span class="soft">${grouped(changes.length)}</span></h3>
<table class="stack" role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${changeWords.report}</th><th scope="col" role="columnheader">${changeWords.differs}</th><th scope="col" role="columnheader" class="n">${changeWords.suspect}</th></tr></thead>
<tbody role="rowgroup">${changes.slice(0, DIFFERING_MAX).map(
    (
      change,
    ) => html`<tr role="row" class="change"><th scope="row" role="rowheader">${nameOf(change)} ${change.year ?? noYear}<br><span class="soft small">${changeWords.version(change.version)}</span></th>
<td role="cell">${drawDifferences(change)}</td><td role="cell" class="n">${doubtOf(change)}</td></tr>\n`,
  )}</tbody></table>${more(changes.length, DIFFERING_MAX)}`;
}

const doubtOf = ({ cells }: ReportChange): Markup =>
  html`${grouped(cells.suspect)}<span class="soft small"> ${changeWords.inDoubt}</span>`;

function drawDifferences({ first, differences }: ReportChange): Markup {
  const left = differences - first.length;
  return html`<ul class="plain">${first.map(
    ({ path, before, after }) =>
      html`<li><code>${clip(path, PATH_MAX)}</code><br><del>${drawValue(before)}</del> → <ins>${drawValue(after)}</ins></li>`,
  )}${left > 0 ? html`<li class="soft small">${changeWords.moreDifferences(counted(left, 'difference'))}</li>` : null}</ul>`;
}

function drawValue(value: unknown): Markup {
  if (value === undefined) return html`<i>${nothing}</i>`;
  return typeof value === 'string' ? named(`“${clip(value, VALUE_MAX)}”`) : html`${String(value)}`;
}

function drawNew(changes: readonly ReportChange[]): Markup | null {
  if (changes.length === 0) return null;
  return html`<h3>${changeWords.new.title} <span class="soft">${grouped(changes.length)}</span></h3>
<table><caption>${changeWords.new.caption}</caption>
<thead><tr><th scope="col">${changeWords.report}</th><th scope="col" class="n">${changeWords.year}</th><th scope="col" class="n wide">${changeWords.cells}</th><th scope="col" class="n">${changeWords.suspect}</th></tr></thead>
<tbody>${changes
    .slice(0, ROWS_MAX)
    .map(
      (change) =>
        html`<tr class="change"><th scope="row">${nameOf(change)}${change.kind === 'annual-report' ? null : html` <span class="soft small">${change.kind}</span>`}</th><td class="n">${change.year ?? '–'}</td><td class="n wide">${grouped(change.cells.verified + change.cells.read)}</td><td class="n">${grouped(change.cells.suspect)}</td></tr>\n`,
    )}</tbody></table>${more(changes.length, ROWS_MAX)}`;
}
