import { type CheerioAPI, load } from 'cheerio';
import type { Discovery } from '../model/discovery.js';
import type { Platform } from '../model/platform.js';
import { postAddress } from '../model/post-address.js';
import { classifyPage } from './classify-page.js';
import { collect, entriesKeyOf, note, type Task } from './discover-task.js';
import { expandPaging } from './expand-paging.js';
import { fileOfViewer, judgeAttachment } from './find-attachments.js';
import { findClaims } from './find-claims.js';
import { findNextPages } from './find-next-pages.js';
import { findPageNames, type PageNames } from './find-page-names.js';
import { addPictures } from './find-pictures.js';
import { findReportYear } from './find-report-year.js';
import { flattenDeep } from './flatten-deep.js';
import { foldName } from './fold-name.js';
import { judgeLink } from './judge-link.js';
import type { LinkCollector } from './link-collector.js';
import { type Anchor, readAnchors } from './read-anchors.js';
import { recognisePlatforms } from './recognise-platforms.js';
import { findScriptFunctions } from './script-calls.js';

/** Bounds what patterns and the parser may cost; pages of lists have some 100 KB. */
const SOURCE_CHARS_MAX = 4_000_000;
const FRAGMENTS_MAX = 2000;
const REFRESH = /^\s*\d+(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/iu;

interface Page {
  task: Task;
  source: string;
  $: CheerioAPI;
  names: PageNames;
  isColumn: boolean;
  anchors: Anchor[];
  platforms: { platform: Platform; signs: string[] }[];
  links: LinkCollector;
}

/** Pieces of markup that scripts hold, by the patterns of the platforms that were recognised. */
const fragmentsOf = (platforms: readonly { platform: Platform }[], source: string): string[] =>
  platforms
    .flatMap(({ platform }) => platform.fragments ?? [])
    .flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match.groups?.html ?? ''))
    .slice(0, FRAGMENTS_MAX);

function readPage(task: Task): Page {
  const { page, knowledge } = task;
  const cut = task.text.slice(0, SOURCE_CHARS_MAX);
  const flat = flattenDeep(cut);
  if (flat !== null)
    note(
      task.issues,
      'markup-too-deep',
      `${page.url} nests too deep; its links were read without its structure.`,
    );
  const source = flat ?? cut;
  if (cut.length < task.text.length)
    note(task.issues, 'page-cut', `Only the first ${SOURCE_CHARS_MAX} characters of ${page.url} were read.`);
  const $ = load(source);
  const names = findPageNames($, knowledge.words);
  const isColumn = names.isColumn || (page.via?.isInColumn ?? false);
  const platforms = recognisePlatforms(knowledge.platforms, source, page.url);
  const functions = findScriptFunctions(source);
  const anchors = [
    ...readAnchors($, knowledge.words, functions),
    ...fragmentsOf(platforms, source).flatMap((html) =>
      readAnchors(load(html, null, false), knowledge.words, functions),
    ),
  ];
  const base = $('base[href]').first().attr('href') ?? '';
  const links = collect(
    task,
    URL.canParse(base, page.url) ? new URL(base, page.url).href : page.url,
    isColumn,
  );
  return { task, source, $, names, isColumn, anchors, platforms, links };
}

/** Reports and lists by their names; what is in a column and is no report is rejected with the reason. */
function addNamedLinks({ task, anchors, links, isColumn }: Page): void {
  const lost = anchors.filter(
    ({ href, name }) => href === '' && task.knowledge.words.report.test(foldName(name)),
  );
  if (lost.length > 0)
    note(
      task.issues,
      'script-not-followed',
      `${lost.length} entries of ${task.page.url} are named as reports and open by a script that can't be followed: ${lost[0]!.name}`,
    );
  for (const anchor of anchors) {
    const url = links.resolve(anchor.href);
    if (url === null) continue;
    const { name, isInFrame, date } = anchor;
    const facts = { name, url, isInFrame, isColumnPage: isColumn };
    const { kind, year, evidence } = judgeLink(facts, task.knowledge.words);
    if (kind === 'nothing') continue;
    const bucket = kind === 'report' ? 'reports' : kind === 'list' ? 'lists' : 'rejected';
    const isInColumn = isColumn || (kind === 'list' && !evidence.includes('may-lead-to-column'));
    const told = anchor.isCall ? [...evidence, 'opened-by-script'] : evidence;
    links.add(bucket, url, { text: name, year, date, evidence: told, isInColumn });
  }
}

/** Further pages, by what the platforms say and by the names of links. @returns entries in all, if the page says so */
function addPages(page: Page): number | null {
  const { task, platforms, links, source } = page;
  let announced: number | null = null;
  const isFirst = task.page.via?.listKey == null;
  const isTrusted = page.isColumn || task.page.via === null || links.take('reports').length > 0;
  // A rule that finds its lists by their names needs no column around it; others would turn the pages of the news.
  const rules = platforms
    .flatMap(({ platform }) => platform.paging ?? [])
    .filter((rule) => isTrusted || rule.each !== undefined);
  for (const found of rules.flatMap((rule) => expandPaging(rule, source, task.page.url, task.pagesMax))) {
    announced ??= found.itemCount;
    if ((found.pageCount ?? 0) > task.pagesMax && isFirst)
      note(
        task.issues,
        'too-many-pages',
        `${task.page.url} claims ${found.pageCount} pages; ${task.pagesMax} are asked for.`,
      );
    for (const { url, post } of found.addresses) {
      const resolved = links.resolve(url);
      const address = resolved !== null && post !== null ? postAddress(resolved, post) : resolved;
      if (address !== null)
        links.add('next', address, {
          evidence: [`paging:${found.rule}`],
          listKey: task.listKey,
          isInColumn: page.isColumn || found.isNamed,
        });
    }
  }
  if (!isTrusted) return announced;
  for (const { url, evidence } of findNextPages(page.anchors, links, task.page.url, task.knowledge.words))
    links.add('next', url, { evidence: [evidence], listKey: task.listKey });
  return announced;
}

/** The first page of a list that counts more than it shows, and nothing leads to the rest. */
function noteHidden({ task, source, links, isColumn }: Page, announced: number | null): void {
  const isFirst = task.page.via?.listKey == null;
  const shown = links.take('reports').length + links.take('rejected').length;
  if (!isFirst || !(isColumn || links.take('reports').length > 0) || links.take('next').length > 0) return;
  const { records, pages } = findClaims(source);
  const claimed = Math.max(announced ?? 0, records);
  if (pages <= 1 && (claimed <= shown || shown === 0)) return;
  const says = pages > 1 ? `${pages} pages` : `${claimed} entries`;
  note(
    task.issues,
    'list-shows-less',
    `${task.page.url} counts ${says} and shows ${shown} entries; nothing leads to the others.`,
  );
}

/** Every link but those that turn pages: they differ on pages that are otherwise the same. */
const entriesOf = ({ anchors, links, task }: Page): string[] =>
  anchors
    .filter(
      ({ text }) =>
        !/^\W{0,2}\d{0,4}\W{0,2}$/u.test(text) && !task.knowledge.words.nextPage.test(foldName(text)),
    )
    .flatMap(({ href }) => links.resolve(href) ?? []);

/** Frames of a column hold its list; those of other pages hold videos and maps. */
function addFrames({ $, links, isColumn }: Page): void {
  if (!isColumn) return;
  $('iframe[src], frame[src]').each((_, element) => {
    const url = links.resolve($(element).attr('src') ?? '');
    if (url !== null) links.add('lists', url, { evidence: ['frame'] });
  });
}

/** A page that sends on at once stands for the page that it sends to. */
function addRefresh({ $, task, links, isColumn }: Page): void {
  const content = $('meta[http-equiv]')
    .toArray()
    .flatMap(({ attribs }) =>
      /^refresh$/iu.test(attribs['http-equiv'] ?? '') ? [attribs.content ?? ''] : [],
    )[0];
  const written = content === undefined ? undefined : REFRESH.exec(content)?.[1];
  const url = written === undefined ? null : links.resolve(written);
  if (url !== null && url !== task.page.url)
    links.add('lists', url, { evidence: ['refresh'], isInColumn: isColumn });
}

/** Files that a report's page links, embeds or shows in a viewer. */
function addAttachments({ $, task, anchors, links }: Page): void {
  const { words } = task.knowledge;
  for (const anchor of anchors) {
    const url = links.resolve(fileOfViewer(anchor.href, words) ?? anchor.href);
    const verdict = url === null ? null : judgeAttachment(anchor, url, words);
    if (url === null || verdict === null) continue;
    const facts = { name: anchor.name, url, isInFrame: anchor.isInFrame, isColumnPage: false };
    const named = judgeLink(facts, words);
    // An explanation of the report beside the report is no report.
    const isOther = named.evidence.some(
      (reason) => reason.startsWith('not:') && reason !== 'not:names-no-disclosure',
    );
    links.add(verdict.isTaken && !isOther ? 'attachments' : 'rejected', url, {
      text: anchor.name,
      year: named.year,
      evidence: isOther ? [...verdict.evidence.slice(0, 1), ...named.evidence] : verdict.evidence,
    });
  }
  $('iframe[src], embed[src], object[data]').each((_, element) => {
    const written = $(element).attr('src') ?? $(element).attr('data') ?? '';
    const url = links.resolve(fileOfViewer(written, words) ?? written);
    if (url !== null && words.file.test(new URL(url).pathname))
      links.add('attachments', url, { evidence: ['embedded'] });
  });
}

/** A page of HTML, or pieces of HTML in XML: a report, a list, or neither. */
export function discoverInHtml(task: Task): Discovery {
  const page = readPage(task);
  const { words } = task.knowledge;
  addNamedLinks(page);
  const { kind, evidence, title } = classifyPage({
    $: page.$,
    title: page.names.title,
    isColumn: page.isColumn,
    via: task.page.via,
    linkedReports: page.links.take('reports').length,
    links: page.links.take('lists').length,
    words,
  });
  let announced: number | null = null;
  if (kind === 'report') {
    addAttachments(page);
    addPictures(page);
    const isCarried = (['attachments', 'pictures'] as const).some(
      (bucket) => page.links.take(bucket).length > 0,
    );
    if (!evidence.includes('prose') && !isCarried)
      note(
        task.issues,
        'report-without-text',
        `${task.page.url} is named as a report and holds neither sentences nor files.`,
      );
  } else {
    announced = addPages(page);
    addFrames(page);
    addRefresh(page);
    noteHidden(page, announced);
  }
  const { links } = page;
  const isReport = kind === 'report';
  return {
    kind:
      kind === 'other' && (links.take('next').length > 0 || links.take('lists').length > 0) ? 'list' : kind,
    evidence,
    title,
    year: findReportYear(foldName(title), words.report),
    platforms: page.platforms.map(({ platform, signs }) => ({ id: platform.id, signs })),
    reports: links.take('reports'),
    attachments: links.take('attachments'),
    pictures: links.take('pictures'),
    next: isReport ? [] : links.take('next'),
    // The menu of a report's page is on the list as well.
    lists: isReport ? [] : links.take('lists'),
    rejected: links.take('rejected'),
    announced,
    entriesKey: entriesKeyOf(entriesOf(page)),
    issues: task.issues,
  };
}
