import { listZipNames } from '../zip-package/list-zip-names.js';

const MAIN_PART = /^\/?word\/document\d*\.xml$/;

/** A ZIP that holds a Word document, whole or cut off. */
export function looksLikeDocx(bytes: Uint8Array): boolean {
  const zip = listZipNames(bytes);
  if (zip === null) return false;
  return zip.names.some((name) => (zip.whole ? MAIN_PART.test(name) : /^\/?word\//.test(name)));
}

/** An Office file with a password: an OLE container around the encrypted package. */
export function looksEncrypted(bytes: Uint8Array): boolean {
  const magic = [0xd0, 0xcf, 0x11, 0xe0];
  if (!magic.every((byte, i) => bytes[i] === byte)) return false;
  const name = [...'EncryptedPackage'].map((char) => `${char}\0`).join('');
  return new TextDecoder('latin1').decode(bytes).includes(name);
}
