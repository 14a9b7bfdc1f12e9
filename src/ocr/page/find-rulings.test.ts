import { describe, expect, it } from 'vitest';
import { buildLattices } from '../../layout/ruled/build-lattice.js';
import { drawBars, drawnPicture, drawTable } from '../../testing/layout/drawn-picture.js';
import { eraseRulings } from './erase-rulings.js';
import { findRulings } from './find-rulings.js';
import { inkMask } from './ink-mask.js';

const DPI = 200;
const rulingsOf = (draw: Parameters<typeof drawnPicture>[2]) =>
  findRulings(inkMask(drawnPicture(1000, 700, draw), 208), DPI);
const shapeOf = (draw: Parameters<typeof drawnPicture>[2]) =>
  buildLattices(rulingsOf(draw)).map(({ xs, ys, cells }) => [xs.length - 1, ys.length - 1, cells.length]);

describe('findRulings', () => {
  it.each([1, 2, 4, 6])('finds a table of lines %s pixels thick', (thickness) => {
    const draw = (context: Parameters<typeof drawTable>[0]) => {
      drawTable(context, [100, 300, 500, 900], [100, 200, 300, 400], thickness);
      drawBars(context, 120, 130, 5);
    };
    expect(shapeOf(draw)).toEqual([[3, 3, 9]]);
  });

  it('finds lines that are worn, bent by a few pixels, and pale', () => {
    const draw = (context: Parameters<typeof drawTable>[0]) => {
      context.fillStyle = '#999';
      drawTable(context, [100, 500, 900], [100, 300], 2);
      for (let x = 100; x < 902; x++) {
        const y = Math.round(400 + 3 * Math.sin((x - 100) / 300));
        if (x % 40 > 2) context.fillRect(x, y, 1, 2);
      }
      for (const x of [100, 500, 900]) context.fillRect(x, 300, 2, 103);
    };
    expect(shapeOf(draw)).toEqual([[2, 2, 4]]);
  });

  it('takes no print for lines: neither dense lines of text nor a long dash in a cell', () => {
    const draw = (context: Parameters<typeof drawTable>[0]) => {
      drawTable(context, [100, 300, 500], [100, 160, 220]);
      context.fillRect(340, 130, 60, 3);
      for (let y = 300; y < 600; y += 36) drawBars(context, 60, y, 34);
    };
    expect(shapeOf(draw)).toEqual([[2, 2, 4]]);
    expect(rulingsOf(draw)).toHaveLength(6);
  });

  it('takes no ring for lines', () => {
    const draw = (context: Parameters<typeof drawTable>[0]) => {
      drawTable(context, [100, 300, 500], [100, 160, 220]);
      context.lineWidth = 5;
      context.beginPath();
      context.arc(500, 330, 158, 0, 7);
      context.stroke();
    };
    expect(shapeOf(draw)).toEqual([[2, 2, 4]]);
  });

  it.each([440, 450, 460, 470])('follows a line through the star of a seal (%s)', (x) => {
    const draw = (context: Parameters<typeof drawTable>[0]) => {
      drawTable(context, [100, 300, 900], [100, 200, 300]);
      context.beginPath();
      for (let i = 0; i < 10; i++) {
        const [angle, radius] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 === 0 ? 75 : 28];
        context.lineTo(x + radius * Math.cos(angle), 170 + radius * Math.sin(angle));
      }
      context.fill();
    };
    expect(shapeOf(draw)).toEqual([[2, 2, 4]]);
  });

  it('gives places in points', () => {
    const [top] = rulingsOf((context) => drawTable(context, [100, 500], [100, 300]));
    expect(top).toMatchObject({ axis: 'horizontal' });
    expect(top!.position).toBeCloseTo((101 * 72) / DPI, 1);
    expect(top!.to - top!.from).toBeCloseTo((402 * 72) / DPI, 1);
  });
});

describe('eraseRulings', () => {
  it('whitens lines and keeps what touches or crosses them', () => {
    const picture = drawnPicture(600, 400, (context) => {
      drawTable(context, [100, 300, 500], [100, 200, 300]);
      // A digit that leans on the border, and a stroke across one.
      context.fillRect(302, 120, 8, 30);
      context.fillRect(150, 185, 6, 40);
    });
    eraseRulings(picture, findRulings(inkMask(picture, 208), DPI));
    const at = (x: number, y: number) => picture.pixels[y * 600 + x]!;
    expect([at(301, 170), at(200, 100), at(301, 130)]).toEqual([255, 255, 255]);
    expect([at(305, 130), at(152, 200), at(152, 201)]).toEqual([0, 0, 0]);
  });
});
