import type { PageNoteCode } from './codes/page-notes.js';

/** An address that was found on a page, and why it was taken, or why it was not. */
export interface Link {
  /** Absolute, without fragment and without what only names a session: the address to fetch. */
  url: string;
  /** Equal for all spellings of one address. Fetch each key once. */
  key: string;
  /** What the page calls it: the link's title, or its text; '' where it has no name. */
  text: string;
  /** The reporting year that stands in the text; null where none or several stand there. */
  year: number | null;
  /** YYYY-MM-DD, printed beside the link. */
  date: string | null;
  /** Named reasons, each one word with hyphens: `names-report`, `year-2023`, `not:guide`. */
  evidence: string[];
  /** It stood in a column of annual reports, or leads to one: weaker names are believed behind it. */
  isInColumn: boolean;
  /** Pages of one list carry the key of the page that counted them: bounds are kept by it. */
  listKey: string | null;
}

/**
 * report: the page is a report, or carries one as an attachment. list: it leads to reports. sitemap: a sitemap or an index of them.
 * file: no page but a PDF, a document of an office program or an archive, whatever the link promised. other: none of these; what was linked as a report and is none ends here.
 */
export type PageKind = 'report' | 'list' | 'sitemap' | 'file' | 'other';

/** Something of the page that a person should know. */
export interface PageNote {
  code: PageNoteCode;
  severity: 'warning';
  message: string;
}

/** What one page leads to. All lists are in the order of the page and hold every key once. */
export interface Discovery {
  kind: PageKind;
  /** Why this kind. */
  evidence: string[];
  /** The page's own title, '' where it has none. */
  title: string;
  year: number | null;
  /** Ids of the platforms that were recognised, each with the signs that it was known by. */
  platforms: { id: string; signs: string[] }[];
  reports: Link[];
  /** Files that belong to the report that this page is. */
  attachments: Link[];
  /** Pictures that the page shows in its content, and that may hold tables of the report. */
  pictures: Link[];
  /** Further pages of the same list. */
  next: Link[];
  /** Lists of reports: columns, years, bodies, frames, sitemaps. */
  lists: Link[];
  /** Links that speak of reports, or stand where reports stand, and were not taken. */
  rejected: Link[];
  /** How many entries a list holds in all, where it says so. */
  announced: number | null;
  /** Equal for pages with the same entries: a server that answers every page number with the same page is known by it. */
  entriesKey: string;
  issues: PageNote[];
}

/** One fetched page, as discovery takes it. */
export interface FetchedPage {
  /** After redirects. */
  url: string;
  /** Decoded of its content encoding, not of its charset. */
  body: Uint8Array;
  mediaType: string | null;
  /** From the response header. */
  charset: string | null;
  /** The link that led here; null for a seed. */
  via: Link | null;
}
