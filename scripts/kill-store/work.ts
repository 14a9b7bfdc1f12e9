import { join } from 'node:path';
import { Archive } from '../../src/archive/archive.js';
import { Store } from '../../src/store/store.js';
import { exchangeOf, NIGHTS, openReader, SITES, sha256Of, urlsOf } from './world.js';

/** Fetches that are under way at once. */
const AT_ONCE = 5;

const say = (word: string): void => {
  // Straight into the pipe: a kill can't take back what was said.
  process.stdout.write(`${word}\n`);
};

/**
 * The nights of a crawl into a folder, as far as they are not done: says what it begins (`fetch`) and what the store and the archive
 * have acknowledged (`fetched`, `converted`, `ended`).
 */
async function work(folder: string): Promise<void> {
  const store = new Store(join(folder, 'state.db'));
  const archive = await Archive.open(join(folder, 'archive'), { fileBytesMax: 20_000 });
  const read = openReader();
  say('open');
  for (;;) {
    const [last] = store.runs(1);
    if (last && last.id >= NIGHTS && last.endedAt !== null) break;
    const run = store.beginRun('2026-11-21T18:00:00Z').id;
    await night(store, archive, run, read);
    store.endRun(run, '2026-11-21T19:00:00Z', { run });
    say(`ended ${run}`);
  }
  await archive.close();
  store.close();
  say('done');
}

async function night(
  store: Store,
  archive: Archive,
  run: number,
  read: ReturnType<typeof openReader>,
): Promise<void> {
  const at = `2026-11-2${run}T18:00:00.000Z`;
  for (const site of SITES) {
    if (store.facts.found(run, site) !== null) continue;
    const links = urlsOf(site).map((url) => ({ url, role: 'report' }));
    store.saveLinks(site, links, at);
    store.saveFound(run, site, links.length, true);
  }
  const due = SITES.flatMap((site) => store.documentsOf(site, run, at)).filter(
    ({ fetchedRun }) => fetchedRun !== run,
  );
  while (due.length > 0) {
    await Promise.all(due.splice(0, AT_ONCE).map(({ url }) => fetchPage(store, archive, run, url, at)));
  }
  for (const { url, key, sha256, file, offset } of store.toConvert('1')) {
    const body = await archive.readBody({ file, offset });
    if (sha256Of(body) !== sha256)
      throw new Error(`${url}: the archive holds another body than it was given`);
    const records = [read(url, body)];
    store.saveConversion({ run, url, key, version: '1', records, failure: null, at });
    say(`converted ${run} ${url}`);
  }
}

async function fetchPage(
  store: Store,
  archive: Archive,
  run: number,
  url: string,
  at: string,
): Promise<void> {
  const exchange = exchangeOf(url, run);
  say(`fetch ${run} ${url}`);
  const { bodyAt } = await archive.append(exchange);
  const { status, body } = exchange;
  store.saveFetch({
    url,
    run,
    state: status === 200 ? 'fetched' : status === 304 ? 'not-modified' : 'gone',
    fate: status === 404 ? 'give-up' : 'done',
    status,
    finalUrl: url,
    kind: 'report',
    charset: null,
    etag: null,
    lastModified: null,
    message: '',
    fetchedAt: at,
    nextTryAt: null,
    document:
      status === 200
        ? { sha256: sha256Of(body), mediaType: 'text/html', bytes: body.length, ...bodyAt }
        : null,
  });
  say(`fetched ${run} ${url}`);
}

await work(process.argv[2]!);
