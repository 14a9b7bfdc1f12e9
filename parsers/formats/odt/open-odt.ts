import { UnreadableSourceError } from '../../../src/model/source.js';
import { decodeXml } from '../zip-package/decode-xml.js';
import { openZipPackage, partReader, type ZipKind } from '../zip-package/open-zip-package.js';

const ODT: ZipKind = {
  noun: 'OpenDocument file',
  codes: { truncated: 'odt-truncated', tooLarge: 'odt-too-large' },
  isWanted: (name) => ['content.xml', 'styles.xml', 'META-INF/manifest.xml'].includes(name),
  bytesMaxOf: () => 60 * 1024 * 1024,
} as const;

/** With a password, each part is encrypted for itself, or the whole document stands in one part. */
const ENCRYPTED = /<(?:\w+:)?encryption-data\b/;
const WHOLE_ENCRYPTED = 'encrypted-package';

export interface OdtParts {
  content: string;
  /** styles.xml, or nothing where the file has none. */
  styles: string | null;
}

/**
 * Unpacks the text and the styles of an OpenDocument file.
 *
 * @throws UnreadableSourceError odt-truncated | odt-too-large | odt-damaged | encrypted
 */
export async function openOdt(bytes: Uint8Array): Promise<OdtParts> {
  const { parts, names } = await openZipPackage(bytes, ODT);
  const manifest = parts.get('META-INF/manifest.xml');
  if (names.includes(WHOLE_ENCRYPTED) || (manifest && ENCRYPTED.test(decodeXml(manifest)))) {
    throw new UnreadableSourceError('encrypted', 'The OpenDocument file is encrypted: it needs a password.');
  }
  const content = parts.get('content.xml');
  const styles = parts.get('styles.xml');
  if (content === undefined) {
    throw new UnreadableSourceError('odt-damaged', 'The OpenDocument file holds no content.xml.');
  }
  return { content: decodeXml(content), styles: styles === undefined ? null : decodeXml(styles) };
}

/** The pictures of an OpenDocument file by their part names, each unpacked when it is asked for. */
export const picturesOf = (bytes: Uint8Array) => partReader(bytes, ODT);
