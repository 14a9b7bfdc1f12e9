import { describe, expect, it } from 'vitest';
import { characterVariants } from '../../../parsers/lookups/character-variants.js';
import { templates } from '../../../parsers/templates/index.js';
import type { ParsedDocument } from '../../model/parsed-document.js';
import { drawDocument, drawTable } from '../../testing/draw-table.js';
import { readDrawing } from '../../testing/read-drawing.js';
import { type Hearing, witnesses } from './index.js';

const form = templates.find(({ id }) => id === 'ogi-2021')!;
const { rows, columns } = form.tables.find(({ id }) => id === 'applications')!.groups[0]!;

/** Rows of table 三, a line each, in which one body asked `count` times; `change` may relabel, double or leave out a line. */
function applications(
  count: number,
  change: (id: string, line: string, figures: string) => string[] = (_, line) => [line],
): string {
  const full = ['newlyReceived', 'granted', 'totalProcessed'];
  const lines = rows.flatMap(({ id, labelPath }) => {
    const figures = (full.includes(id) ? [count, 0, 0, 0, 0, 0, count] : Array(7).fill(0)).join(' | ');
    return change(id, `${labelPath.at(-1)} | ${figures}`, figures);
  });
  return [`项目 | ${columns.map(({ label }) => label).join(' | ')}`, ...lines].join('\n');
}

/** Text without borders: a line a paragraph. */
const lines = (drawing: string): ParsedDocument =>
  drawDocument(...drawing.split('\n').map((line) => ({ paragraph: line.replaceAll('|', ' ') })));

type Drawn = [parsed: ParsedDocument, heard?: Partial<Hearing>];

/** A document about which a witness has something to say, by its name. */
const drawn: Record<string, Drawn> = {
  // A label is gone, and a whole row: the figures may be either's.
  'unlabelled-rows': [
    drawTable(
      applications(11, (id, line, figures) => {
        if (id === 'deniedStateSecret') return [];
        return [id === 'deniedForbiddenByLaw' ? ` | ${figures}` : line];
      }),
      'ragged',
    ),
  ],
  'rows-and-labels': [
    drawTable(`信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 1 | 0 | 7
规章 | 1 | 3 | 7
行政规范性文件 | 4 | 5 | 6`),
  ],
  // The mark of a note was set aside.
  marks: [
    drawTable(`信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 1 | 0 | 7`),
    { marks: [{ kind: 'raised-mark', start: 0, end: 200, isAside: true }] },
  ],
  // Two labels stand behind the heading of other rows.
  'shifted-headings': [
    lines(`规章 3 4 11
信息内容 本年处理决定数量 行政规范性文件 8
行政许可 5
行政处罚 1
信息内容 本年收费金额 行政强制 3
行政事业性收费`),
  ],
  // Printed twice, and one of the copies is empty.
  'borderless-rows': [
    lines(`信息内容 本年制发件数 本年废止件数 现行有效件数
规章 1 0 7
行政规范性文件 4 5 6
信息内容 本年处理决定数量
行政许可 7
信息内容 本年收费金额（单位：万元）
行政事业性收费 3
行政事业性收费`),
  ],
  'mixed-forms': [
    lines(
      applications(11, (id, line) =>
        id === 'correctionOverdue' ? [`（六）其他处理 | 0 | 0 | 15 | 0 | 0 | 0 | 15`, line] : [line],
      ),
    ),
  ],
  copies: [drawDocument({ table: applications(5) }, { table: applications(9) })],
  carrier: [
    drawTable(applications(11)),
    {
      reading: [
        { code: 'print-differs', severity: 'warning', message: '', at: { block: 0, row: 1, column: 1 } },
      ],
    },
  ],
  recognition: [{ ...drawTable(applications(11)), recognition: () => ({ score: 0.5, rivals: [] }) }],
  'wrong-digits': [drawTable(applications(11)), { areDigitsUnsure: true }],
};

const read = ([parsed, heard]: Drawn, without: string[] = []) =>
  readDrawing(parsed, { templates, characterVariants }, 2022, { ...heard, without: new Set(without) }).tables;

describe('witnesses', () => {
  it('are each drawn', () => {
    expect(Object.keys(drawn)).toEqual(witnesses.map(({ name }) => name));
  });

  it.each(Object.entries(drawn))('%s: what it speaks against is less sure', (name, document) => {
    const [heard, unheard] = [read(document), read(document, [name])];
    expect(heard).not.toEqual(unheard);
  });
});
