import type { Format } from '../../../src/model/format.js';
import type { Issue } from '../../../src/model/issue.js';
import { readHtmlBlocks } from '../html/read-html-blocks.js';
import { readPictures } from '../html/read-pictures.js';
import type { OfficeBlock } from '../office-html/office-block.js';
import { writeHtml } from '../office-html/write-html.js';
import { type OpenedWorkbook, openWorkbook } from './open-workbook.js';
import { readCells } from './read-cells.js';
import { sniffSheet } from './sniff-sheet.js';
import { splitSheet } from './split-sheet.js';

interface ReadSheets {
  blocks: OfficeBlock[];
  hiddenSheets: number;
  hiddenTexts: number;
  beyond: number;
  /** Sheets that the library gave up on. */
  lostSheets: number;
}

function readSheets({ workbook, pictures, looks }: OpenedWorkbook): ReadSheets {
  let shownPictures = 0;
  const read: ReadSheets = {
    blocks: [],
    hiddenSheets: 0,
    hiddenTexts: 0,
    beyond: 0,
    lostSheets: 0,
  };
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) {
      read.lostSheets++;
      return;
    }
    const shown = readCells(sheet, looks[index]);
    if ((workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      if (shown.cells.some(({ text }) => text.trim() !== '')) read.hiddenSheets++;
      return;
    }
    read.hiddenTexts += shown.hidden;
    read.beyond += shown.beyond;
    const placed = (pictures.bySheet[index] ?? []).map(({ src, row }) => ({
      src,
      row: row === null ? Number.POSITIVE_INFINITY : shown.shownRow(row),
    }));
    shownPictures += placed.length;
    for (const block of splitSheet(shown.cells, placed)) read.blocks.push(block);
  });
  // Those on hidden sheets, and those that nothing shows, are only counted.
  for (let left = pictures.count - shownPictures; left > 0; left--) read.blocks.push({ kind: 'picture' });
  return read;
}

function tellIssues(read: ReadSheets, { textBoxes }: OpenedWorkbook): Issue[] {
  const issues: Issue[] = [];
  const hidden = [
    ...(read.hiddenSheets > 0 ? [`${read.hiddenSheets} hidden sheets`] : []),
    ...(read.hiddenTexts > 0 ? [`${read.hiddenTexts} cells that are hidden or lie under merged cells`] : []),
  ];
  if (hidden.length > 0) {
    const message = `The workbook holds ${hidden.join(' and ')}; they were left out.`;
    issues.push({ code: 'hidden-content', severity: 'warning', message });
  }
  const unread = [
    ...(textBoxes > 0 ? ['text boxes'] : []),
    ...(read.lostSheets > 0 ? [`${read.lostSheets} sheets`] : []),
    ...(read.beyond > 0 ? [`${read.beyond} cells too far down or to the right`] : []),
  ];
  if (unread.length > 0) {
    const message = `The workbook holds what could not be read: ${unread.join(', ')}.`;
    issues.push({ code: 'content-not-read', severity: 'warning', message });
  }
  return issues;
}

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  const kind = sniffSheet(bytes) ?? 'xls';
  const opened = await openWorkbook(bytes, kind);
  const read = readSheets(opened);
  const { locate: _, ...page } = readHtmlBlocks(writeHtml(read.blocks), {
    sourceOffsets: false,
    dropRegions: false,
  });
  const { value: document, issues } = await readPictures(page, opened.pictures, aids);
  return {
    value: { ...document, format: kind === 'xls-xml' ? 'xls' : kind },
    issues: [...tellIssues(read, opened), ...issues],
  };
};
