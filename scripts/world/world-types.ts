import type { Charset } from '../synthesise/encode-text.js';
import type { Truth } from '../synthesise/truth.js';

export const shapeNames = [
  'static-index',
  'static-count',
  'record-proxy',
  'rows-endpoint',
  'channel-search',
  'catalogue-api',
  'query-pages',
  'table-form',
  'next-links',
  'subsidiaries',
  'sitemap',
] as const;
export type ShapeName = (typeof shapeNames)[number];

/**
 * How a report is published: as a page, as a page whose largest table is a picture, as a short page with one attachment, or as a file
 * that the list links.
 */
export type Carrier = 'page' | 'pictured' | 'attached-docx' | 'attached-pdf' | 'file-docx' | 'file-pdf';

export interface WorldReport {
  /** s07-r012: stays the same when the report moves or changes. */
  id: string;
  body: string;
  issuer: string;
  year: number;
  title: string;
  /** YYYY-MM-DD */
  publishedOn: string;
  carrier: Carrier;
  /** How the HTML or the file is drawn: a carrier of the synthesiser. */
  drawing: string;
  seed: number;
  /** Grows when the body corrects its numbers. */
  version: number;
  /** Path and query of its page, or of its file where the list links that. */
  path: string;
  /** Of the attachment, where there is one. */
  filePath: string | null;
  /** Of the picture that the page shows, where it does. */
  picturePath: string | null;
}

export interface WorldSite {
  index: number;
  id: string;
  name: string;
  shape: ShapeName;
  charset: Charset;
  /** In the response header; null sends no charset. */
  headerCharset: string | null;
  /** In the page; '' names no charset. */
  metaCharset: string;
  validators: 'etag' | 'last-modified' | 'both' | 'none';
  isGzipped: boolean;
  /** How lists name their entries. */
  naming: 'full' | 'cut-with-title' | 'weak' | 'spaced';
  robots: 'rules' | 'delay' | 'none';
  perPage: number;
  /** Newest first, as lists show them. */
  reports: WorldReport[];
  /** Addresses that were reports and are gone: 404, 410, or a redirect. */
  former: Map<string, { status: 404 | 410 | 301; location: string | null }>;
}

export interface NightChanges {
  added: string[];
  changed: string[];
  vanished: string[];
  moved: string[];
}

export interface Answer {
  status: number;
  type: string;
  body: Uint8Array;
  headers?: Record<string, string>;
  /** What a document says, where it is a report. */
  truth?: Truth;
}

/** What a shape gives the server: pages by pathname. Reports are served beside it. */
export interface Shape {
  /** Paths that a file of sites would start from. */
  start: string[];
  /** Where a report of this number is published. */
  pathOf(report: { serial: number; publishedOn: string; year: number }): string;
  /** @param origin of the site, for addresses that must be absolute */
  pages(site: WorldSite, origin: string): Map<string, (query: URLSearchParams) => Answer | null>;
}
