import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridCell, Place } from '../../../src/model/parsed-document.js';
import { type HtmlBlocks, readHtmlBlocks } from './read-html-blocks.js';

const read = (html: string): HtmlBlocks => readHtmlBlocks(html, { sourceOffsets: true, dropRegions: true });
const bare = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
/** A slice of the source as a reader of markup sees it, without white space. */
const stripped = (slice: string): string => bare(load(`<pre>x${slice}</pre>`).root().text().slice(1));

/** What must hold of any reading of any input. */
function expectSound({ text, blocks, locate }: HtmlBlocks, html: string): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      expect(text.slice(block.start, block.end)).toBe(block.text);
      expect(block.text).not.toBe('');
      expect(block.text).not.toContain('\n');
      continue;
    }
    const taken = new Set<string>();
    for (const cell of block.cells) {
      expect(text.slice(cell.start, cell.end)).toBe(cell.text);
      expect(cell.start).toBeGreaterThanOrEqual(block.start);
      expect(cell.end).toBeLessThanOrEqual(block.end);
      expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(block.rowCount);
      expect(cell.column + cell.colSpan).toBeLessThanOrEqual(block.columnCount);
      for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
        for (let c = cell.column; c < cell.column + cell.colSpan; c++) {
          if (taken.has(`${r},${c}`)) throw new Error(`two cells at ${r},${c}`);
          taken.add(`${r},${c}`);
        }
      }
    }
  }
  for (const place of [...blocks, locate(0, text.length)]) {
    if (place.sourceStart === undefined) continue;
    expect(place.sourceStart).toBeLessThanOrEqual(place.sourceEnd!);
    expect(place.sourceEnd).toBeLessThanOrEqual(html.length);
  }
}

const character = fc.constantFrom(
  ...[
    '甲',
    '乙',
    '7',
    '0',
    '-',
    ' ',
    '\n',
    '\r\n',
    '&nbsp;',
    '&#160;',
    '&#x4E59;',
    '&amp;',
    '&lt;',
    '&',
    '&#65',
    '&copy',
    '&notit;',
  ],
  ...[
    '\u200b',
    '\u3000',
    '；',
    ';',
    '𠀀',
    '&#x20000;',
    '&hellip;',
    '&NotEqualTilde;',
    '<b>1</b>',
    '<span style="x:y">',
    '</span>',
    '<!-- x -->',
  ],
);
const content = fc.array(character, { maxLength: 6 }).map((parts) => parts.join(''));
const span = fc.constantFrom('', '', '', ' rowspan=2', ' colspan="2"', ' colspan=3 rowspan=2', ' rowspan=0');
const tableOf = fc
  .array(fc.array(fc.tuple(content, span), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  .map((rows) => {
    const drawn = rows.map(
      (cells) => `<tr>${cells.map(([text, spans]) => `<td${spans}>${text}</td>`).join('\n')}</tr>`,
    );
    return `<p>前</p><table>${drawn.join('')}</table>`;
  });

describe('any table', () => {
  it('points every cell and paragraph at its own slice of the source', () => {
    fc.assert(
      fc.property(tableOf, (html) => {
        const reading = read(html);
        expectSound(reading, html);
        const places: (Place & { text: string })[] = reading.blocks.flatMap(
          (block): (Place & { text: string })[] =>
            block.kind === 'grid' ? (block.cells as GridCell[]) : [block],
        );
        for (const place of places) {
          expect(place.sourceStart).toBeTypeOf('number');
          expect(stripped(html.slice(place.sourceStart, place.sourceEnd))).toBe(bare(place.text));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('locates every character by itself', () => {
    fc.assert(
      fc.property(tableOf, (html) => {
        const { text, locate } = read(html);
        for (let i = 0; i < text.length; i++) {
          if (bare(text[i]!) === '' || text[i] === '|' || /[\ud800-\udfff]/.test(text[i]!)) continue;
          const { sourceStart, sourceEnd } = locate(i, i + 1);
          expect(stripped(html.slice(sourceStart, sourceEnd))).toContain(text[i]);
          expect(sourceEnd! - sourceStart!).toBeLessThanOrEqual('&NotEqualTilde;'.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('any input', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '</tr>',
        '<td>',
        '<td rowspan=9>',
        '<td colspan=4>',
        '</td>',
        '<th>',
        '<tbody>',
        '</tbody>',
      ],
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<div style="display:none">',
        '<div class=row>',
        '<div class=cell>',
        '<br>',
        '<h2>',
        '<pre>',
      ],
      ...[
        '<b>',
        '</b>',
        '<font size=1>',
        '<a href=#>',
        '</a>',
        '<script>',
        '</script>',
        '<style>',
        '</style>',
        '<textarea>',
        '</textarea>',
      ],
      ...[
        '<template>',
        '<svg>',
        '</svg>',
        '<math>',
        '<select>',
        '<option>',
        '<frameset>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<caption>',
      ],
      ...[
        '\0',
        '\r',
        '&#0;',
        '&#xD800;',
        '\ud800',
        '&amp;nbsp;',
        '政府信息公开',
        '12',
        '<',
        '>',
        '<td',
        '="',
        '<html>',
        '<body hidden>',
        '<nav>',
      ],
    ),
    fc.string({ maxLength: 4 }),
  );
  it('is read without an exception, and what is read is sound', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = pieces.join('');
        expectSound(read(html), html);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('large and hostile pages', () => {
  const within = (html: string, blocksMin: number) => {
    const reading = read(html);
    expect(reading.blocks.length).toBeGreaterThanOrEqual(blocksMin);
    return reading;
  };

  it('may nest without end', () => {
    const deep = within(
      `<p>前</p>${'<div>'.repeat(20_000)}<p>后</p><table><tr><td>甲</td><td>1</td></tr></table>`,
      3,
    );
    expect(deep.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'grid']);
    expect(deep.issues).toMatchObject([{ code: 'markup-too-deep', severity: 'warning' }]);
    within('<table><tr><td>甲'.repeat(3000), 1);
    within(
      `${Array.from({ length: 2000 }, (_, i) => `<font size=${i}>`).join('')}${'<p>甲</p>'.repeat(2000)}`,
      2000,
    );
    within('<div a="<">甲'.repeat(5000), 1);
  });

  it('may be long', () => {
    within(`<table>${'<tr><td>甲</td><td>12</td></tr>'.repeat(5_000)}</table>`, 1);
    within('<p>甲'.repeat(50_000), 50_000);
    within(`${'<a'.repeat(300_000)}<p>甲`, 0);
    within(`<table><tr>${'<td colspan=1000>甲'.repeat(20_000)}</table>`, 1);
  });
});
