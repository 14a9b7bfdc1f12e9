import type { RunFailure, RunSummary } from '../../model/run-summary.js';
import { clip } from '../../printing/fit-width.js';
import { failureWords } from './failure-words.js';
import { bySize, counted, grouped } from './format-figures.js';
import { groupBy } from './group-by.js';
import { html, linked, type Markup, named } from './markup.js';
import { failurePageWords } from './page-words.js';
import { moreIn, noSite } from './summary-words.js';

/** Addresses of one class, and of documents that vanished. */
const ADDRESSES_MAX = 40;
const MESSAGE_MAX = 240;

/** Failures by class: how many of each, and behind that their addresses. */
export function drawFailures({ totals, failures, sites }: RunSummary): Markup {
  const classes = bySize(totals.failures);
  if (classes.length === 0) return html`<p>${failurePageWords.none}</p>`;
  const most = classes[0]![1];
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const byCode = groupBy(failures, ({ code }) => code);
  return html`<table class="classes"><caption>${failurePageWords.caption}</caption>
<thead><tr><th scope="col">${failurePageWords.code}</th><th scope="col" class="n">${failurePageWords.count}</th><th scope="col" class="bar wide">${failurePageWords.share}</th></tr></thead>
<tbody>${classes.map(
    ([code, count]) =>
      html`<tr class="class"><th scope="row"><code>${code}</code> <span class="soft small">${failureWords(code)}</span></th><td class="n">${grouped(count)}</td><td class="bar wide"><svg class="b" aria-hidden="true"><rect class="failed" width="${((100 * count) / most).toFixed(1)}%"/></svg></td></tr>\n`,
  )}</tbody></table>
${classes.map(
  ([
    code,
    count,
  ]) => html`<details><summary><code>${code}</code> <span class="soft">${counted(count, 'address', 'addresses')}</span></summary>
${drawAddresses(byCode.get(code)!, names)}</details>`,
)}`;
}

const drawAddresses = (failures: readonly RunFailure[], names: ReadonlyMap<string, string>): Markup =>
  html`<ul class="plain">${failures
    .slice(0, ADDRESSES_MAX)
    .map(
      ({ url, site, message, failedRuns }) =>
        html`<li class="failure">${linked(url)}<br><span class="soft small">${named(names.get(site) ?? noSite(site))} · ${clip(message, MESSAGE_MAX)}${failedRuns > 1 ? failurePageWords.inARow(failedRuns) : ''}</span></li>\n`,
    )}</ul>${failures.length > ADDRESSES_MAX ? html`<p class="soft">${moreIn(failures.length - ADDRESSES_MAX)}</p>` : null}`;

export function drawVanished({ vanished, sites }: RunSummary): Markup {
  if (vanished.length === 0) return html`<p>${failurePageWords.noneVanished}</p>`;
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const shown = vanished.slice(0, ADDRESSES_MAX);
  return html`<table><caption>${failurePageWords.vanished}</caption>
<thead><tr><th scope="col">${failurePageWords.address}</th><th scope="col">${failurePageWords.site}</th></tr></thead>
<tbody>${shown.map(
    ({ url, site, reports }) =>
      html`<tr class="vanished-page"><th scope="row">${linked(url)}<br><span class="soft small">${reports.length === 0 ? failurePageWords.noRecord : reports.map((id) => html`<code>${id}</code> `)}</span></th><td>${named(names.get(site) ?? noSite(site))}</td></tr>\n`,
  )}</tbody></table>${vanished.length > shown.length ? html`<p class="soft">${moreIn(vanished.length - shown.length)}</p>` : null}`;
}
