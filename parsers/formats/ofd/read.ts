import { layoutDocument } from '../../../src/layout/document/layout-document.js';
import { isUnmapped, layoutIssues, pageIssues } from '../../../src/layout/document/page-issues.js';
import { writeDocument } from '../../../src/layout/document/write-document.js';
import { pageLimit } from '../../../src/layout/page/page-limit.js';
import type { Format } from '../../../src/model/format.js';
import type { Issue } from '../../../src/model/issue.js';
import { PAGES_MAX } from '../../../src/model/reading-aids.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { characterJudge } from './character-judge.js';
import { doubtDigits } from './doubt-digits.js';
import { openOfd } from './open-ofd.js';
import type { PaintedPicture } from './paint-page.js';
import { type ReadPage, readPage } from './read-page.js';
import { type OfdDocument, type OfdPage, readStructure } from './read-structure.js';
import { type PictureFile, recognisePictures } from './recognise-pictures.js';

/** Characters of all pages together: a template may stand on each of them. */
const PAINTED_MAX = 1_000_000;

export const read: Format['read'] = async ({ source: { bytes } }, aids) => {
  const ofd = await openOfd(bytes);
  const document = readStructure(ofd);
  const { pages: drawn, partOf, fontOf, nameOf, issues } = readPages(document, aids?.pagesMax ?? PAGES_MAX);
  const printed = await doubtDigits(drawn, fontOf, nameOf, (part) => ofd.unpack(part));
  const fileOf: PictureFile = async (placed) => {
    const part = partOf(placed);
    return part === undefined ? null : ofd.unpack(part);
  };
  const { pages, issues: seen } = await recognisePictures(printed, fileOf, aids);
  const mapped = pages.filter((page) => !isUnmapped(page));
  const layout = layoutDocument(mapped);
  const written = writeDocument(layout.blocks, mapped);
  return {
    value: { ...written.value, format: 'ofd', metadata: document.metadata },
    issues: [
      ...issues,
      ...seen,
      ...leftOut(document, pages),
      ...pageIssues(pages),
      ...layoutIssues(layout.notes),
      ...written.issues,
    ],
  };
};

interface ReadPages {
  pages: ReadPage[];
  /** The part of the package that holds a picture. */
  partOf(placed: PaintedPicture): string | undefined;
  /** The part that holds a font, by its number on a page. */
  fontOf(page: ReadPage, font: string): string | undefined;
  /** The name of that font, in small letters. */
  nameOf(page: ReadPage, font: string): string;
  issues: Issue[];
}

function readPages(document: OfdDocument, pagesMax: number): ReadPages {
  const pages: ReadPage[] = [];
  const parts = new Map<PaintedPicture, string>();
  const opened = new Map<ReadPage, OfdPage>();
  const count = Math.min(document.pages.length, pagesMax);
  const issues = pageLimit(document.pages.length, count);
  const judge = characterJudge();
  let painted = 0;
  for (const [index, open] of document.pages.slice(0, count).entries()) {
    const page = openPage(open);
    if (page === null) {
      issues.push(unreadable(index + 1));
      continue;
    }
    const read = readPage(page, index + 1, judge);
    painted += read.painted;
    if (painted > PAINTED_MAX) {
      throw new UnreadableSourceError(
        'ofd-too-large',
        `The OFD file shows more than ${PAINTED_MAX} characters.`,
      );
    }
    for (const picture of read.pictures) {
      const part = page.resourceOf(picture.resource);
      if (part !== undefined) parts.set(picture, part);
    }
    pages.push(read);
    opened.set(read, page);
  }
  if (pages.length === 0) {
    throw new UnreadableSourceError('ofd-damaged', 'No page of the OFD file can be read.');
  }
  return {
    pages,
    partOf: (placed) => parts.get(placed),
    fontOf: (page, font) => opened.get(page)?.resourceOf(font),
    nameOf: (page, font) =>
      (opened.get(page)?.definitionOf(font)?.attributes.get('FontName') ?? '').toLowerCase(),
    issues,
  };
}

/** A page whose XML is broken is lost; the others are not. */
function openPage(open: OfdDocument['pages'][number]): OfdPage | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof UnreadableSourceError && error.code === 'ofd-damaged') return null;
    throw error;
  }
}

const unreadable = (page: number): Issue => ({
  code: 'pdf-page-unreadable',
  severity: 'error',
  message: `Page ${page} could not be read: the OFD file does not hold it, or its XML is broken.`,
});

/** Parts that may hold text which nobody reads here. */
function leftOut({ lostAnnotations }: OfdDocument, pages: readonly ReadPage[]): Issue[] {
  const composites = pages.reduce((sum, page) => sum + page.composites, 0);
  const parts = [
    ...(lostAnnotations > 0 ? [`annotations (notes, stamps) on ${lostAnnotations} pages`] : []),
    ...(composites > 0 ? [`${composites} drawings of the resources`] : []),
  ];
  return parts.map((what) => ({
    code: 'content-not-read',
    severity: 'warning',
    message: `The OFD file holds ${what}, which were not read.`,
  }));
}
