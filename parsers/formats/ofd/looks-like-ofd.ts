import { listZipNames } from '../zip-package/list-zip-names.js';

/** A ZIP with the entry part of OFD; of one that is cut off, with the name of its first document. */
export function looksLikeOfd(bytes: Uint8Array): boolean {
  const zip = listZipNames(bytes);
  if (zip === null) return false;
  return zip.names.some((name) => /^\/?OFD\.xml$/i.test(name) || (!zip.whole && /^\/?Doc_\d+\//i.test(name)));
}
