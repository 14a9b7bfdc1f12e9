import { posix } from 'node:path';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { openZipPackage, partReader } from '../zip-package/open-zip-package.js';
import { type Element, readXml } from './read-xml.js';

const PART_BYTES_MAX = 30 * 1024 * 1024;

/** The parts of an OFD file, by the names that its other parts call them. */
export interface OfdPackage {
  names: string[];
  /**
   * The part that `location` names as seen from the part `from`; undefined where there is none.
   * @throws UnreadableSourceError ofd-damaged | ofd-too-large
   */
  find(location: string, from: string): { name: string; root: Element } | undefined;
  /** The name of the part, of any kind, that `location` names as seen from the part `from`; undefined where there is none. */
  locate(location: string, from: string): string | undefined;
  /** A part by its name, unpacked when it is asked for. */
  unpack(name: string): Promise<Uint8Array | null>;
}

const OFD = { noun: 'OFD file', codes: { truncated: 'ofd-truncated', tooLarge: 'ofd-too-large' } } as const;

/** @throws UnreadableSourceError ofd-truncated | ofd-too-large | encrypted */
export async function openOfd(bytes: Uint8Array): Promise<OfdPackage> {
  const { parts, names } = await openZipPackage(bytes, {
    ...OFD,
    isWanted: (name) => /\.xml$/i.test(name),
    bytesMaxOf: () => PART_BYTES_MAX,
  });
  if (names.some((name) => /^(?:.*\/)?Encryptions?\.xml$/i.test(name))) {
    throw new UnreadableSourceError('encrypted', 'The OFD file is encrypted: it needs a password.');
  }
  // Some writers spell a name in one case and refer to it in the other, or with backslashes.
  const plain = (name: string): string =>
    posix.normalize(name.replace(/\\/g, '/')).replace(/^\/+/, '').toLowerCase();
  const byName = new Map(names.map((name) => [plain(name), name]));
  const locate = (location: string, from: string): string | undefined => {
    const asked = location.trim().replace(/\\/g, '/');
    // A leading slash is the root of the package; without it, some writers mean the root too.
    const near = asked.startsWith('/') ? asked : posix.join(posix.dirname(from), asked);
    return byName.get(plain(near)) ?? byName.get(plain(asked));
  };
  return {
    names,
    locate,
    unpack: partReader(bytes, OFD),
    find(location, from) {
      const name = locate(location, from);
      const part = name === undefined ? undefined : parts.get(name);
      return part && { name: name!, root: readXml(part, name!) };
    },
  };
}
