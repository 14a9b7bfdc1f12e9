import type { Site } from '../model/site.js';
import type { NamedAddress } from './read-addresses.js';

/** Sites that nobody wrote down: what is named on one host. They expect nothing. */
export function siteForEachHost(addresses: readonly NamedAddress[]): Site[] {
  const hosts = new Map<string, string[]>();
  for (const { url } of addresses) {
    const { host } = new URL(url);
    const own = hosts.get(host) ?? [];
    own.push(url);
    hosts.set(host, own);
  }
  return [...hosts].map(([host, start]) => ({ id: host, name: host, start, expect: { reports_min: 0 } }));
}
