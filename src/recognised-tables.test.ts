import { describe, expect, it } from 'vitest';
import { characterVariants } from '../parsers/lookups/character-variants.js';
import { templates } from '../parsers/templates/index.js';
import type { Recognition } from './model/recognition.js';
import type { Cell } from './model/report-record.js';
import { drawTable } from './testing/draw-table.js';
import { readDrawing } from './testing/read-drawing.js';

/** What becomes of tables that were recognised from a picture: how sure each reading is decides beside the sums. */

const spec = templates.find((t) => t.id === 'ogi-2021')!.tables.find((t) => t.id === 'applications')!;
const { rows, columns } = spec.groups[0]!;
type Figures = Record<string, number[]>;

/** A table with few requests: one body answered `granted` of them and has no others. */
function onlyGranted(granted: number): Figures {
  const full = ['newlyReceived', 'granted', 'totalProcessed'];
  return Object.fromEntries(
    rows.map(({ id }) => [id, full.includes(id) ? [granted, 0, 0, 0, 0, 0, granted] : [0, 0, 0, 0, 0, 0, 0]]),
  );
}

const SURE: Recognition = { score: 1, rivals: [] };
const clear = (text: string): Recognition => ({ score: 0.99, rivals: [{ text, score: 0.01 }] });
const unsure = (...texts: string[]): Recognition => ({
  score: 0.8,
  rivals: texts.map((text) => ({ text, score: 0.1 })),
});

/** @param seen how the figures of a row and column were recognised; the others without a doubt */
function read(figures: Figures, seen: Record<string, Recognition>): (row: string, column: number) => Cell {
  const lines = rows.map(({ id, labelPath }) => `${labelPath.at(-1)} | ${figures[id]!.join(' | ')}`);
  const heading = `项目 | ${columns.map(({ label }) => label).join(' | ')}`;
  const parsed = drawTable([heading, ...lines].join('\n'));
  const grid = parsed.blocks[0]!;
  const placeOf = (start: number) => {
    const cell = grid.kind === 'grid' ? grid.cells.find((one) => one.start === start)! : null;
    return cell && cell.row > 0 && cell.column > 0 ? `${rows[cell.row - 1]!.id}.${cell.column - 1}` : '';
  };
  const recognition = (start: number) => seen[placeOf(start)] ?? SURE;
  const graded = readDrawing({ ...parsed, recognition }, { templates, characterVariants }, 2023);
  return (row, column) => graded.tables.applications![row]![columns[column]!.id]!;
}

const truth = onlyGranted(11);

describe('recognised tables', () => {
  it('verifies clear figures that add up, and says that they were recognised', () => {
    const cell = read(truth, {})('granted', 0);
    expect(cell).toMatchObject({ value: 11, confidence: 'verified', flags: ['ocr'] });
  });

  it('verifies an unsure figure by a sum of sure ones', () => {
    expect(read(truth, { 'granted.0': unsure('1', '17') })('granted', 0)).toMatchObject({
      value: 11,
      confidence: 'verified',
      flags: ['ocr', 'ocr-unsure', 'needs-confirmation'],
    });
  });

  it('does not verify figures that may all be misread alike, however well they add up', () => {
    const places = ['newlyReceived', 'granted', 'totalProcessed'].flatMap((row) => [`${row}.0`, `${row}.6`]);
    const at = read(onlyGranted(1), Object.fromEntries(places.map((place) => [place, unsure('11')])));
    for (const place of places) {
      const [row, column] = place.split('.');
      expect(at(row!, Number(column)), place).toMatchObject({ value: 1, confidence: 'suspect' });
    }
  });

  it('nor clear ones of which the pictures might say another number', () => {
    const places = ['newlyReceived', 'granted', 'totalProcessed'].flatMap((row) => [`${row}.0`, `${row}.6`]);
    const at = read(onlyGranted(1), Object.fromEntries(places.map((place) => [place, clear('11')])));
    expect(at('granted', 0)).toMatchObject({ value: 1, confidence: 'read' });
  });

  it('believes no poor reading', () => {
    const seen = { 'granted.0': { score: 0.4, rivals: [] } };
    expect(read(truth, seen)('granted', 0)).toMatchObject({ value: 11, confidence: 'suspect' });
  });

  it('doubts a figure whose minus sign the picture may have lost, where the form has one', () => {
    const heading = '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量';
    const drawn = [
      '第二十条第（一）项 | < | < | <',
      '信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量',
      '规章 | 0 | 0 | 0',
      '规范性文件 | 1 | 2 | 6',
      '第二十条第（五）项 | < | < | <',
      heading,
      '行政许可 | 12 | 45 | 3',
      '其他对外管理服务事项 | 8 | 0 | 7',
      '第二十条第（六）项 | < | < | <',
      heading,
      '行政处罚 | 9 | 0 | 5',
      '行政强制 | 4 | 0 | 10',
    ].join('\n');
    const parsed = drawTable(drawn);
    const readings: Record<string, Recognition> = {
      '12': { score: 1, rivals: [{ text: '-12', score: 0.01 }] },
      '45': { score: 1, rivals: [{ text: '-45', score: 0.01 }] },
    };
    const recognition = (start: number, end: number) => readings[parsed.text.slice(start, end)] ?? SURE;
    const graded = readDrawing({ ...parsed, recognition }, { templates, characterVariants }, 2019);
    const cells = Object.values(graded.tables.proactive!).flatMap((row) => Object.values(row));
    const confidenceOf = (value: number) => cells.find((cell) => cell.value === value)?.confidence;
    expect([12, 45, 3].map(confidenceOf)).toEqual(['read', 'suspect', 'read']);
  });

  it('believes nothing of a recognised table whose figures stand in another order than the form has', () => {
    const lines = rows.map(({ labelPath, id }) => `${labelPath.at(-1)} | ${truth[id]!.join(' | ')}`);
    const names = columns.map(({ label }) => label);
    const turned = [names[1]!, names[0]!, ...names.slice(2)];
    const parsed = drawTable([`项目 | ${turned.join(' | ')}`, ...lines].join('\n'));
    const read = (recognition: () => Recognition | null) =>
      readDrawing({ ...parsed, recognition }, { templates, characterVariants }, 2023).tables.applications!;
    const suspects = (tables: ReturnType<typeof read>) =>
      Object.values(tables)
        .flatMap((row) => Object.values(row))
        .filter(({ confidence }) => confidence === 'suspect').length;
    expect(suspects(read(() => SURE))).toBe(rows.length * columns.length);
    expect(suspects(read(() => null))).toBeLessThan(rows.length * columns.length);
  });

  it('suggests the reading with which the sums hold, and names the fault', () => {
    const figures = { ...truth, granted: [1, 0, 0, 0, 0, 0, 11] };
    const cell = read(figures, { 'granted.0': unsure('11') })('granted', 0);
    expect(cell).toMatchObject({ value: 1, confidence: 'suspect', suggested: { value: 11 } });
    expect(cell.flags).toContain('fault:misread');
  });

  it('where one sum fails, lets the pictures say which of its cells is wrong', () => {
    const results = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
    const spread = ' | <'.repeat(4);
    const drawn = [
      `行政复议${spread} | 行政诉讼${spread}${spread} | <`,
      `${results} | 未经复议直接起诉${spread} | 复议后起诉${spread}`,
      `${'^ | '.repeat(5)}${results} | ${results}`,
      '3 | 1 | 0 | 0 | 10 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0',
    ].join('\n');
    const parsed = drawTable(drawn);
    const grid = parsed.blocks[0]!;
    const three = grid.kind === 'grid' ? grid.cells.find(({ text }) => text === '3')!.start : -1;
    const recognition = (start: number) => (start === three ? unsure('9') : SURE);
    const graded = readDrawing({ ...parsed, recognition }, { templates, characterVariants }, 2023);
    const cells = Object.values(graded.tables.review ?? {}).flatMap((row) => Object.values(row));
    expect(cells.find(({ raw }) => raw === '3')).toMatchObject({
      confidence: 'suspect',
      suggested: { value: 9 },
    });
  });
});
