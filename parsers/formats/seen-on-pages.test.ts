import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/model/format.js';
import type { ParsedDocument } from '../../src/model/parsed-document.js';
import { drawZip } from '../../src/testing/draw-zip.js';
import { ofdFormat } from './ofd/index.js';
import { pdfFormat } from './pdf/index.js';

/**
 * What a reader of a page sees of the figures in its cells, in every carrier of pages:
 *
 *     | a | 4562 |      the middle cell of the right column is painted as each case says;
 *     | b | ???? |      the others are as they are
 *     | c |  318 |
 */
const CELL = { left: 200, top: 60, width: 120, height: 24 };

type Colour = [number, number, number];

/** What both carriers can paint; points from the top left of the page. */
interface Painter {
  text(
    text: string,
    x: number,
    baseline: number,
    size: number,
    look?: { colour?: Colour; alpha?: number },
  ): void;
  box(x: number, y: number, width: number, height: number, look?: { colour?: Colour; alpha?: number }): void;
  line(x0: number, y0: number, x1: number, y1: number, width?: number): void;
  picture(x: number, y: number, width: number, height: number): void;
  /** A closed shape with round sides. */
  blob(x: number, y: number, width: number, height: number, colour?: Colour): void;
}

const WHITE: Colour = [1, 1, 1];
const [X, BASE] = [CELL.left + 30, CELL.top + CELL.height + 16];

interface Seen {
  name: string;
  paint: (p: Painter) => unknown;
  /** The text of the cell, and what is known of it. */
  text: string | RegExp;
  marks: string[];
}

const figure = (p: Painter, text = '4562') => p.text(text, X, BASE, 10);

const cases: Seen[] = [
  { name: 'plain', paint: (p) => figure(p), text: '4562', marks: [] },
  { name: 'empty', paint: () => {}, text: '', marks: [] },
  // Covered.
  {
    name: 'under a white box',
    paint: (p) => [figure(p), p.box(X - 2, BASE - 10, 40, 13, { colour: WHITE })],
    text: '',
    marks: ['covered'],
  },
  {
    name: 'under a black box',
    paint: (p) => [figure(p), p.box(X - 2, BASE - 10, 40, 13)],
    text: '',
    marks: ['covered'],
  },
  {
    name: 'under a grey box of another shade',
    paint: (p) => [figure(p), p.box(X - 2, BASE - 10, 40, 13, { colour: [0.9, 0.9, 0.95] })],
    text: '',
    marks: ['covered'],
  },
  {
    name: 'under a round shape',
    paint: (p) => [figure(p), p.blob(X - 15, BASE - 16, 56, 24, WHITE)],
    text: '',
    marks: ['covered'],
  },
  {
    name: 'under two boxes',
    paint: (p) => [
      figure(p),
      p.box(X - 2, BASE - 10, 13, 13, { colour: WHITE }),
      p.box(X + 11, BASE - 10, 20, 13, { colour: WHITE }),
    ],
    text: '',
    marks: ['covered'],
  },
  {
    name: 'under a thick white line',
    paint: (p) => [figure(p), p.line(X - 2, BASE - 3.5, X + 30, BASE - 3.5, 12)],
    text: '',
    marks: ['covered'],
  },
  {
    name: 'covered and written again',
    paint: (p) => [figure(p), p.box(X - 2, BASE - 10, 40, 13, { colour: WHITE }), figure(p, '4526')],
    text: '4526',
    marks: ['covered'],
  },
  {
    name: 'covered and written again alike',
    paint: (p) => [figure(p), p.box(X - 2, BASE - 10, 40, 13, { colour: WHITE }), figure(p)],
    text: '4562',
    marks: [],
  },
  {
    name: 'its last digits covered',
    paint: (p) => [figure(p), p.box(X + 11.2, BASE - 10, 30, 13, { colour: WHITE })],
    text: '45',
    marks: ['covered'],
  },
  {
    name: 'a box under it',
    paint: (p) => [p.box(X - 2, BASE - 10, 40, 13, { colour: [0.8, 0.9, 1] }), figure(p)],
    text: '4562',
    marks: [],
  },
  {
    name: 'a box beside it',
    paint: (p) => [figure(p), p.box(X + 40, BASE - 10, 10, 13, { colour: WHITE })],
    text: '4562',
    marks: [],
  },
  {
    name: 'under a marker of light',
    paint: (p) => [figure(p), p.box(X - 2, BASE - 10, 40, 13, { colour: [1, 1, 0], alpha: 0.4 })],
    text: '4562',
    marks: [],
  },
  // Hidden.
  {
    name: 'white on white',
    paint: (p) => p.text('4562', X, BASE, 10, { colour: WHITE }),
    text: '',
    marks: ['hidden'],
  },
  {
    name: 'nearly white on white',
    paint: (p) => p.text('4562', X, BASE, 10, { colour: [0.97, 0.97, 0.97] }),
    text: '',
    marks: ['hidden'],
  },
  {
    name: 'blue on blue',
    paint: (p) => [
      p.box(CELL.left + 1, CELL.top + 25, 118, 22, { colour: [0.2, 0.3, 0.8] }),
      p.text('4562', X, BASE, 10, { colour: [0.2, 0.3, 0.8] }),
    ],
    text: '',
    marks: ['hidden'],
  },
  {
    name: 'white on blue',
    paint: (p) => [
      p.box(CELL.left + 1, CELL.top + 25, 118, 22, { colour: [0.2, 0.3, 0.8] }),
      p.text('4562', X, BASE, 10, { colour: WHITE }),
    ],
    text: '4562',
    marks: [],
  },
  {
    name: 'white beside black',
    paint: (p) => [figure(p, '4526'), p.text('99', X + 50, BASE, 10, { colour: WHITE })],
    text: '4526',
    marks: ['hidden'],
  },
  // Struck out.
  {
    name: 'a line through it',
    paint: (p) => [figure(p), p.line(X - 1, BASE - 3.4, X + 24, BASE - 3.4)],
    text: '4562',
    marks: ['struck-out'],
  },
  {
    name: 'a line through its upper half',
    paint: (p) => [figure(p), p.line(X - 1, BASE - 5.5, X + 24, BASE - 5.5)],
    text: '4562',
    marks: ['struck-out'],
  },
  {
    name: 'a thin box through it',
    paint: (p) => [figure(p), p.box(X - 1, BASE - 3.8, 25, 0.8)],
    text: '4562',
    marks: ['struck-out'],
  },
  {
    name: 'a slanting line through it',
    paint: (p) => [figure(p), p.line(X - 1, BASE, X + 24, BASE - 7)],
    text: '4562',
    marks: ['struck-out'],
  },
  {
    name: 'a line through the whole row',
    paint: (p) => [figure(p), p.line(CELL.left - 90, BASE - 3.4, CELL.left + 115, BASE - 3.4)],
    text: '4562',
    marks: ['struck-out'],
  },
  {
    name: 'struck out and written anew beside it',
    paint: (p) => [
      figure(p),
      p.line(X - 1, BASE - 3.4, X + 23, BASE - 3.4),
      p.text('4526', X + 40, BASE, 10),
    ],
    text: '4562 4526',
    marks: ['struck-out'],
  },
  {
    name: 'underlined',
    paint: (p) => [figure(p), p.line(X - 1, BASE + 1.5, X + 24, BASE + 1.5)],
    text: '4562',
    marks: [],
  },
  {
    name: 'a line over it',
    paint: (p) => [figure(p), p.line(X - 1, BASE - 9, X + 24, BASE - 9)],
    text: '4562',
    marks: [],
  },
  // Raised marks.
  {
    name: 'a small raised digit',
    paint: (p) => [figure(p), p.text('1', X + 22.5, BASE - 4, 6)],
    text: '45621',
    marks: ['raised-mark'],
  },
  {
    name: 'two small raised digits',
    paint: (p) => [figure(p), p.text('12', X + 22.5, BASE - 4, 6)],
    text: '456212',
    marks: ['raised-mark'],
  },
  {
    name: 'a raised mark in brackets',
    paint: (p) => [figure(p), p.text('[1]', X + 22.5, BASE - 4, 6)],
    text: '4562[1]',
    marks: ['raised-mark'],
  },
  {
    name: 'a raised digit of full size',
    paint: (p) => [figure(p), p.text('1', X + 22.5, BASE - 3.5, 10)],
    text: '45621',
    marks: ['several-readings'],
  },
  {
    name: 'a small digit on the line',
    paint: (p) => [figure(p), p.text('1', X + 22.5, BASE, 9)],
    text: '45621',
    marks: [],
  },
  // Drawn, not written.
  {
    name: 'a picture of a figure',
    paint: (p) => p.picture(X, BASE - 9, 28, 11),
    text: '',
    marks: ['not-read'],
  },
  {
    name: 'a picture beside a figure',
    paint: (p) => [figure(p), p.picture(X + 26, BASE - 9, 14, 11)],
    text: '4562',
    marks: ['not-read'],
  },
  {
    name: 'a picture over a figure',
    paint: (p) => [figure(p), p.picture(X - 1, BASE - 10, 30, 13)],
    text: /^(4562)?$/u,
    marks: [
      /* whether it is covered depends on the carrier */
    ],
  },
  {
    name: 'an outline of a figure',
    paint: (p) => [p.blob(X, BASE - 8, 5, 8, [0, 0, 0]), p.blob(X + 7, BASE - 8, 5, 8, [0, 0, 0])],
    text: '',
    marks: ['not-read'],
  },
  { name: 'a white outline', paint: (p) => p.blob(X, BASE - 8, 5, 8, WHITE), text: '', marks: [] },
  // Wider than its cell.
  {
    name: 'a figure over the border',
    paint: (p) => p.text('1234567890123456', X + 20, BASE, 10),
    text: '1234567890123456',
    marks: ['several-readings'],
  },
  {
    name: 'a figure up to the border',
    paint: (p) => p.text('4562', CELL.left + CELL.width - 23, BASE, 10),
    text: '4562',
    marks: [],
  },
];

function paintTable(p: Painter): void {
  for (let row = 0; row <= 3; row++) p.line(100, CELL.top + row * 24, 440, CELL.top + row * 24, 0.5);
  for (const x of [100, 200, 320, 440]) p.line(x, CELL.top, x, CELL.top + 72, 0.5);
  ['aa', 'bb', 'cc'].forEach((text, row) => {
    p.text(text, 110, CELL.top + row * 24 + 16, 10);
    p.text(['4', '5', '6'][row]!, 350, CELL.top + row * 24 + 16, 10);
  });
  p.text('77', X, CELL.top + 16, 10);
  p.text('318', X, CELL.top + 64, 10);
}

/** A picture that shows some ink. */
function pictureBytes(): Uint8Array {
  const canvas = createCanvas(56, 22);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 56, 22);
  context.fillStyle = '#000';
  for (const x of [4, 18, 32, 46]) context.fillRect(x, 4, 5, 14);
  return new Uint8Array(canvas.toBuffer('image/png'));
}

const HEIGHT = 400;

async function pdfOf(paint: (p: Painter) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font: PDFFont = await document.embedFont(StandardFonts.Helvetica);
  const page: PDFPage = document.addPage([600, HEIGHT]);
  const image = await document.embedPng(pictureBytes());
  const colourOf = ([r, g, b]: Colour) => rgb(r, g, b);
  const black: Colour = [0, 0, 0];
  paint({
    text: (text, x, y, size, { colour = black, alpha = 1 } = {}) =>
      page.drawText(text, { x, y: HEIGHT - y, size, font, color: colourOf(colour), opacity: alpha }),
    box: (x, y, width, height, { colour = black, alpha = 1 } = {}) =>
      page.drawRectangle({
        x,
        y: HEIGHT - y - height,
        width,
        height,
        color: colourOf(colour),
        opacity: alpha,
      }),
    line: (x0, y0, x1, y1, width = 0.7) =>
      page.drawLine({
        start: { x: x0, y: HEIGHT - y0 },
        end: { x: x1, y: HEIGHT - y1 },
        thickness: width,
        color: width > 5 ? rgb(1, 1, 1) : rgb(0, 0, 0),
      }),
    picture: (x, y, width, height) => page.drawImage(image, { x, y: HEIGHT - y - height, width, height }),
    blob: (x, y, width, height, colour = black) =>
      page.drawEllipse({
        x: x + width / 2,
        y: HEIGHT - y - height / 2,
        xScale: width / 2,
        yScale: height / 2,
        color: colourOf(colour),
      }),
  });
  return document.save();
}

function ofdOf(paint: (p: Painter) => void): Uint8Array {
  const mm = (points: number) => ((points * 25.4) / 72).toFixed(4);
  const objects: string[] = [];
  const colour = (name: string, [r, g, b]: Colour, alpha = 1) =>
    `<ofd:${name} Value="${[r, g, b].map((value) => Math.round(value * 255)).join(' ')}" Alpha="${Math.round(alpha * 255)}"/>`;
  const black: Colour = [0, 0, 0];
  const path = (data: string, attributes: string, inner: string) =>
    objects.push(
      `<ofd:PathObject ID="${objects.length + 10}" Boundary="0 0 210 297" ${attributes}>${inner}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`,
    );
  const points = (...values: number[]) => values.map(mm).join(' ');
  paint({
    text: (text, x, y, size, look = {}) => {
      // Digits of Helvetica are as wide.
      const widths = Array.from({ length: [...text].length - 1 }, () => mm(size * 0.556)).join(' ');
      objects.push(
        `<ofd:TextObject ID="${objects.length + 10}" Boundary="0 0 210 297" Font="2" Size="${mm(size)}">${colour('FillColor', look.colour ?? black, look.alpha)}<ofd:TextCode X="${mm(x)}" Y="${mm(y)}" DeltaX="${widths}">${text}</ofd:TextCode></ofd:TextObject>`,
      );
    },
    box: (x, y, width, height, look = {}) =>
      path(
        `M ${points(x, y)} L ${points(x + width, y)} L ${points(x + width, y + height)} L ${points(x, y + height)} C`,
        'Stroke="false" Fill="true"',
        colour('FillColor', look.colour ?? black, look.alpha),
      ),
    line: (x0, y0, x1, y1, width = 0.7) =>
      path(
        `M ${points(x0, y0)} L ${points(x1, y1)}`,
        `LineWidth="${mm(width)}"`,
        colour('StrokeColor', width > 5 ? WHITE : black),
      ),
    picture: (x, y, width, height) =>
      objects.push(
        `<ofd:ImageObject ID="${objects.length + 10}" Boundary="${points(x, y, width, height)}" ResourceID="3"/>`,
      ),
    blob: (x, y, width, height, own = black) => {
      const [cx, cy] = [x + width / 2, y + height / 2];
      path(
        `M ${points(x, cy)} B ${points(x, y, cx, y, cx, y)} B ${points(x + width, y, x + width, cy, x + width, cy)} B ${points(x + width, y + height, cx, y + height, cx, y + height)} B ${points(x, y + height, x, cy, x, cy)} C`,
        'Stroke="false" Fill="true"',
        colour('FillColor', own),
      );
    },
  });
  const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const area = '<ofd:PageArea><ofd:PhysicalBox>0 0 210 141</ofd:PhysicalBox></ofd:PageArea>';
  return new Uint8Array(
    drawZip([
      {
        name: 'OFD.xml',
        content: `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      },
      {
        name: 'Doc_0/Document.xml',
        content: `<ofd:Document ${NS}><ofd:CommonData>${area}</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>`,
      },
      {
        name: 'Doc_0/Page.xml',
        content: `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="2">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
      },
    ]),
  );
}

async function read(format: Format, bytes: Uint8Array): Promise<ParsedDocument> {
  const source = { uri: 'test', bytes };
  return (await format.read({ source, sha256: '', mediaType: '', formatId: format.id })).value;
}

/** The cell in the middle, and the marks that touch it. */
function middleOf(document: ParsedDocument) {
  const grid = document.blocks.find((block) => block.kind === 'grid')!;
  const cell = grid.cells.find(({ row, column }) => row === 1 && column === 1)!;
  const own = (document.marks ?? []).filter(({ start, end }) => start <= cell.end && end >= cell.start);
  return { grid, cell, marks: [...new Set(own.map(({ kind }) => kind))] };
}

const carriers = { pdf: { format: pdfFormat, make: pdfOf }, ofd: { format: ofdFormat, make: ofdOf } };

describe.each(Object.entries(carriers))('a cell of a page of %s', (_, { format, make }) => {
  it.each(cases)('$name', async ({ paint, text, marks }) => {
    const bytes = await make((p) => {
      paintTable(p);
      paint(p);
    });
    const { grid, cell, marks: found } = middleOf(await read(format, bytes));
    expect([grid.rowCount, grid.columnCount]).toEqual([3, 3]);
    if (typeof text === 'string') expect(cell.text).toBe(text);
    else expect(cell.text).toMatch(text);
    if (typeof text === 'string') expect(found).toEqual(marks);
    else expect(found).toContain('not-read');
    const others = grid.cells.filter(({ row }) => row !== 1).map((own) => own.text);
    expect(others).toEqual(['aa', '77', '4', 'cc', '318', '6']);
  });
});
