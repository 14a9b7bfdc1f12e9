import { alarmCodes } from '../../model/codes/alarm-codes.js';
import type { Alarm, ReportChange, RunSummary, SiteSummary } from '../../model/run-summary.js';
import { clip, padEnd, padStart, widthOf, wrap } from '../../printing/fit-width.js';
import { printable } from '../../printing/printable.js';
import { confidences, countCells } from './cell-counts.js';
import { failureWords } from './failure-words.js';
import { bySize, counted, durationOf, grouped, minuteOf, shareOf, sumOf } from './format-figures.js';
import { isWorthALook } from './is-worth-a-look.js';
import {
  acrossWords,
  changeNames,
  headline,
  jobNames,
  moreIn,
  noName,
  noSite,
  nothing,
  noYear,
  verdictNames,
} from './summary-words.js';

/** Columns. Mail programs break longer lines wherever they like. */
const WIDTH = 100;
/** Entries of one list; what is more is counted. */
const LIST_MAX = 50;

/** A run as a person reads it in a mail: lines of at most 100 columns, what needs a person first. */
export function drawText(summary: RunSummary): string {
  const { run, job, version, startedAt, endedAt } = summary;
  const names = new Map(summary.sites.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? noSite(id);
  const sections: [title: string, lines: string[]][] = [
    ['Alarms', listed([...summary.alarms.entries()], (entry) => alarmLines(entry, nameOf))],
    ['In all', totalLines(summary)],
    ['Sites to look at', listed(summary.sites.filter(isWorthALook), siteLines)],
    ['Reports', listed(inUse(summary.changes), changeLines)],
    ['Vanished', listed(summary.vanished, ({ url, site }) => [...block(url, 2), ...block(nameOf(site), 4)])],
    ['Failures', failureLines(summary)],
  ];
  return [
    ...wrap(`nianbao: ${headline(summary)}`, WIDTH),
    ...wrap(
      `${jobNames[job]} ${run}, ${minuteOf(startedAt)} UTC, ${durationOf(startedAt, endedAt)}, nianbao ${version}`,
      WIDTH,
    ),
    ...sections.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : ['', title.toUpperCase(), '', ...lines],
    ),
    '',
  ].join('\n');
}

/** A text of unknown origin as lines that begin at a column. */
const block = (text: string, indent: number, mark = ''): string[] =>
  wrap(printable(text), WIDTH - indent - mark.length).map(
    (line, at) => ' '.repeat(indent) + (at === 0 ? mark : ' '.repeat(mark.length)) + line,
  );

function listed<T>(items: readonly T[], linesOf: (item: T) => string[]): string[] {
  const lines = items.slice(0, LIST_MAX).flatMap(linesOf);
  if (items.length > LIST_MAX) lines.push(`  ${moreIn(items.length - LIST_MAX)}`);
  return lines;
}

const alarmLines = (
  [at, { code, site, message }]: [number, Alarm],
  nameOf: (id: string) => string,
): string[] => [
  ...block(`${nameOf(site)}: ${alarmCodes[code].name}`, 2, `${at + 1}. `),
  ...block(message, 5),
];

function totalLines({ totals, sites, changes, held, acrossYears }: RunSummary): string[] {
  const { records, cells, pages, failures } = totals;
  const all = countCells(cells);
  const newReports = changes.filter(
    ({ change, kind }) => change === 'new' && kind === 'annual-report',
  ).length;
  const pageWords = bySize(pages).map(([state, count]) => `${grouped(count)} ${state}`);
  const levels = confidences.map((level) => `${grouped(cells[level])} ${level}`);
  const rows: [name: string, count: number, detail: string][] = [
    ['sites', sites.length, `${counted(sites.filter(isWorthALook).length, 'site')} to look at`],
    ['found', totals.found, 'reports that the lists name'],
    ['requests', totals.requests, ''],
    ['addresses', sumOf(pages), pageWords.join(', ')],
    ['new', records.new, `records, ${grouped(newReports)} of them annual reports`],
    ['changed', records.changed, 'records of pages that say something else now'],
    ['read anew', records.reread, 'records that this version of nianbao reads differently'],
    ['vanished', totals.vanished, 'documents; their records are kept'],
    ['failures', sumOf(failures), ''],
    ['cells', all, all === 0 ? '' : `of these records: ${levels.join(', ')}`],
    ['held', held.reports, `of which ${counted(held.annualReports, 'annual report')}`],
  ];
  const width = Math.max(...rows.map(([, count]) => grouped(count).length));
  const lines = rows.flatMap(([name, count, detail]) => {
    const mark = `${padEnd(name, 10)} ${padStart(grouped(count), width)}  `;
    return block(detail, 2, mark).map((line) => line.trimEnd());
  });
  if (all > 0) lines.push(...block(`${shareOf(cells.suspect, all)} of the cells are in doubt.`, 2));
  if (acrossYears) lines.push(...block(acrossWords(acrossYears), 2));
  return lines;
}

const siteLines = (site: SiteSummary): string[] => [
  ...block(`${site.name} (${site.id}): ${verdictNames[site.verdict]}`, 2),
  ...block(site.message, 4),
  ...site.stopped.flatMap((why) => block(why, 4)),
];

/** What changed says more than what is new. */
const inUse = (changes: readonly ReportChange[]): ReportChange[] => [
  ...changes.filter(({ change }) => change === 'changed'),
  ...changes.filter(({ change }) => change === 'reread'),
  ...changes.filter(({ change }) => change === 'new'),
];

function changeLines({ change, issuer, year, kind, url, version, differences, first, cells }: ReportChange) {
  const what = kind === 'annual-report' ? '' : `, ${kind}`;
  const doubt = cells.suspect === 0 ? '' : `, ${counted(cells.suspect, 'cell')} in doubt`;
  const which = change === 'new' ? '' : ` (version ${version}, ${counted(differences, 'difference')})`;
  return [
    ...block(
      `${issuer ?? noName} ${year ?? noYear}${what}${which}${doubt}`,
      2,
      padEnd(changeNames[change], 10),
    ),
    ...block(url, 12),
    ...first.flatMap(({ path, before, after }) =>
      block(`${path}: ${drawValue(before)} -> ${drawValue(after)}`, 12),
    ),
  ];
}

const VALUE_MAX = 60;
const drawValue = (value: unknown): string =>
  value === undefined ? nothing : clip(printable(JSON.stringify(value)), VALUE_MAX);

function failureLines({ totals, failures }: RunSummary): string[] {
  const width = Math.max(...Object.keys(totals.failures).map(widthOf));
  return bySize(totals.failures).flatMap(([code, count]) => {
    const first = failures.find((failure) => failure.code === code)!;
    return [
      ...block(failureWords(code), 2, `${padStart(grouped(count), 7)}  ${padEnd(code, width)}  `).map(
        (line) => line.trimEnd(),
      ),
      ...block(`${count === 1 ? '' : 'first: '}${first.url}`, 11),
    ];
  });
}
