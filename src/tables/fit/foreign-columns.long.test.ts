import { describe, expect, it } from 'vitest';
import { templates } from '../../../parsers/templates/index.js';
import { convert } from '../../index.js';
import type { Cell, TableCells } from '../../model/report-record.js';
import { balancedFigures } from '../../testing/balanced-figures.js';

const spec = templates.find(({ id }) => id === 'ogi-2021')!.tables.find(({ id }) => id === 'applications')!;
const { rows, columns } = spec.groups[0]!;
const truth = balancedFigures(spec);
const FOREIGN = '境外申请人';

/** A row of the table without its label: by heading, in the order of printing. */
type Printed = [heading: string, figure: number][];
type Change = (row: Printed, at: number, i: number) => Printed;

const TITLE = '黟县2023年政府信息公开工作年度报告';
const SECTION = '三、收到和处理政府信息公开申请情况';

const carriers: Record<string, (grid: string[][]) => string> = {
  'page.html': (grid) =>
    `<html><head><meta charset="utf-8"></head><body><h1>${TITLE}</h1><p>${SECTION}</p><table>${grid
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table></body></html>`,
  'pipes.txt': (grid) => [TITLE, SECTION, ...grid.map((row) => row.join(' | '))].join('\n'),
  'tabs.txt': (grid) => [TITLE, SECTION, ...grid.map((row) => row.join('\t'))].join('\n'),
  'values.csv': (grid) => grid.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
};

const changes: Record<string, Change> = {
  'a column more': (row, at, i) => row.toSpliced(at, 0, [FOREIGN, (i % 3) + 1]),
  'a column more that counts in the total': (row, at, i) => {
    const more = (i % 3) + 1;
    const counted = row.map(([name, figure]): [string, number] => [
      name,
      name === '总计' ? figure + more : figure,
    ]);
    return counted.toSpliced(at, 0, [FOREIGN, more]);
  },
  'a column less': (row, at) => row.toSpliced(at, 1),
  'two columns in each other’s place': (row, at) => {
    const other = (at + 1) % row.length;
    return row.with(at, row[other]!).with(other, row[at]!);
  },
};

function grid(change: Change, at: number): string[][] {
  const printed = rows.map(({ id }, i) =>
    change(
      columns.map(({ label }, c): [string, number] => [label, truth[id]![c]!]),
      at,
      i,
    ),
  );
  return [
    ['项目', ...printed[0]!.map(([heading]) => heading)],
    ...printed.map((row, i) => [rows[i]!.labelPath.at(-1)!, ...row.map(([, figure]) => String(figure))]),
  ];
}

/** Cells that look sure and hold another number than the one printed under their heading. */
function silent(cells: TableCells, change: Change, at: number): string[] {
  return rows.flatMap(({ id }, i) => {
    const printed = new Map(
      change(
        columns.map(({ label }, c): [string, number] => [label, truth[id]![c]!]),
        at,
        i,
      ),
    );
    return columns.flatMap(({ id: column, label }) => {
      const cell: Cell | undefined = cells[id]?.[column];
      const isSure = cell && cell.confidence !== 'suspect' && cell.confidence !== 'missing';
      return isSure && cell.value !== (printed.get(label) ?? null) ? [`${id}.${column}: ${cell.value}`] : [];
    });
  });
}

const cases = Object.keys(changes).flatMap((name) =>
  Object.keys(carriers).map((carrier) => ({ name, carrier })),
);

describe('columns that are not the form’s', () => {
  it.each(cases)('$name, in $carrier: no number stands under another heading', async ({ name, carrier }) => {
    const change = changes[name]!;
    const last = name.startsWith('a column more') ? columns.length : columns.length - 1;
    for (let at = 0; at <= last; at++) {
      const bytes = new TextEncoder().encode(carriers[carrier]!(grid(change, at)));
      const { records } = await convert({ uri: carrier, bytes });
      const { tables, extras, issues } = records[0]!;
      expect({ at, silent: silent((tables.applications ?? {}) as TableCells, change, at) }).toEqual({
        at,
        silent: [],
      });
      if (!name.startsWith('a column more') || carrier === 'pipes.txt') continue;
      expect(extras.filter(({ cells }) => FOREIGN in cells).length).toBe(rows.length);
      expect(issues.map(({ code }) => code)).toContain('column-unknown');
    }
  });
});
