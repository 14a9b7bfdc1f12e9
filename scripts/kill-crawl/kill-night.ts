import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, runNianbao } from '../crawl-world/run-nianbao.js';
import { CONTACT } from '../crawl-world/run-night.js';
import type { Random } from '../synthesise/random.js';
import type { LogEntry, World } from '../world/start-world.js';
import { type Course, chooseMoment, type Moment, type Phase, phaseOf } from './choose-moment.js';
import { type Acknowledged, lookInside } from './look-inside.js';

/** A crawl over all its processes and nights. */
export interface Crawl {
  folder: string;
  kills: number;
  killsIn: Record<Phase, number>;
  /** Requests of a night that were made more than once. */
  repeated: number;
  faults: string[];
}

export const newCrawl = (folder: string): Crawl => ({
  ...{ folder, kills: 0, repeated: 0, faults: [] },
  killsIn: { opening: 0, asking: 0, converting: 0, writing: 0 },
});

/** One process of `nianbao crawl` on the world as it is now. `enter` is called with each phase that it comes to. */
function runCrawl(
  world: World,
  { folder }: Crawl,
  enter: (phase: Phase, line: string) => void,
  begun: (kill: () => void) => void = () => {},
): Promise<Ran> {
  mkdirSync(folder, { recursive: true });
  const sites = join(folder, 'sites.yaml');
  writeFileSync(sites, world.sitesYaml());
  const args = ['crawl', sites, '--out', folder, '--contact', CONTACT, '--allow-private', '--delay', '0'];
  // Pictures are fetched and joined to their pages; reading them would take most of the time.
  args.push('--ocr', 'never');
  const hear = (line: string): void => {
    const phase = phaseOf(line);
    if (phase !== null) enter(phase, line);
  };
  return runNianbao(args, { begun, hear });
}

/** A night that nobody disturbs. @returns how long its phases took */
export async function quietNight(world: World, crawl: Crawl): Promise<Course> {
  const from = performance.now();
  const at: Partial<Record<Phase, number>> = {};
  const { status, err } = await runCrawl(world, crawl, (phase) => {
    at[phase] ??= performance.now() - from;
  });
  if (status !== 0) crawl.faults.push(`exit status ${status}: ${err.slice(-1000)}`);
  const end = performance.now() - from;
  const { asking = end, converting = end } = at;
  return { openingMs: asking, askingMs: converting - asking, convertingMs: end - converting };
}

/** A night whose processes are killed until one comes to its end. @param killsMax then nobody disturbs it any more */
export async function killedNight(
  world: World,
  crawl: Crawl,
  {
    random,
    course,
    killsMax,
    scratch,
  }: { random: Random; course: Course; killsMax: number; scratch: string },
): Promise<void> {
  const asked: LogEntry[][] = [];
  let before: (Acknowledged & { diedIn: Phase }) | null = null;
  for (;;) {
    const from = world.log.length;
    let diedIn = 'opening' as Phase;
    let moment = null as Moment | null;
    const known = before;
    const ran = await runCrawl(
      world,
      crawl,
      (phase, line) => {
        diedIn = phase;
        moment?.enter(phase);
        if (phase === 'converting' && known?.diedIn === 'converting') checkRest(line, known.toConvert, crawl);
      },
      (kill) => {
        if (crawl.kills >= killsMax) return;
        moment = chooseMoment(random, course, crawl.folder, kill);
        moment.enter('opening');
      },
    );
    moment?.stop();
    if (moment?.wanted === 'writing') diedIn = 'writing';
    const log = world.log.slice(from);
    if (before !== null) checkAgain(log, before.urls, crawl);
    asked.push(log);
    if (ran.signal === null) {
      if (ran.status !== 0) crawl.faults.push(`exit status ${ran.status}: ${ran.err.slice(-1000)}`);
      break;
    }
    crawl.kills++;
    crawl.killsIn[diedIn]++;
    const left = existsSync(join(crawl.folder, 'state.db')) ? lookInside(crawl.folder, scratch) : null;
    // Killed before this night's run was begun: all that is known is of another night.
    before = left?.run === world.night ? { ...left, diedIn } : null;
    // Killed between the end of the run and the end of the process.
    if (before?.isEnded) break;
  }
  const all = asked.flat().filter(({ path }) => path !== '/robots.txt');
  crawl.repeated += all.length - new Set(all.map(({ host, path }) => host + path)).size;
}

/** Nothing that the store was done with is requested again, unless a redirect leads there: its target is not known before. */
function checkAgain(log: readonly LogEntry[], done: ReadonlySet<string>, crawl: Crawl): void {
  const lastOf = new Map<string, LogEntry>();
  for (const entry of log) {
    const isHop = lastOf.get(entry.site)?.status === 301;
    lastOf.set(entry.site, entry);
    const url = `http://${entry.host}${entry.path}`;
    if (done.has(url) && !isHop)
      crawl.faults.push(`${url}: asked for again, though the store was done with it`);
  }
}

/** What was converted is not converted again. */
function checkRest(line: string, left: number, crawl: Crawl): void {
  const told = Number(/converting: (\d+)/u.exec(line)?.[1]);
  if (told !== left) crawl.faults.push(`${told} documents converted after a kill that left ${left}`);
}
