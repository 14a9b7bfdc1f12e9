import { listZipNames } from '../zip-package/list-zip-names.js';

const CHARS_READ = 2000;
const FLAT = /^\s*(?:<\?xml\b[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,500}-->\s*)*<office:document\b/;
/** The first file of the package says what it is, unpacked: 30 bytes of a header, then its name. */
const MIME_TYPE = /^PK\x03\x04.{26}mimetypeapplication\/vnd\.(?:oasis\.opendocument|sun\.xml\.writer)/s;

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** zip: a package; flat: one XML file with everything in it; null: no OpenDocument file. */
export function sniffOdt(bytes: Uint8Array): 'zip' | 'flat' | null {
  const start = latin1(bytes.subarray(0, CHARS_READ));
  if (MIME_TYPE.test(start)) return 'zip';
  const names = start.startsWith('PK') ? listZipNames(bytes)?.names : undefined;
  if (names?.includes('content.xml') && names.includes('META-INF/manifest.xml')) return 'zip';
  return FLAT.test(start.replace(/^\xef\xbb\xbf/, '')) ? 'flat' : null;
}
