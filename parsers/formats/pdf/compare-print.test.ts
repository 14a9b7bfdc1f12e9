import { describe, expect, it } from 'vitest';
import { layoutDocument } from '../../../src/layout/document/layout-document.js';
import { writeDocument } from '../../../src/layout/document/write-document.js';
import type { Glyph, PageContent } from '../../../src/layout/page/page-content.js';
import { across, down, drawText } from '../../../src/testing/layout/drawn.js';
import { comparePrint } from './compare-print.js';
import type { ShownPage } from './show-pages.js';

type Placed = readonly [text: string, x: number, y: number];

const rulings = [
  ...[100, 120, 140].map((y) => across(y, 50, 450)),
  ...[50, 250, 450].map((x) => down(x, 100, 140)),
];

const pageOf = (glyphs: Glyph[]): PageContent => ({
  ...{ number: 1, width: 500, height: 700, glyphs, rulings, hiddenText: '', rotatedText: '' },
  ...{ isTextInvisible: false, hasDrawing: true, unmappedFonts: [], unmappedShare: 0 },
  toDisplay: (box) => box,
});

/** A sentence, and a table of two labels and two figures. */
const texts = (sentence: string, first: string, second: string): Placed[] => [
  [sentence, 50, 60],
  ['1.规章', 60, 114],
  [first, 300, 114],
  ['2.文件', 60, 134],
  [second, 300, 134],
];

const PRINTED = texts('全年收到申请125件', '38', '7');

/** Each text recognised as well as `score` says. */
function recognise(placed: readonly Placed[], score: number): Glyph[] {
  return placed.flatMap(([text, x, y]) => {
    const recognised = { score, rivals: [], whole: { text, rivals: [] } };
    return drawText(text, { x, y }).map((glyph) => ({ ...glyph, font: 'picture', recognised }));
  });
}

function compare(shown: readonly Placed[], score = 0.99, unseenText = '') {
  const page = pageOf(PRINTED.flatMap(([text, x, y]) => drawText(text, { x, y })));
  const { blocks } = layoutDocument([page]);
  const content = pageOf(recognise(shown, score)) as ShownPage['content'];
  const unseen = new Set(page.glyphs.filter(({ text }) => text === unseenText));
  return comparePrint(
    blocks,
    writeDocument(blocks, [page]).value.blocks,
    new Map([[1, { content, unseen }]]),
  );
}

describe('comparePrint', () => {
  it('finds that all numbers agree', () => {
    expect(compare(PRINTED)).toMatchObject({ agree: 5, unclear: 0, differences: [] });
  });

  it('names the cell and the place in the prose where they differ, with both readings', () => {
    const { agree, differences } = compare(texts('全年收到申请126件', '33', '7'));
    expect(agree).toBe(3);
    expect(differences).toMatchObject([
      { page: 1, printed: '125', shown: '126', at: { block: 0, start: 6, end: 9, page: 1 } },
      { page: 1, printed: '38', shown: '33', at: { block: 1, row: 0, column: 1, page: 1 } },
    ]);
    expect(differences[0]!.at.row).toBeUndefined();
  });

  it('says nothing where the picture is not sure, or shows longer and shorter numbers', () => {
    expect(compare(texts('全年收到申请126件', '33', '7'), 0.9)).toMatchObject({
      unclear: 2,
      differences: [],
    });
    expect(compare(texts('全年收到申请12件', '138', '7'))).toMatchObject({ unclear: 2, differences: [] });
    expect(compare(PRINTED.slice(0, 4))).toMatchObject({ unclear: 1, differences: [] });
  });

  it('sees numbers that leave no mark on the page', () => {
    const { differences } = compare(PRINTED.slice(0, 4), 0.99, '7');
    expect(differences).toMatchObject([{ printed: '7', shown: '', at: { row: 1, column: 1 } }]);
  });

  it('sees a minus sign that the text has lost', () => {
    const { differences } = compare(texts('全年收到申请125件', '38', '-7'));
    expect(differences).toMatchObject([{ printed: '7', shown: '-7' }]);
  });
});
