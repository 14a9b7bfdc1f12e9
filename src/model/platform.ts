import type { PostBody } from './post-address.js';

/** What is known of software that many sites run. Data only; `src/discover` reads it. */

/** A sign by which a page shows what made it. */
interface PlatformSign {
  name: string;
  in: 'source' | 'url';
  pattern: RegExp;
}

/**
 * How the pages of a list are addressed. Named groups of `patterns` (all must match) fill the templates as `{group}`.
 * Known groups: `pages`, or `items` with `size`, say how many pages there are; without them only the first page is asked for.
 *
 * Beside the groups, templates know `{page}` (the number that the page carries), `{from}` and `{to}` (its entries, from 1).
 */
export interface PagingRule {
  name: string;
  /** Over the page's source. */
  patterns: readonly RegExp[];
  /** A global pattern, each match of which is a list of its own. */
  each?: RegExp;
  /** The address, relative to the page; '' is the page's own address. */
  base: string;
  /** Query parameters that are set on the base. */
  params?: Readonly<Record<string, string>>;
  /**
   * Pages that are asked for with POST: what is sent, as a template. Groups are written into it as a form or JSON wants them:
   * `column={column}&page={page}`, `{"column":"{column}","page":{page}}`.
   */
  post?: PostBody;
  /** The first page that has an address of this shape: 1 where all have, 2 where the page at hand is the first one. */
  startsAt: 1 | 2;
  /** The number that page 1 would carry in the address. */
  firstNumber: 0 | 1;
  /** Values of groups that are not printed. */
  defaults?: Readonly<Record<string, string>>;
}

/** How entries stand in a JSON answer. Paths are keys with dots; the first path that is there counts. */
export interface PayloadRule {
  name: string;
  items: string;
  title: readonly string[];
  address: readonly string[];
  /** Where entries carry no address: a template of entry keys, `/info/{id}.html`. */
  addressTemplate?: string;
  date: readonly string[];
  /** Entries in all. */
  total: readonly string[];
  /** Parameters of the question that number the answer's pages: of its query, of its form, or paths with dots in its JSON. */
  pageParam: readonly string[];
  firstNumber: 0 | 1;
  /** Parameters of the question that say how many entries a page has; else they are counted. */
  sizeParam: readonly string[];
}

export interface Platform {
  id: string;
  /** What the shape is, and where the outside world uses it. */
  about: string;
  /** All must be there. */
  signs: readonly PlatformSign[];
  paging?: readonly PagingRule[];
  /** Pieces of HTML inside of scripts or XML, in the group `html`. */
  fragments?: readonly RegExp[];
  payloads?: readonly PayloadRule[];
}

/** Words by which links are judged. Patterns run over folded text: half width, lower case, without white space. */
export interface LinkWords {
  /** Names an annual report on disclosure. */
  report: RegExp;
  /** Names an annual report of whatever: enough inside a column of reports. */
  anyReport: RegExp;
  /** The beginning of such a name, cut short. */
  cutReport: RegExp;
  /** Looks like one and is none; the first that matches is the reason. */
  not: readonly { reason: string; pattern: RegExp }[];
  /** An announcement that is the report's own page, whatever `not` says. */
  announcement: RegExp;
  /** Names a column of reports. */
  column: RegExp;
  /** Columns that may hold the column of reports. */
  leadsToColumn: RegExp;
  /** Only a year. */
  yearOnly: RegExp;
  /** The name of a body. */
  body: RegExp;
  /** The name of a body with which a report's name begins: words of `not` inside of it don't count. */
  leadingBody: RegExp;
  /** Links to further pages. */
  nextPage: RegExp;
  /** Parts of paths that only reports and their columns have. */
  path: RegExp;
  /** Files that carry reports. */
  file: RegExp;
  /** Pictures that may show a table. */
  picture: RegExp;
  /** Addresses that hand out files without naming their kind. */
  download: RegExp;
  /** Files that stand beside reports and are none. */
  notAttachment: RegExp;
  /** Words of reports in attachments' names, and names that say nothing. */
  attachment: RegExp;
  /** Names of elements that are a site's frame. */
  frame: RegExp;
}

/** What in an address names no document. */
export interface AddressNoise {
  /** Query parameters, lower case: sessions and tracking. */
  params: ReadonlySet<string>;
  /** Path parameters: `;jsessionid=…`. */
  path: RegExp;
}

/** All that discovery is handed. */
export interface SiteKnowledge {
  platforms: readonly Platform[];
  words: LinkWords;
  addresses: AddressNoise;
  /** Does a document begin here that conversion reads and discovery, which reads pages, does not? */
  isFile(bytes: Uint8Array): boolean;
  /** Text of the bytes; null where they are no text. */
  decode(bytes: Uint8Array, charset: string | null): string | null;
  /** What stands in `src` of the pictures in the content of a page, in its order: not those of its frame, and no icons. */
  pictures(html: string): string[];
}
