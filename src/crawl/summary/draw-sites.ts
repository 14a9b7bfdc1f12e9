import type { RunSummary, SiteSummary } from '../../model/run-summary.js';
import { grouped, sumOf } from './format-figures.js';
import { isWorthALook } from './is-worth-a-look.js';
import { html, type Markup, named } from './markup.js';
import { siteWords } from './page-words.js';
import { verdictNames } from './summary-words.js';

/** With more, only their counts are given: the page stays small where the network failed. */
const FULL_MAX = 200;
/** The place of the mark (the style knows it, too): up to a quarter more than expected can be seen. */
const GOAL_PERCENT = 80;

/** What is not as expected in full, all other sites in a line each. */
export function drawSites({ sites }: RunSummary): Markup {
  const full = sites.filter(isWorthALook).slice(0, FULL_MAX);
  const told = new Set(full.map(({ id }) => id));
  const rest = sites.filter(({ id }) => !told.has(id));
  return html`${full.length === 0 ? html`<p>${siteWords.allFine}</p>` : drawFull(full)}
${rest.length === 0 ? null : html`<details${rest.length <= 60 ? OPEN : null}><summary>${siteWords.others(rest.length)}</summary>${drawCompact(rest)}</details>`}`;
}

const OPEN = html` open`;

/** Found as a bar, the expected number as a mark across it; nothing if nothing was expected. */
function drawBar({ found, expected }: Pick<SiteSummary, 'found' | 'expected'>): Markup | null {
  if (expected === null || expected === 0) return null;
  const width = Math.min(100, (GOAL_PERCENT * found) / expected);
  const kind = found < expected ? 'failed' : 'found';
  return html`<svg class="b" aria-hidden="true"><rect class="${kind}" width="${width.toFixed(1)}%"/><rect class="goal"/></svg>`;
}

const expectedText = ({ expected }: SiteSummary): string => (expected === null ? '–' : grouped(expected));

const drawFull = (sites: readonly SiteSummary[]): Markup => html`<table><caption>${siteWords.full}</caption>
<thead><tr><th scope="col">${siteWords.site}</th><th scope="col" class="n">${siteWords.found}</th><th scope="col" class="n">${siteWords.expected}</th><th scope="col" class="bar">${siteWords.bar}</th></tr></thead>
<tbody>${sites.map(
  (
    site,
  ) => html`<tr class="site"><th scope="row"><b>${named(site.name)}</b> <span class="soft small">${site.id} · ${verdictNames[site.verdict]}</span>
<span class="small">${[site.message, ...site.stopped].map((line) => html`<br>${line}`)}</span></th><td class="n">${grouped(site.found)}</td><td class="n">${expectedText(site)}</td><td class="bar">${drawBar(site)}</td></tr>\n`,
)}</tbody></table>`;

/** As little markup as can be: there are thousands. The style knows the columns by their order. */
const drawCompact = (
  sites: readonly SiteSummary[],
): Markup => html`<table class="compact"><caption>${siteWords.compact}</caption>
<thead><tr><th scope="col">${siteWords.site}</th><th scope="col">${siteWords.found}</th><th scope="col">${siteWords.expected}</th><th scope="col">${siteWords.bar}</th><th scope="col">${siteWords.new}</th><th scope="col">${siteWords.changed}</th><th scope="col">${siteWords.failed}</th></tr></thead>
<tbody lang="zh-Hans">${sites.map(
  (site) =>
    html`<tr class="site"><th scope="row">${site.name}</th><td>${grouped(site.found)}</td><td>${expectedText(site)}</td><td>${drawBar(site)}</td><td>${grouped(site.records.new)}</td><td>${grouped(site.records.changed)}</td><td>${grouped(sumOf(site.failures))}</td></tr>\n`,
)}</tbody></table>`;
