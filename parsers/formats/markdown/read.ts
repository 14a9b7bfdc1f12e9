import type { Format } from '../../../src/model/format.js';
import type { Issue } from '../../../src/model/issue.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { bytesOfData, readPictures } from '../html/read-pictures.js';
import { type Line, splitLines } from '../text/lines.js';
import { readTextLines, type TextBlocks } from '../text/read-text-blocks.js';
import { unmarkBlocks } from '../text/unmark-blocks.js';
import { writeText } from '../text/write-text.js';
import { findIslands } from './find-islands.js';

export const read: Format['read'] = async ({ text = '' }, aids) => {
  const lines = splitLines(text);
  const blocks: TextBlocks['blocks'] = [];
  const issues: Issue[] = [];
  let at = 0;
  for (const island of findIslands(text)) {
    blocks.push(...unmarkBlocks(readTextLines(text, linesWithin(lines, at, island.start)).blocks));
    const page = readHtmlBlocks(text.slice(island.start, island.end), {
      sourceOffsets: true,
      dropRegions: false,
    });
    const { value, issues: found } = await readPictures(page, bytesOfData, aids);
    blocks.push({ kind: 'island', ...island, text: value.text, blocks: value.blocks });
    issues.push(...found.map(({ at: _, ...issue }) => issue));
    at = island.end;
  }
  blocks.push(...unmarkBlocks(readTextLines(text, linesWithin(lines, at, text.length)).blocks));
  return { value: { ...writeText(text, blocks), format: 'markdown', metadata: [] }, issues };
};

/** Lines of the text between two offsets; those that an island cuts are cut. */
function linesWithin(lines: readonly Line[], from: number, to: number): Line[] {
  return lines.flatMap((line) => {
    const [start, end] = [Math.max(line.start, from), Math.min(line.end, to)];
    if (start > end || (start === end && line.start !== line.end)) return [];
    return [{ text: line.text.slice(start - line.start, end - line.start), start, end }];
  });
}
