import { posix } from 'node:path';
import { type Issue, issue } from '../../../src/model/issue.js';
import type { Result } from '../../../src/model/result.js';
import { decodeText } from '../charset/decode-text.js';
import { findMetaCharset } from '../html/sniff-html.js';
import { looksLikeMhtml } from '../mhtml/looks-like-mhtml.js';
import { readParts } from '../mhtml/read-parts.js';
import { writeHtml } from '../office-html/write-html.js';
import { readRtf } from '../rtf/read-rtf.js';
import { startOfRtf } from '../rtf/start-of-rtf.js';
import { decodeXml } from '../zip-package/decode-xml.js';
import { CHUNK_MARK } from './rewrite-part.js';

/** A document has one or two; more are a file that was made to be slow. */
const CHUNKS_MAX = 50;
const RELATION = /<(?:\w+:)?Relationship\b[^<>]*>/gu;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

/** The part that a relation of the document names. */
function partOf(id: string, relations: string): string | null {
  const tag = [...relations.matchAll(RELATION)]
    .map(([found]) => found)
    .find((found) => attribute(found, 'Id') === id);
  const target = tag && attribute(tag, 'Target')?.replaceAll('\\', '/');
  if (!target) return null;
  return target.startsWith('/') ? target.slice(1) : posix.join('word', target);
}

const decoded = (bytes: Uint8Array, header?: string): string | null => {
  const meta = findMetaCharset(bytes);
  return (
    decodeText(bytes, {
      ...(header === undefined ? {} : { header }),
      ...(meta === undefined ? {} : { meta }),
    })?.text ?? null
  );
};

/** An embedded document as HTML; null where it is none that can be read here. */
async function htmlOf(bytes: Uint8Array): Promise<string | null> {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (start.startsWith('PK')) return null;
  if (/^\s*\{\\rtf/u.test(start)) {
    const { blocks, notes } = readRtf(bytes.subarray(startOfRtf(bytes)));
    return writeHtml([...blocks, ...notes]);
  }
  if (looksLikeMhtml(bytes)) {
    const { parts } = await readParts(bytes);
    const page = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
    return page === undefined ? null : decoded(page.bytes, page.charset);
  }
  const text = decoded(bytes);
  if (text === null || /<(?:p|div|table|body|html|br)\b/iu.test(text)) return text;
  return writeHtml(text.split(/\r?\n/u).map((line) => ({ kind: 'paragraph', text: line })));
}

/**
 * Puts documents that are embedded as they are (HTML, saved pages, RTF, text) where the file has them.
 *
 * @param relations ids of the embedded documents, in their order
 */
export async function insertChunks(
  html: string,
  relations: readonly string[],
  {
    parts,
    openChunk,
  }: { parts: ReadonlyMap<string, Uint8Array>; openChunk: (name: string) => Promise<Uint8Array | null> },
): Promise<Result<string>> {
  if (relations.length === 0) return { value: html, issues: [] };
  const list = [...parts].find(([name]) => /^word\/_rels\/document\d*\.xml\.rels$/u.test(name));
  const known = list === undefined ? '' : decodeXml(list[1]);
  let value = html;
  let unread = Math.max(relations.length - CHUNKS_MAX, 0);
  for (const [index, id] of relations.slice(0, CHUNKS_MAX).entries()) {
    const name = partOf(id, known);
    const bytes = name === null ? null : await openChunk(name);
    const chunk = bytes === null ? null : await htmlOf(bytes);
    if (chunk === null) unread++;
    value = value.replace(`<p>${CHUNK_MARK}${index + 1}.</p>`, () => chunk ?? '');
  }
  const issues: Issue[] = [];
  if (unread > 0)
    issues.push(
      issue('content-not-read', `The document holds ${unread} embedded documents that could not be read.`),
    );
  return { value, issues };
}
