import type { Format } from '../../../src/model/format.js';
import { type FixedIssueCode, type Issue, issue } from '../../../src/model/issue.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { readPictures } from '../html/read-pictures.js';
import { writeHtml } from '../office-html/write-html.js';
import { openOle } from '../ole/open-ole.js';
import { buildBody, type WordBody } from './build-body.js';
import { readDrawings } from './read-drawings.js';
import { readFib, type WordFile } from './read-fib.js';
import { readParagraphs, type WordText } from './read-paragraphs.js';

function tellIssues(file: WordFile, text: WordText, body: WordBody): Issue[] {
  const issues: Issue[] = [];
  const tell = (code: FixedIssueCode, message: string) => issues.push(issue(code, message));
  const hidden = text.leftOut + body.unshown;
  if (hidden > 0) tell('hidden-content', `${hidden} runs of hidden or deleted text were left out.`);
  if (text.paragraphs.some(({ numbered }) => numbered)) {
    tell(
      'list-numbering',
      'The document numbers paragraphs automatically; those numbers are not in the text.',
    );
  }
  const unread = [
    ...(file.noteChars > 0 ? ['footnotes'] : []),
    ...(file.boxChars > 0 ? ['text boxes'] : []),
    ...(text.unreadFields > 0 ? [`${text.unreadFields} fields`] : []),
  ];
  if (unread.length > 0) {
    tell('content-not-read', `The document holds what could not be read: ${unread.join(', ')}.`);
  }
  if (file.headerChars > 0) tell('ignored-page-furniture', 'Left out: headers and footers of pages.');
  if (body.brokenRows > 0) {
    const message = `${body.brokenRows} rows don't say how their cells stand; the columns of their tables are counted from the left.`;
    tell('doc-broken-rows', message);
  }
  return issues;
}

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  try {
    const file = readFib(openOle(bytes));
    const drawings = readDrawings(file);
    const text = readParagraphs(file, drawings);
    const body = buildBody(text.paragraphs);
    const { locate: _, ...page } = readHtmlBlocks(writeHtml(body.blocks), {
      sourceOffsets: false,
      dropRegions: false,
    });
    const { value: document, issues } = await readPictures(page, drawings, aids);
    return {
      value: { ...document, format: 'doc' },
      issues: [...tellIssues(file, text, body), ...issues],
    };
  } catch (error) {
    // Places in a damaged file point anywhere.
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableSourceError('doc-damaged', 'The Word file is cut off or damaged.', {
      cause: error,
    });
  }
};
