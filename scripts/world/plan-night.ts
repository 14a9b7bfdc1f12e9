import { type Random, seededRandom } from '../synthesise/random.js';
import { addressOf, inListOrder, makeWorldReport } from './plan-site.js';
import type { NightChanges, WorldReport, WorldSite } from './world-types.js';

/** Of a site's reports, each night. */
const SHARES = { changed: 0.02, vanished: 0.01, moved: 0.01 };
/** Bodies of a site that publish their next report. */
const ADDED_MAX = 2;
const SERIALS_A_NIGHT = 100;

const countOf = (share: number, all: number, random: Random): number => {
  const whole = Math.floor(share * all);
  return whole + (random.chance(share * all - whole) ? 1 : 0);
};

/**
 * The site one night later, and what happened to it, by the seed. A report changes in its numbers and keeps its address; it moves with the
 * very same bytes; it vanishes with 404 or 410; what moved leaves a redirect behind or nothing.
 */
export function planNight(
  seed: number,
  site: WorldSite,
  night: number,
): { site: WorldSite; changes: NightChanges } {
  const random = seededRandom(seed).fork(`site ${site.index} night ${night}`);
  const order = shuffled(site.reports, random);
  const take = (share: number): WorldReport[] => order.splice(0, countOf(share, site.reports.length, random));
  const vanished = take(SHARES.vanished);
  const changed = take(SHARES.changed).map((report) => ({ ...report, version: report.version + 1 }));
  const moved = take(SHARES.moved);
  const former = new Map(site.former);
  for (const { path, filePath, picturePath } of vanished)
    for (const gone of [path, filePath, picturePath])
      if (gone !== null) former.set(gone, { status: random.chance(0.3) ? 410 : 404, location: null });
  let serial = night * SERIALS_A_NIGHT * 10;
  const movedTo = moved.map((report) => {
    // The number keeps its place in the pattern of carriers: a page stays a page.
    const to = { ...report, ...addressOf(site, serial++, report.carrier, report.publishedOn, report.year) };
    // The page names the addresses of its parts: they stay, or the page would change.
    const kept = { ...to, filePath: report.filePath, picturePath: report.picturePath };
    former.set(
      report.path,
      random.chance(0.5) ? { status: 301, location: kept.path } : { status: 404, location: null },
    );
    return kept;
  });
  const added = Array.from({ length: random.int(0, ADDED_MAX) }, () => {
    const { body } = random.pick(site.reports);
    return makeWorldReport(site, serial++, body, 2023 + night, random.fork(`added ${serial}`));
  });
  const unlike = added.filter((report, at) => added.findIndex(({ body }) => body === report.body) === at);
  return {
    site: { ...site, former, reports: inListOrder([...order, ...changed, ...movedTo, ...unlike]) },
    changes: {
      added: unlike.map(({ id }) => id),
      changed: changed.map(({ id }) => id),
      vanished: vanished.map(({ id }) => id),
      moved: moved.map(({ id }) => id),
    },
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  const mixed: T[] = [];
  while (rest.length > 0) mixed.push(...rest.splice(random.int(0, rest.length - 1), 1));
  return mixed;
}
