import { posix } from 'node:path';
import { UnreadableSourceError } from '../../../src/model/source.js';
import type { OfdPackage } from './open-ofd.js';
import { childOf, childrenOf, type Element } from './read-xml.js';

/**
 * The pictures and fonts that the resources of a document or a page name: number of the resource -> name of the part.
 * Resources that are missing or damaged have none.
 *
 * @param from the part that names the resources
 * @param parent the element in which they are named, by elements of these names
 */
export function readMedia(
  ofd: OfdPackage,
  from: string,
  parent: Element | undefined,
  elements: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  const lists = elements.flatMap((name) => childrenOf(parent, name));
  for (const { text } of lists) {
    const list = openList(ofd, text, from);
    if (list === undefined) continue;
    const base = list.root.attributes.get('BaseLoc') ?? '';
    const media = childrenOf(childOf(list.root, 'MultiMedias'), 'MultiMedia');
    const fonts = childrenOf(childOf(list.root, 'Fonts'), 'Font');
    for (const resource of [...media, ...fonts]) {
      const file =
        (childOf(resource, 'MediaFile') ?? childOf(resource, 'FontFile'))?.text.trim().replace(/\\/g, '/') ??
        '';
      // Some writers name files from the folder of the resources, others from that of the list.
      const part = ofd.locate(posix.join(base, file), list.name) ?? ofd.locate(file, list.name);
      if (file !== '' && part !== undefined) found.set(resource.attributes.get('ID') ?? '', part);
    }
  }
  return found;
}

/** A part of the file that another names; one that is damaged is one that is not there. */
export function openList(ofd: OfdPackage, location: string, from: string) {
  try {
    return ofd.find(location, from);
  } catch (error) {
    if (error instanceof UnreadableSourceError && error.code === 'ofd-damaged') return undefined;
    throw error;
  }
}
