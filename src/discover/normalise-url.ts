import type { AddressNoise } from '../model/platform.js';
import { withPostOf } from '../model/post-address.js';

const ADDRESS_CHARS_MAX = 2000;

/**
 * The address that is fetched for a link: absolute, http or https, without fragment, default port, dot segments and what only names a
 * session. Null for everything that is no page: `javascript:`, `mailto:`, broken or endless addresses, addresses with a password.
 */
export function normaliseUrl(href: string, base: string, noise: AddressNoise): string | null {
  const written = href.trim().replace(/[\t\n\r]/gu, '');
  if (written === '' || written.startsWith('#') || !URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  url.pathname = url.pathname.replace(noise.path, '').replace(/\/{2,}/gu, '/');
  const kept = keptQuery(url.search, noise);
  if (kept !== url.search) url.search = kept;
  // An empty query is no query.
  const text = url.href.replace(/^([^?]*)\?+$/u, '$1');
  return text.length > ADDRESS_CHARS_MAX ? null : text;
}

/** An address that was requested, with what was sent to it; unchanged if it can't be normalised. */
export function normaliseAsked(address: string, noise: AddressNoise): string {
  return withPostOf(address, normaliseUrl(address, address, noise) ?? address);
}

/** The query as it is written, without the parameters that name nothing: order and encoding may matter to the server. */
function keptQuery(search: string, noise: AddressNoise): string {
  const parts = search.slice(1).split('&');
  const kept = parts.filter((part) => {
    const name = part.split('=', 1)[0]!.toLowerCase();
    return part !== '' && !noise.params.has(name);
  });
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** Equal for the spellings of one address: http and https are one site here, and `%e5` is `%E5`. */
export function urlKey(url: string): string {
  return url
    .replace(/^https?:\/\//u, '')
    .replace(/^([^/?]*?):(?:80|443)(?=[/?]|$)/u, '$1')
    .replace(/%[0-9a-f]{2}/giu, (code) => code.toUpperCase());
}
