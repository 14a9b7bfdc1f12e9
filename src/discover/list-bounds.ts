import type { Discovery, Link } from '../model/discovery.js';

export interface ListBoundsOptions {
  /** Lists behind lists that are followed. */
  depthMax?: number;
  /** Pages of one list. */
  pagesMax?: number;
  /** Lists and pages of lists in all. */
  listsMax?: number;
}

/** The bound that stopped a link. */
export type Bound = 'depth' | 'pages' | 'repeats' | 'lists';

const DEPTH_MAX = 4;
const PAGES_MAX = 500;
const LISTS_MAX = 20_000;

/**
 * How far the lists of one site are followed. A list with a page that was there already is not turned any further:
 * servers answer page 1000 with page 1.
 */
export class ListBounds {
  readonly #max: Required<ListBoundsOptions>;
  #count = 0;
  readonly #pagesOf = new Map<string, number>();
  readonly #entriesOf = new Map<string, Set<string>>();
  readonly #ended = new Set<string>();

  constructor({ depthMax = DEPTH_MAX, pagesMax = PAGES_MAX, listsMax = LISTS_MAX }: ListBoundsOptions) {
    this.#max = { depthMax, pagesMax, listsMax };
  }

  /** Counts a list, or a further page of one. @returns the bound that it is beyond; null if it may be followed */
  admit(link: Link, role: 'list' | 'next', depth: number): Bound | null {
    const bound = role === 'list' ? this.#boundOfList(depth) : this.#boundOfPage(link.listKey ?? link.key);
    if (bound === null) this.#count++;
    return bound;
  }

  /** Notes the entries of a page of a list. */
  note(listKey: string, { entriesKey }: Discovery): void {
    const known = this.#entriesOf.get(listKey) ?? new Set();
    if (known.has(entriesKey)) this.#ended.add(listKey);
    this.#entriesOf.set(listKey, known.add(entriesKey));
  }

  #boundOfList(depth: number): Bound | null {
    if (this.#count >= this.#max.listsMax) return 'lists';
    return depth > this.#max.depthMax ? 'depth' : null;
  }

  #boundOfPage(listKey: string): Bound | null {
    if (this.#count >= this.#max.listsMax) return 'lists';
    const pages = this.#pagesOf.get(listKey) ?? 1;
    if (this.#ended.has(listKey)) return 'repeats';
    if (pages >= this.#max.pagesMax) return 'pages';
    this.#pagesOf.set(listKey, pages + 1);
    return null;
  }
}
