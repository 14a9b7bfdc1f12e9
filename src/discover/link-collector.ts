import type { Link } from '../model/discovery.js';
import type { AddressNoise } from '../model/platform.js';
import { normaliseAsked, normaliseUrl, urlKey } from './normalise-url.js';

type Bucket = 'reports' | 'attachments' | 'pictures' | 'next' | 'lists' | 'rejected';

/** What is known of a link beside its address. */
type LinkNote = Partial<Omit<Link, 'url' | 'key'>> & { evidence: string[] };

export interface LinkCollector {
  /** Null if it is no address of a page. */
  resolve(href: string): string | null;
  /** Keeps a link, once a key. A link outside of the site's hosts is rejected, with the reason. */
  add(bucket: Bucket, url: string, note: LinkNote): void;
  take(bucket: Bucket): Link[];
}

/** What a link is taken for wins in this order, if the page has it twice. */
const RANK: readonly Bucket[] = ['attachments', 'reports', 'next', 'lists', 'pictures', 'rejected'];

interface CollectorOptions {
  pageUrl: string;
  /** The page's `<base href>`, or its address. */
  base: string;
  noise: AddressNoise;
  /** `host` or `host:port`, lower case. */
  hosts: ReadonlySet<string>;
  isInColumn: boolean;
}

/** Gathers the links of one page, each address once. */
export function createLinkCollector(options: CollectorOptions): LinkCollector {
  const { noise, hosts } = options;
  const own = urlKey(normaliseAsked(options.pageUrl, noise));
  const kept = new Map<string, { bucket: Bucket; link: Link }>();
  const bucketFor = (bucket: Bucket, url: string): Bucket =>
    hosts.has(new URL(url).host.toLowerCase()) ? bucket : 'rejected';
  return {
    resolve: (href) => normaliseUrl(href, options.base, noise),
    add(wanted, url, note) {
      const key = urlKey(url);
      if (key === own) return;
      const bucket = bucketFor(wanted, url);
      const evidence = bucket === wanted ? note.evidence : [...note.evidence, 'not:other-host'];
      const before = kept.get(key);
      if (before !== undefined && RANK.indexOf(before.bucket) <= RANK.indexOf(bucket)) return;
      const link: Link = {
        text: '',
        year: null,
        date: null,
        isInColumn: options.isInColumn,
        listKey: null,
        ...note,
        url,
        key,
        evidence,
      };
      // A better reason for the same address takes the old one's place in the order of the page.
      kept.set(key, { bucket, link });
    },
    take: (bucket) => [...kept.values()].filter((entry) => entry.bucket === bucket).map(({ link }) => link),
  };
}
