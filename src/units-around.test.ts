import { describe, expect, it } from 'vitest';
import { convert } from './index.js';
import type { Cell } from './model/report-record.js';

/** One table of amounts, drawn in several carriers, with its unit in several places. Truth: 3,856,200 yuan, printed in that unit. */

const TITLE = '青峦县水务局2023年政府信息公开工作年度报告';
const LINES = [
  ['信息内容', '本年处理决定数量'],
  ['行政许可', '4526'],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '318'],
  ['行政强制', '47'],
];

interface Drawing {
  figure: string;
  heading?: string;
  row?: string;
  caption?: string;
  note?: string;
}

const linesOf = ({ figure, heading = '', row = '' }: Drawing): string[][] => [
  ...LINES,
  ['信息内容', `本年收费金额${heading}`],
  [`行政事业性收费${row}`, figure],
];

const htmlRow = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const bodyOf = (drawing: Drawing, inside: string) =>
  `<h1>${TITLE}</h1><h2>二、主动公开政府信息情况</h2>${inside}${drawing.note ? `<p>${drawing.note}</p>` : ''}<h2>六、其他需要报告的事项</h2><p>无。</p>`;

const carriers: Record<string, (drawing: Drawing) => string> = {
  'html, caption as a paragraph': (drawing) =>
    bodyOf(
      drawing,
      `<p>${drawing.caption ?? ''}</p><table>${linesOf(drawing).map(htmlRow).join('')}</table>`,
    ),
  'html, caption element': (drawing) =>
    bodyOf(
      drawing,
      `<table><caption>${drawing.caption ?? ''}</caption>${linesOf(drawing).map(htmlRow).join('')}</table>`,
    ),
  'html, caption in the first row': (drawing) =>
    bodyOf(
      drawing,
      `<table><tr><td colspan="2">${drawing.caption ?? ''}</td></tr>${linesOf(drawing).map(htmlRow).join('')}</table>`,
    ),
  'text, with pipes': (drawing) =>
    `${TITLE}\n\n二、主动公开政府信息情况\n\n${drawing.caption ?? ''}\n\n${linesOf(drawing)
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n')}\n\n${drawing.note ?? ''}\n\n六、其他需要报告的事项\n无。\n`,
  'text, a row a line': (drawing) =>
    `${TITLE}\n\n二、主动公开政府信息情况\n${drawing.caption ?? ''}\n${linesOf(drawing)
      .map((cells) => cells.join('  '))
      .join('\n')}\n${drawing.note ?? ''}\n六、其他需要报告的事项\n无。\n`,
  'text, a cell a line': (drawing) =>
    `${TITLE}\n\n二、主动公开政府信息情况\n${drawing.caption ?? ''}\n${linesOf(drawing).flat().join('\n')}\n${drawing.note ?? ''}\n六、其他需要报告的事项\n无。\n`,
};

async function feeOf(content: string, carrier: string): Promise<Cell> {
  const name = carrier.startsWith('html') ? 'report.html' : 'report.txt';
  const { records } = await convert({ uri: name, bytes: Buffer.from(content) });
  return records[0]!.tables.proactive!.administrativeFees!.feesCollected!;
}

const TRUTH = 3_856_200;
const printedAs: [unit: string, figure: string][] = [
  ['元', '3856200'],
  ['千元', '3856.2'],
  ['萬元', '385.62'],
  ['百万元', '3.8562'],
];
const places: Record<string, (unit: string) => Omit<Drawing, 'figure'>> = {
  'the heading': (unit) => ({ heading: `（单位：${unit}）` }),
  'the label of the row': (unit) => ({ row: `（${unit}）` }),
  'a caption': (unit) => ({ caption: `单位：${unit}` }),
  'a note below': (unit) => ({ note: `注：本表金额单位为${unit}。` }),
};

describe.each(Object.entries(carriers))('%s', (carrier, draw) => {
  it.each(Object.entries(places))('takes the unit of %s', async (_, drawingOf) => {
    for (const [unit, figure] of printedAs) {
      const cell = await feeOf(draw({ figure, ...drawingOf(unit) }), carrier);
      expect([unit, cell.value, cell.confidence]).toEqual([unit, TRUTH, 'read']);
    }
  });

  it.each(Object.entries(places))('is never sure of a foreign currency in %s', async (_, drawingOf) => {
    for (const unit of ['万美元', '港币']) {
      const cell = await feeOf(draw({ figure: '385.62', ...drawingOf(unit) }), carrier);
      expect(cell.confidence).not.toBe('read');
    }
  });
});
