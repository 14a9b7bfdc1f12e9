import type { OfdPackage } from './open-ofd.js';
import { openList } from './read-media.js';
import { childOf, childrenOf, type Element } from './read-xml.js';

interface Annotations {
  /** What lies over a page, by the page's number, in the order of painting. */
  byPage: Map<string, Element[]>;
  /** Pages whose annotations are named and could not be read. */
  lost: number;
}

const ANNOTATIONS_MAX = 10_000;

/** Reads the notes, stamps and drawings that are laid over the pages (GB/T 33190, 15): each has an appearance, which is painted. */
export function readAnnotations(
  ofd: OfdPackage,
  { name, root }: { name: string; root: Element },
): Annotations {
  const found: Annotations = { byPage: new Map(), lost: 0 };
  const location = childOf(root, 'Annotations')?.text;
  const list = location === undefined ? undefined : openList(ofd, location, name);
  if (location !== undefined && list === undefined) found.lost++;
  for (const page of childrenOf(list?.root, 'Page').slice(0, ANNOTATIONS_MAX)) {
    const own = openList(ofd, childOf(page, 'FileLoc')?.text ?? '', list!.name);
    if (own === undefined) {
      found.lost++;
      continue;
    }
    const laid = childrenOf(own.root, 'Annot').slice(0, ANNOTATIONS_MAX);
    const id = page.attributes.get('PageID') ?? '';
    found.byPage.set(id, [...(found.byPage.get(id) ?? []), ...laid]);
  }
  return found;
}
