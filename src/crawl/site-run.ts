import type { Archive } from '../archive/archive.js';
import type { HostQueue } from '../fetch/host-queue.js';
import type { SiteKnowledge } from '../model/platform.js';
import type { Site } from '../model/site.js';
import type { Store } from '../store/store.js';
import type { CrawlEvent } from './crawl-options.js';

/** One site in one run: what its pages are read and kept with. */
export interface SiteRun {
  site: Site;
  run: number;
  /** When the run began, ISO 8601: the same for all processes of a run. */
  startedAt: string;
  /** Are links followed, or is only what is named fetched? */
  isFollowing: boolean;
  store: Store;
  archive: Archive;
  queue: HostQueue;
  knowledge: SiteKnowledge;
  tell: (event: CrawlEvent) => void;
}
