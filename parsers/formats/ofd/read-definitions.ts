import type { OfdPackage } from './open-ofd.js';
import { openList } from './read-media.js';
import { childOf, childrenOf, type Element } from './read-xml.js';

/**
 * What the resources of a document or a page say themselves, by number: parameters of drawing, groups of objects, and the names
 * of fonts.
 */
export function readDefinitions(
  ofd: OfdPackage,
  from: string,
  parent: Element | undefined,
  elements: readonly string[],
): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const { text } of elements.flatMap((name) => childrenOf(parent, name))) {
    const list = openList(ofd, text, from);
    for (const group of ['DrawParams', 'CompositeGraphicUnits', 'Fonts'])
      for (const element of childOf(list?.root, group)?.children ?? [])
        found.set(element.attributes.get('ID') ?? '', element);
  }
  return found;
}
