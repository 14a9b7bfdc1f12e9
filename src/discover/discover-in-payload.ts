import type { Discovery } from '../model/discovery.js';
import { collect, entriesKeyOf, note, type Task } from './discover-task.js';
import { judgeLink } from './judge-link.js';
import { type PayloadFound, type parsePayload, readPayload } from './read-payload.js';

type Json = NonNullable<ReturnType<typeof parsePayload>> | null;

/** The first platform whose rule finds entries and knows how they are numbered; else the first that finds entries, or an empty list. */
function findPayload(task: Task, value: Json): { id: string; found: PayloadFound } | null {
  const candidates = task.knowledge.platforms.flatMap(({ id, payloads }) =>
    (payloads ?? []).flatMap((rule) => {
      const found = readPayload(value, rule, task.page.url, task.pagesMax);
      return found === null ? [] : [{ id, found }];
    }),
  );
  const filled = candidates.filter(({ found }) => found.entries.length > 0);
  return filled.find(({ found }) => found.isNumbered) ?? filled[0] ?? candidates[0] ?? null;
}

/** The answer of a list endpoint. It has no heading: whether it belongs to a column is known from the page that named it. */
export function discoverInPayload(task: Task, value: Json): Discovery {
  const { page, knowledge, issues } = task;
  const isInColumn = page.via?.isInColumn ?? false;
  const links = collect(task, page.url, isInColumn);
  const payload = findPayload(task, value);
  const found = payload?.found;
  if (payload === null)
    note(
      issues,
      'payload-unknown',
      `The JSON of ${page.url} has entries nowhere that a platform is known for.`,
    );
  for (const entry of found?.entries ?? []) {
    const url = links.resolve(entry.address);
    if (url === null) continue;
    const facts = { name: entry.title, url, isInFrame: false, isColumnPage: isInColumn };
    const { kind, year, evidence } = judgeLink(facts, knowledge.words);
    const bucket = kind === 'report' ? 'reports' : kind === 'list' ? 'lists' : 'rejected';
    links.add(bucket, url, {
      text: entry.title,
      year,
      date: entry.date,
      evidence: kind === 'nothing' ? ['not:names-no-report'] : evidence,
    });
  }
  for (const address of found?.pages ?? [])
    links.add('next', address, { evidence: [`paging:${found!.rule}`], listKey: task.listKey });
  const pages = Math.max(found?.pages.length ?? 0, 0) + 1;
  if (pages >= task.pagesMax)
    note(
      issues,
      'too-many-pages',
      `${page.url} claims more than ${task.pagesMax} pages; the others are not asked for.`,
    );
  return {
    kind: found === undefined ? 'other' : 'list',
    evidence: found === undefined ? ['json'] : [`payload:${found.rule}`],
    title: page.via?.text ?? '',
    year: null,
    platforms: payload === null ? [] : [{ id: payload.id, signs: [`payload:${payload.found.rule}`] }],
    reports: links.take('reports'),
    attachments: [],
    pictures: [],
    next: links.take('next'),
    lists: links.take('lists'),
    rejected: links.take('rejected'),
    announced: found?.total ?? null,
    entriesKey: entriesKeyOf((found?.entries ?? []).map(({ address }) => address)),
    issues,
  };
}
