import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/model/template.js';
import { seededRandom } from '../synthesise/random.js';
import { makeReport } from '../synthesise/report.js';
import { carriersAt, damages, effectOf, identitiesOf, reportAt } from './cases.js';
import { groupOf, groups } from './groups.js';
import {
  confusedDigit,
  confusedLetter,
  doubledDigit,
  droppedDigit,
  exchangedDigits,
  lostSign,
  miscounted,
  otherDigit,
  otherDigits,
} from './misprint.js';
import { contradicted, excusesOf, readingOf } from './protection.js';
import { printedTexts, sheetOf, withoutLine } from './sheet.js';
import { sourceDamages } from './source-damages.js';

const report = makeReport(seededRandom(11), {
  form: 'ogi-2021',
  scale: 'some',
  style: { zero: '0', blankShare: 0, thousands: false, fullWidth: false },
});
const sheet = sheetOf(report, 'applications')!;
const random = () => seededRandom(5);
const damageOf = (name: string) => damages.find((damage) => damage.name === name)!;

describe('a sheet', () => {
  it('knows every figure of the form and its label', () => {
    expect(sheet.lines).toHaveLength(25);
    const { index, label } = sheet.lines[2]!;
    expect(sheet.table.rows[index]![label!]!.text).toBe('（一）予以公开');
    expect(printedTexts(sheet).get('granted.total')).toBe(report.tables.applications!.granted!.total!.text);
  });

  it('loses a row without losing the labels that reach over it', () => {
    const { index } = sheet.lines[2]!;
    const texts = withoutLine(sheet.table, index).rows.flatMap((row) => row.map(({ text }) => text));
    expect(texts).toContain('三、本年度办理结果');
    expect(texts).not.toContain('（一）予以公开');
  });
});

describe('misprints', () => {
  it('change the figure', () => {
    expect(otherDigit('12', random())).toMatch(/^(1[013-9]|[2-9]2)$/);
    expect(confusedDigit('3', random())).toBe('8');
    expect(droppedDigit('12', random())).toMatch(/^[12]$/);
    expect(doubledDigit('12', random())).toMatch(/^1(12|22)$/);
    expect(lostSign('-5', random())).toBe('5');
    expect(otherDigits(2)('12', random())).toMatch(/^[2-9][13-9]$/);
    expect(otherDigits(2)('12', random())).not.toMatch(/^1|2$/);
    expect(exchangedDigits('12', random())).toBe('21');
    expect(confusedLetter('7', random())).toBe('l');
    expect(otherDigit('１', random())).toMatch(/^[０２-９]$/);
  });

  it('find nothing where there is nothing of the kind', () => {
    expect(otherDigit('—', random())).toBeNull();
    expect(confusedDigit('25', random())).toBeNull();
    expect(droppedDigit('7', random())).toBeNull();
    expect(doubledDigit('0', random())).toBeNull();
    expect(lostSign('5', random())).toBeNull();
    expect(otherDigits(2)('7', random())).toBeNull();
    expect(exchangedDigits('10', random())).toBeNull();
    expect(exchangedDigits('77', random())).toBeNull();
    expect(confusedLetter('25', random())).toBeNull();
    expect(miscounted('6181万元', random())).toBeNull();
  });
});

describe('every damage', () => {
  it.each(damages.map(({ name }) => name))('%s is the same each time, and says what it hit', (name) => {
    const made = damageOf(name).apply(sheet, random());
    expect(damageOf(name).apply(sheet, random())).toEqual(made);
    if (!made) return;
    expect(made.hit.size).toBeGreaterThan(0);
    for (const key of [...made.hit, ...made.reads.keys()]) expect(printedTexts(sheet).has(key)).toBe(true);
    if (damageOf(name).keepsLayout) {
      expect(made.table.rows.map((row) => row.length)).toEqual(sheet.table.rows.map((row) => row.length));
    }
  });

  it.each([
    ['wrong-1', 1],
    ['wrong-2', 2],
    ['wrong-3', 3],
  ])('%s hits %i cells', (name, count) => {
    expect(damageOf(name).apply(sheet, random())!.hit.size).toBe(count);
  });
});

describe('what nobody can know', () => {
  const identities = identitiesOf(report, 'applications');
  const effect = (name: string) => effectOf(sheet, damageOf(name).apply(sheet, random())!, identities);

  it('is not a wrong digit where sums stand beside it', () => {
    expect(effect('wrong-1').excuses.size).toBe(0);
  });

  it('is a table whose labels moved together', () => {
    const { hit, excuses } = effect('labels-rotated');
    expect(new Set(excuses.keys())).toEqual(hit);
    expect(new Set(excuses.values())).toEqual(new Set(['sums-hold']));
  });

  it('is any wrong digit of table 二', () => {
    const proactive = sheetOf(report, 'proactive')!;
    const damaged = damageOf('wrong-1').apply(proactive, random())!;
    const { hit, excuses } = effectOf(proactive, damaged, identitiesOf(report, 'proactive'));
    expect([...excuses]).toEqual([...hit].map((key) => [key, 'no-sum']));
  });

  it('is a row that ends early, on paper only, and only where no sum speaks', () => {
    const damaged = damageOf('label-glued').apply(sheet, random())!;
    expect(effectOf(sheet, damaged, []).excuses.size).toBe(0);
    const { hit, excuses } = effectOf(sheet, damaged, [], { isPaper: true });
    expect(hit.size).toBeGreaterThan(0);
    expect([...excuses]).toEqual([...hit].map((key) => [key, 'paper']));
  });

  it('is a cell that reaches over two where no spans are printed, and only where no sum speaks', () => {
    const damaged = damageOf('cells-spanned').apply(sheet, random())!;
    expect(effectOf(sheet, damaged, []).excuses.size).toBe(0);
    expect(effectOf(sheet, damaged, [], { isPaper: true }).excuses.size).toBe(0);
    const { hit, excuses, reads } = effectOf(sheet, damaged, [], { covered: 'empty' });
    expect(hit.size).toBeGreaterThan(0);
    expect([...excuses]).toEqual([...hit].map((key) => [key, 'no-spans']));
    expect([...reads.values()]).toContain('blank');
    const wide = effectOf(sheet, { ...damaged, table: withoutLine(damaged.table, 4) }, [], {
      covered: 'empty',
    });
    expect(wide.excuses.size).toBe(0);
  });

  it.each([
    ['3 5 7', []],
    ['3 4 7', [['r.a', 'sums-hold']]],
    ['3 4 _ 1 _ _', [['r.a', 'sum-left-out']]],
    ['3 4 _ 1 1 2 1 1 2', [['r.a', 'sum-blank']]],
    ['3 4 7 9 1 1', [['r.a', 'other-sum-fails']]],
    ['3 4 7 0 1 1', [['r.a', 'sums-hold']]],
  ])('has its reason: %s', (drawing, reasons) => {
    const cell = (column: string) => ({ row: 'r', column });
    const sum = (id: string, [a, b, t]: string): Identity => ({
      id,
      relation: 'equals',
      parts: [cell(a!), cell(b!)],
      whole: [cell(t!)],
    });
    const texts = drawing
      .split(' ')
      .map((text, at): [string, string] => [`r.${'abtxyzuvw'[at]}`, text.replace('_', '')]);
    const found = excusesOf(
      ['r.a'],
      [sum('row/1', 'abt'), sum('row/2', 'xyz'), sum('row/3', 'uvw')],
      new Map(texts),
    );
    expect([...found]).toEqual(reasons);
  });

  it('is not a figure that is no number', () => {
    expect(contradicted([], new Map([['a.b', '1O']]))).toEqual(new Set(['a.b']));
    expect(contradicted([], new Map([['a.b', '10']])).size).toBe(0);
  });

  it.each([
    ['1,362', 1362],
    ['１２', 12],
    ['—', 'blank'],
    ['', 'blank'],
    ['减4', -4],
    ['--253', -253],
    ['1l', 'unreadable'],
  ])('reads %s', (text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });
});

describe('damages of the source', () => {
  const text = '甲 | 12 | 3 |\n乙 | 4 |  |\n';
  const region = { start: 0, end: text.length };

  it.each(sourceDamages.map(({ name }) => name))('%s keeps the figures whole', (name) => {
    const made = sourceDamages.find((damage) => damage.name === name)!.apply(text, region, random());
    if (made === null || ['line-lost', 'line-doubled'].includes(name)) return;
    expect(made).not.toBe(text);
    expect(made.match(/\d+/g)).toEqual(text.match(/\d+/g));
  });

  it('finds no tag in plain text', () => {
    expect(sourceDamages.find(({ name }) => name === 'tag-lost')!.apply(text, region, random())).toBeNull();
  });
});

describe('groups', () => {
  it('name damages that exist, each once', () => {
    const named = groups.flatMap(({ damages }) => damages ?? []).filter((name) => name !== 'none');
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((name) => !damages.some((damage) => damage.name === name))).toEqual([]);
  });

  it('leave only damages of the layout to the last', () => {
    const rest = damages.filter(({ name, keepsLayout }) => keepsLayout && groupOf(name).damages === null);
    expect(rest.map(({ name }) => name)).toEqual([]);
    expect(groupOf('cell-dropped').fault).toBe('reading');
  });
});

describe('cases', () => {
  it('are the same for the same seed', () => {
    expect(reportAt(7, 3).tables).toEqual(reportAt(7, 3).tables);
    expect(reportAt(7, 3).tables).not.toEqual(reportAt(8, 3).tables);
  });

  it('go round the carriers', () => {
    const names = ['html-clean', 'glued', 'lines'];
    expect([0, 1, 2].flatMap((index) => carriersAt(index, 1, names)).sort()).toEqual([...names].sort());
    expect(carriersAt(0, 9, names)).toHaveLength(3);
  });
});
