import { normaliseUrl, urlKey } from '../discover/normalise-url.js';
import type { AddressNoise } from '../model/platform.js';

/** A name and a password in an address, in whatever shape the rest is. */
const SECRETS = /^(\s*(?:[a-z][a-z0-9+.-]*:)?[\\/]*)[^\\/?#]*@/iu;

/**
 * What somebody named, as an address that can be fetched, or why it can't. Names and passwords are dropped before anything is said.
 */
export function judgeAddress(
  written: string,
  noise: AddressNoise,
): { url: string; key: string } | { text: string; message: string } {
  // The marks that spreadsheets and web pages leave around what is copied from them.
  const trimmed = written.replace(/^[\s\u200b\ufeff<"'“]+|[\s\u200b\ufeff>"'”]+$/gu, '');
  const text = trimmed.replace(SECRETS, '$1');
  if (text === '') return { text, message: 'there is no address' };
  if (!URL.canParse(text)) return { text, message: 'it is no address' };
  const { protocol } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:')
    return { text, message: `${protocol.slice(0, -1)} is neither http nor https` };
  const url = normaliseUrl(text, text, noise);
  return url === null
    ? { text, message: 'it is no address that can be asked for' }
    : { url, key: urlKey(url) };
}
