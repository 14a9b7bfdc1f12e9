import { FetchFault } from './fetch-fault.js';

/** Longer addresses are traps, or made by a loop that adds to them. */
const URL_MAX = 8_192;

/** A URL as it is requested: no fragment, no name or password; `a.test.` is the host `a.test`. */
function strip(url: URL): URL {
  url.hostname = url.hostname.replace(/\.$/u, '');
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

function checkScheme(url: URL): URL {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchFault(
      'scheme-refused',
      `only http and https are fetched, not ${url.protocol.slice(0, -1)}`,
    );
  return strip(url);
}

/** @throws {FetchFault} scheme-refused, also where the text is no URL at all */
export function parseAsked(text: string): URL {
  if (!URL.canParse(text) || text.length > URL_MAX)
    throw new FetchFault('scheme-refused', 'not the address of a web page');
  return checkScheme(new URL(text));
}

/**
 * Where a redirect leads. `location` is latin1, as it came: bytes of UTF-8 or GBK in it are sent back as they are.
 *
 * @throws {FetchFault} redirect-broken or scheme-refused
 */
export function followLocation(location: string, from: URL): URL {
  const escaped = location.replace(
    /[\u0080-\u00ff]/gu,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (!URL.canParse(escaped, from.href) || escaped.length > URL_MAX)
    throw new FetchFault('redirect-broken', 'redirects to what is no address');
  return checkScheme(new URL(escaped, from.href));
}
