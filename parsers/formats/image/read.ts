import { layoutDocument } from '../../../src/layout/document/layout-document.js';
import { layoutIssues } from '../../../src/layout/document/page-issues.js';
import { writeDocument } from '../../../src/layout/document/write-document.js';
import { pageLimit } from '../../../src/layout/page/page-limit.js';
import { alignPages } from '../../../src/layout/ruled/align-pages.js';
import type { Format } from '../../../src/model/format.js';
import type { Issue } from '../../../src/model/issue.js';
import type { ReadingAids } from '../../../src/model/reading-aids.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { isUnreadablePage, ocrIssues } from '../../../src/ocr/page/ocr-issues.js';
import { pictureDpi } from '../../../src/ocr/page/picture-dpi.js';
import { type RecognisedPage, readPicturePage } from '../../../src/ocr/page/read-picture-page.js';

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  if (!aids || aids.ocr === 'never') {
    throw new UnreadableSourceError(
      'ocr-off',
      'The source is a picture, and pictures are not to be recognised.',
    );
  }
  const { pages, issues } = await readPages(bytes, aids);
  const readable = alignPages(pages.filter((page) => !isUnreadablePage(page)));
  const layout = layoutDocument(readable);
  const written = writeDocument(layout.blocks, readable);
  return {
    value: { ...written.value, format: 'image', metadata: [] },
    issues: [...issues, ...ocrIssues(pages), ...layoutIssues(layout.notes), ...written.issues],
  };
};

async function readPages(
  bytes: Uint8Array,
  aids: ReadingAids,
): Promise<{ pages: RecognisedPage[]; issues: Issue[] }> {
  const reader = await aids.pictures();
  const opened = await reader.open(bytes);
  const pages: RecognisedPage[] = [];
  const count = Math.min(opened.pageCount, aids.pagesMax);
  for (let index = 0; index < count; index++) {
    const picture = await opened.page(index);
    const dpi = pictureDpi(picture, opened.dpi);
    pages.push(await readPicturePage({ picture, dpi, number: index + 1 }, reader));
  }
  return { pages, issues: pageLimit(opened.pageCount, count) };
}
