import { alarmCodes } from '../../model/codes/alarm-codes.js';
import type { RunSummary } from '../../model/run-summary.js';
import { drawChanges } from './draw-changes.js';
import { drawDoubts } from './draw-doubts.js';
import { drawFailures, drawVanished } from './draw-failures.js';
import { drawRuns } from './draw-runs.js';
import { drawSites } from './draw-sites.js';
import { durationOf, grouped, minuteOf, sumOf } from './format-figures.js';
import { html, Markup, named, withLinks } from './markup.js';
import { pageStyle } from './page-style.js';
import { pageWords, totalWords } from './page-words.js';
import { acrossWords, headline, jobNames, moreIn, noSite } from './summary-words.js';

/** With more, every site has its own: their cause is one, and all of them are in the file beside the page. */
const ALARMS_MAX = 100;

/**
 * A run as one page: nothing is fetched by it, no script runs in it, and whatever sites and servers call themselves is text. The same summary
 * gives the same bytes.
 */
export function drawHtml(summary: RunSummary): string {
  const { run, job, totals, version, startedAt, endedAt } = summary;
  const title = `nianbao · ${jobNames[job]} ${run}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${`${headline(summary)} · ${title}`}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<main>
<header>
<p class="over">${title}</p>
<h1>${headline(summary)}</h1>
<p><time datetime="${startedAt}">${minuteOf(startedAt)} UTC</time> · ${durationOf(startedAt, endedAt)} · nianbao ${version}</p>
</header>
${drawAlarms(summary)}
${section('totals', drawTotals(summary))}
${section('runs', drawRuns(summary))}
${section('doubts', drawDoubts(totals.cells))}
${section('changes', drawChanges(summary))}
${section('sites', drawSites(summary))}
${section('vanished', drawVanished(summary))}
${section('failures', drawFailures(summary))}
<footer><p>${pageWords.footer}</p></footer>
</main>
</body>
</html>
`;
  return page.source;
}

const section = (name: Exclude<keyof typeof pageWords, 'footer' | 'alarms'>, content: Markup): Markup =>
  html`<section aria-labelledby="${name}"><h2 id="${name}">${pageWords[name]}</h2>\n${content}</section>`;

function drawAlarms({ alarms, sites }: RunSummary): Markup | null {
  if (alarms.length === 0) return null;
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return html`<ul class="alarms" aria-label="${pageWords.alarms}">${alarms
    .slice(0, ALARMS_MAX)
    .map(
      ({ code, site, message }) =>
        html`<li class="alarm"><b>${named(names.get(site) ?? noSite(site))}: ${alarmCodes[code].name}</b><br>${withLinks(message)}</li>\n`,
    )}</ul>${alarms.length > ALARMS_MAX ? html`<p>${moreIn(alarms.length - ALARMS_MAX)}</p>` : null}`;
}

function drawTotals({ totals, held, acrossYears }: RunSummary): Markup {
  const { found, records, vanished, failures, requests } = totals;
  const figures: [name: keyof typeof totalWords, count: number][] = [
    ['found', found],
    ['new', records.new],
    ['changed', records.changed],
    ['reread', records.reread],
    ['vanished', vanished],
    ['failed', sumOf(failures)],
    ['requests', requests],
    ['held', held.reports],
  ];
  return html`<dl class="figures">${figures.map(
    ([name, count]) => html`<div><dt>${totalWords[name]}</dt><dd>${grouped(count)}</dd></div>`,
  )}</dl>
${acrossYears && html`<p>${acrossWords(acrossYears)}</p>`}`;
}
