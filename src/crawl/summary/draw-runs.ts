import type { PastRun, RunSummary } from '../../model/run-summary.js';
import { counted, dayOf, grouped, sumOf } from './format-figures.js';
import { html, type Markup } from './markup.js';
import { runWords } from './page-words.js';
import { scaleOf } from './scale.js';

/** Stacked in this order, the first at the bottom. */
const PARTS = ['new', 'changed', 'vanished', 'failed'] as const;
type Part = 'found' | (typeof PARTS)[number];

const TOP = 18;
/** Percent of the width that a run takes at most: few runs make no fat bars. */
const SLOT_MAX = 6;
const FILLED = 0.72;

/** This run as the past ones are kept. */
const nowOf = ({ run, startedAt, totals, alarms }: RunSummary): PastRun => ({
  ...{ run, startedAt, found: totals.found, new: totals.records.new, changed: totals.records.changed },
  ...{ vanished: totals.vanished, failed: sumOf(totals.failures), alarms: alarms.length },
});

/** The course of time: what was found, and below, in a scale of its own, what each run learned and could not do. */
export function drawRuns(summary: RunSummary): Markup {
  const runs = [...summary.history, nowOf(summary)];
  return html`<figure><figcaption id="found-runs">${runWords.found}</figcaption>
${drawChart(runs, ['found'], 90, 'found-runs')}</figure>
<figure><figcaption id="work-runs">${runWords.work}</figcaption>
${drawChart(runs, PARTS, 150, 'work-runs')}
<ul class="legend">${PARTS.map((part) => html`<li>${swatch(part)}${runWords.parts[part]}</li>`)}<li><svg class="sw" aria-hidden="true"><circle class="mark" cx="50%" cy="50%" r="35%"/></svg>${runWords.alarm}</li></ul></figure>
<details><summary>${runWords.asTable}</summary>${drawTable(runs)}</details>`;
}

export const swatch = (kind: string): Markup =>
  html`<svg class="sw" aria-hidden="true"><rect class="${kind}" width="100%" height="100%"/></svg>`;

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

function drawChart(runs: readonly PastRun[], parts: readonly Part[], height: number, name: string): Markup {
  const sums = runs.map((run) => parts.reduce((sum, part) => sum + run[part], 0));
  const { top, ticks } = scaleOf(sums);
  const slot = Math.min(SLOT_MAX, 100 / runs.length);
  const yOf = (value: number): number => TOP + height * (1 - value / top);
  const grid = ticks.map(
    (tick) => html`<line class="grid" x1="0" x2="100%" y1="${fixed(yOf(tick))}" y2="${fixed(yOf(tick))}"/>`,
  );
  const bars = runs.map((run, at) => {
    const sum = sums[at]!;
    // A bar that goes beyond the axis keeps the proportions of its parts, and says how long it is.
    const scale = sum > top ? top / sum : 1;
    const x = slot * (at + (1 - FILLED) / 2);
    let below = 0;
    const rects = parts.map((part) => {
      const [low, high] = [below * scale, (below + run[part]) * scale];
      below += run[part];
      if (run[part] === 0) return html``;
      return html`<rect class="${part}" x="${fixed(x)}%" width="${fixed(slot * FILLED)}%" y="${fixed(yOf(high))}" height="${fixed(yOf(low) - yOf(high))}"/>`;
    });
    const middle = fixed(slot * (at + 0.5));
    const cut = scale === 1 ? null : drawCut(x, slot * FILLED, sum);
    const mark =
      run.alarms > 0 && parts.length > 1
        ? html`<circle class="mark" cx="${middle}%" cy="${TOP + height + 9}" r="3"/>`
        : null;
    return html`<g class="run"><title>${tellRun(run)}</title>${rects}${cut}${mark}</g>\n`;
  });
  const labels = ticks.map(
    (tick) => html`<text x="100%" dx="8" y="${fixed(yOf(tick) + 4)}">${grouped(tick)}</text>`,
  );
  return html`<svg class="chart" role="img" aria-labelledby="${name} ${name}-told" height="${TOP + height + 34}" data-top="${top}" data-height="${height}">
<desc id="${name}-told">${tellRuns(runs, parts)}</desc>
${grid}${bars}${labels}${drawDays(runs, slot, TOP + height + 28)}</svg>`;
}

/** A gap near the upper end, and the length above it. */
function drawCut(x: number, width: number, sum: number): Markup {
  const [left, right] = [`${fixed(x)}%`, `${fixed(x + width)}%`];
  return html`<line class="cut" x1="${left}" x2="${right}" y1="${TOP + 10}" y2="${TOP + 7}"/><text x="${left}" y="${TOP - 5}">${grouped(sum)}</text>`;
}

/** Under the first and the last run, if there is room for two. */
function drawDays(runs: readonly PastRun[], slot: number, y: number): Markup {
  const [first, last] = [runs[0]!, runs.at(-1)!];
  const width = slot * runs.length;
  const end = html`<text x="${fixed(width)}%" y="${y}" text-anchor="end">${dayOf(last.startedAt)}</text>`;
  const start = html`<text x="0" y="${y}">${dayOf(first.startedAt)}</text>`;
  return width < 60 ? start : html`${start}${end}`;
}

const tellRun = ({ run, startedAt, found, vanished, failed, alarms, ...counts }: PastRun): string =>
  `Run ${run}, ${dayOf(startedAt)}: ${grouped(found)} found, ${grouped(counts.new)} new, ${grouped(counts.changed)} changed, ${grouped(vanished)} vanished, ${grouped(failed)} failed; ${counted(alarms, 'alarm')}`;

function tellRuns(runs: readonly PastRun[], parts: readonly Part[]): string {
  const last = runs.at(-1)!;
  const most = Math.max(...runs.map((run) => parts.reduce((sum, part) => sum + run[part], 0)));
  return `${counted(runs.length, 'run')} from ${dayOf(runs[0]!.startedAt)} to ${dayOf(last.startedAt)}, at most ${grouped(most)}. The last: ${tellRun(last)}.`;
}

const drawTable = (runs: readonly PastRun[]): Markup => html`<table><caption>${runWords.table}</caption>
<thead><tr><th scope="col">${runWords.run}</th>${['found' as const, ...PARTS].map((part) => html`<th scope="col" class="n">${runWords.parts[part]}</th>`)}<th scope="col" class="n">${runWords.alarms}</th></tr></thead>
<tbody>${[...runs]
  .reverse()
  .map(
    (run) =>
      html`<tr><th scope="row">${run.run}<span class="wide soft"> · ${dayOf(run.startedAt)}</span></th>${['found' as const, ...PARTS].map((part) => html`<td class="n">${grouped(run[part])}</td>`)}<td class="n">${run.alarms}</td></tr>\n`,
  )}</tbody></table>`;
