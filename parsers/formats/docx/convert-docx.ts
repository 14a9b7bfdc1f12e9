import mammoth from 'mammoth';
import { type Issue, issue } from '../../../src/model/issue.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { LOOK_TAGS } from '../office-html/look-tags.js';
import { decodeXml } from '../zip-package/decode-xml.js';
import type { ZipPackage } from '../zip-package/open-zip-package.js';
import { checkXml } from './check-xml.js';
import { insertChunks } from './insert-chunks.js';
import { LOOK_STYLES, PartRewriter, type RewriteCounts } from './rewrite-part.js';
import { type RunStyles, readRunStyles } from './run-styles.js';
import { parseWordXml, writeWordXml } from './word-xml.js';

/** Start of the ids that mammoth makes; footnote marks are known by it. */
export const ID_PREFIX = 'nianbao-';

/** mammoth needs two kilobytes for every tag; reports have some ten thousand. */
const TAGS_MAX = 500_000;
const MESSAGES_MAX = 20;
/** Stands in the place of an encoding where mammoth would read a picture. */
const NAME_ONLY = 'name-only' as 'base64';

/** Heading styles as Word, WPS and their Chinese editions name them. */
const STYLE_MAP = [
  ...[1, 2, 3, 4, 5, 6].flatMap((level) =>
    [`标题 ${level}`, `标题${level}`, `heading ${level}`, `Heading${level}`].map(
      (name) => `p[style-name='${name}'] => h${level}:fresh`,
    ),
  ),
  ...['标题', 'Title'].map((name) => `p[style-name='${name}'] => h1:fresh`),
  ...(Object.keys(LOOK_STYLES) as (keyof typeof LOOK_STYLES)[]).map(
    (look) => `r.${LOOK_STYLES[look]} => ${LOOK_TAGS[look]}`,
  ),
];

const isMainPart = (name: string): boolean => /^word\/document\d*\.xml$/.test(name);
/** Parts whose text is read. */
const isTextPart = (name: string): boolean =>
  isMainPart(name) || /^word\/(?:footnotes|endnotes)\d*\.xml$/.test(name);
const isStylePart = (name: string): boolean => /^word\/styles\d*\.xml$/.test(name);

function countTags(bytes: Uint8Array): number {
  let tags = 0;
  for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) tags++;
  return tags;
}

/** mammoth's messages, each once; they tell of styles and elements it passed over. */
function messageIssues(messages: readonly { message: string }[]): Issue[] {
  const told = new Set(
    messages.map(({ message }) => message).filter((message) => !message.includes('Nianbao')),
  );
  return [...told].slice(0, MESSAGES_MAX).map((message) => issue('docx-message', message));
}

/**
 * Converts the unpacked parts of a Word file to HTML: headings, paragraphs and tables with their merged cells.
 * Pictures become <img> with the name of their part as `src`, footnote marks carry ids that start with `nianbao-footnote-ref-`.
 *
 * @param openChunk the bytes of an embedded document by the name of its part
 * @throws UnreadableSourceError docx-too-large | docx-damaged
 */
export async function convertDocx(
  { parts }: ZipPackage,
  openChunk: (name: string) => Promise<Uint8Array | null>,
): Promise<Result<string>> {
  const tags = [...parts.values()].reduce((sum, part) => sum + countTags(part), 0);
  if (tags > TAGS_MAX) {
    throw new UnreadableSourceError('docx-too-large', `The Word file holds more than ${TAGS_MAX} tags.`);
  }
  const issues: Issue[] = [];
  const texts = new Map<string, string>();
  const xmlOf = (name: string): string => {
    const xml = decodeXml(parts.get(name) ?? new Uint8Array());
    checkXml(xml, name);
    return xml;
  };
  const stylePart = [...parts.keys()].find(isStylePart);
  const styles: RunStyles = readRunStyles(
    stylePart === undefined ? null : parseWordXml(xmlOf(stylePart), stylePart),
  );
  const chunks: string[] = [];
  const read = (name: string): string => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    let xml = xmlOf(name);
    if (isTextPart(name)) {
      const rewriter = new PartRewriter(styles);
      xml = writeWordXml(rewriter.rewrite(parseWordXml(xml, name)));
      issues.push(...issuesOf(rewriter.counts));
      if (isMainPart(name)) chunks.push(...rewriter.counts.chunks);
    }
    texts.set(name, xml);
    return xml;
  };
  // mammoth takes an opened package as `file` (its own tests do); so it reads the parts that were measured and mended
  // here, and never unpacks anything itself. Its types know only paths and buffers.
  const file = {
    exists: (name: string) => parts.has(name),
    // A picture is only named: most files are read without unpacking any.
    read: async (name: string, how?: string) => (how === NAME_ONLY ? name : read(name)),
  };
  try {
    const { value, messages } = await mammoth.convertToHtml({ file } as unknown as { buffer: Buffer }, {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      idPrefix: ID_PREFIX,
      convertImage: mammoth.images.imgElement(async (image) => ({ src: await image.read(NAME_ONLY) })),
    });
    const whole = await insertChunks(value, chunks, { parts, openChunk });
    return { value: whole.value, issues: [...issues, ...whole.issues, ...messageIssues(messages)] };
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableSourceError('docx-damaged', `The Word file can't be read: ${reason}`, {
      cause: error,
    });
  }
}

function issuesOf({ hidden, unread, numbered }: RewriteCounts): Issue[] {
  const issues: Issue[] = [];
  if (hidden > 0) issues.push(issue('hidden-content', `${hidden} runs of hidden text were left out.`));
  if (numbered > 0) {
    const message = 'The document numbers paragraphs automatically; those numbers are not in the text.';
    issues.push(issue('list-numbering', message));
  }
  if (unread > 0) {
    const message = `The document holds ${unread} formulas, text boxes, drawings or fields that could not be read.`;
    issues.push(issue('content-not-read', message));
  }
  return issues;
}
