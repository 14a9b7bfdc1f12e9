import { type Issue, issue } from '../../../src/model/issue.js';
import type { ParsedDocument, Place } from '../../../src/model/parsed-document.js';
import type { PicturePlace } from '../../../src/ocr/page/insert-pictures.js';
import { annotateTree } from './annotate-tree.js';
import { parseHtml } from './parse-html.js';
import { readMetadata } from './read-metadata.js';
import { readTree } from './read-tree.js';
import { scriptedNames } from './scripted-names.js';

interface HtmlReadOptions {
  /** Give every block its place in `html`. */
  sourceOffsets: boolean;
  /** Leave menus, headers and footers of the site out. */
  dropRegions: boolean;
  /** Start of the ids of footnotes and their marks; the marks are left out of the text. */
  notePrefix?: string;
  /** The text of a linked style sheet, of files that bring it along. */
  linkedSheet?: (href: string) => string | null;
}

export interface HtmlBlocks extends Pick<ParsedDocument, 'text' | 'blocks' | 'metadata' | 'marks'> {
  issues: Issue[];
  locate: (start: number, end: number) => Partial<Place>;
  /** Pictures in the content, for the formats that hold their bytes. */
  pictures: PicturePlace[];
}

/** A page that shows less than this may be one whose script shows the rest. */
const VISIBLE_CHARS_MIN = 200;
const HIDDEN_CHARS_MIN = 500;

/**
 * Reads markup into paragraphs and grids in reading order, as a person would see them, with everything left out accounted for.
 *
 * Issues: `ignored-markup`, `hidden-content`, `double-escaped`, `overlapping-cells`, `span-cut`,
 * `markup-too-deep`, `escaped-markup`, `source-cut`.
 */
export function readHtmlBlocks(html: string, options: HtmlReadOptions): HtmlBlocks {
  const { value: root, issues } = parseHtml(html);
  const scripted = scriptedNames(root);
  let page = annotateTree(root, options);
  // Names that would leave nothing of the page were no names of regions.
  if (options.dropRegions && root.facts!.textChars === 0)
    page = annotateTree(root, { ...options, dropRegions: false });
  const source = options.sourceOffsets ? html : null;
  let read = readTree(root, { source, showUnseen: false, scripted, ...page });
  if (read.text.length < VISIBLE_CHARS_MIN && read.leftOut.hiddenChars() >= HIDDEN_CHARS_MIN) {
    page = annotateTree(root, { ...options, keepHidden: true });
    read = readTree(root, { source, showUnseen: true, scripted, ...page });
    issues.push(
      issue(
        'hidden-content',
        'The page shows next to nothing without its scripts; what it hides was read instead.',
      ),
    );
  }
  return {
    text: read.text,
    blocks: read.blocks,
    ...(read.marks.length > 0 && { marks: read.marks }),
    metadata: readMetadata(root),
    pictures: read.pictures,
    issues: [...issues, ...read.issues, ...read.leftOut.issues(), ...escapeIssues(read.text, read.unescaped)],
    locate: source === null ? () => ({}) : read.locate,
  };
}

function escapeIssues(text: string, unescaped: number): Issue[] {
  const issues: Issue[] = [];
  if (unescaped > 0) {
    issues.push(
      issue(
        'double-escaped',
        `${unescaped} pieces of text were escaped twice (&amp;nbsp;) and decoded twice.`,
      ),
    );
  }
  if (/<\/(?:td|tr|table)\s*>/i.test(text)) {
    issues.push(
      issue(
        'escaped-markup',
        'The text holds table markup that the page prints instead of drawing it; it was read as text.',
      ),
    );
  }
  return issues;
}
