import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import type { Check, ReportRecord } from '../model/report-record.js';
import { carryRow, type DrawnYear, drawYear } from '../testing/draw-year.js';
import { openYearCheck } from './open-year-check.js';

const knowledge = loadKnowledge();

const check = (...records: ReportRecord[]) => {
  const checker = openYearCheck(knowledge);
  for (const record of records) checker.add(record);
  return checker.check();
};

const forward = (year: number, line: string, more: Partial<DrawnYear> = {}): ReportRecord =>
  drawYear({ id: `r-${year}`, year, applications: { carriedForward: carryRow(line) }, ...more });
const over = (year: number, line: string, more: Partial<DrawnYear> = {}): ReportRecord =>
  drawYear({ id: `r-${year}`, year, applications: { carriedOver: carryRow(line) }, ...more });

/** A sum of table 三 with a carried number in it. */
const sum = (id: string, left: number, right: number): Check => ({
  id: `applications/${id}`,
  status: left === right ? 'pass' : 'fail',
  left,
  right,
  cells: [],
});

describe('openYearCheck', () => {
  it('finds nothing where the carries agree, and counts them', () => {
    const result = check(forward(2020, '3! 0 _ 0 0 - 3!'), over(2021, '3! 0 0 _ _ 0 3!'));
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ reports: 2, issuers: 1, yearPairs: 1, copies: 0, leftOut: [] });
    // 3, 0 and 3 agree; blank against 0 three times; a missing cell says nothing.
    expect(result.links.carry).toEqual({ agree: 3, agreeAsNothing: 3, differ: 0, notComparable: 1 });
  });

  it('compares no blank that has no place in the source', () => {
    const { findings, links } = check(forward(2020, '. . . . . . .'), over(2021, '3! 0 0 0 0 0 3!'));
    expect(findings).toEqual([]);
    expect(links.carry).toEqual({ agree: 0, agreeAsNothing: 0, differ: 0, notComparable: 7 });
  });

  it('names no culprit where both years fit their own sums', () => {
    const { findings } = check(forward(2020, '3! 0 0 0 0 0 3!'), over(2021, '5! 0 0 0 0 0 5!'));
    expect(findings.map(({ code, severity, years, culprit }) => [code, severity, years, culprit])).toEqual([
      ['carry-differs', 'error', [2020, 2021], null],
      ['carry-differs', 'error', [2020, 2021], null],
    ]);
    expect(findings[0]!.cells).toEqual([
      {
        year: 2020,
        recordId: 'r-2020',
        uri: 'r-2020.html',
        path: 'tables.applications.carriedForward.naturalPerson',
        value: 3,
        confidence: 'verified',
      },
      {
        year: 2021,
        recordId: 'r-2021',
        uri: 'r-2021.html',
        path: 'tables.applications.carriedOver.naturalPerson',
        value: 5,
        confidence: 'verified',
      },
    ]);
    expect(findings[0]!.message).toBe(
      '2020 prints 3 for 四、结转下年度继续办理 · 自然人, 2021 5 for 二、上年结转政府信息公开申请数量 · 自然人: it should be one number.',
    );
    expect(findings[0]!.evidence.map(({ kind, speaks }) => [kind, speaks])).toEqual([
      ['own-sums-hold', 'for'],
      ['own-sums-hold', 'for'],
    ]);
  });

  const culpritOf = (...records: ReportRecord[]) => {
    const { findings } = check(...records);
    return findings.map(({ culprit, suggested }) => [
      culprit?.year ?? null,
      culprit?.because,
      suggested?.value,
    ]);
  };

  it('names the year whose own sums ask for the other number', () => {
    const found = culpritOf(forward(2020, '3! 0 0 0 0 0 3!'), over(2021, '8?3 0 0 0 0 0 3!'));
    expect(found).toEqual([[2021, ['own-sums-suggest'], 3]]);
    const blank = culpritOf(forward(2020, '_3 0 0 0 0 0 3'), over(2021, '3! 0 0 0 0 0 3!'));
    expect(blank).toEqual([[2020, ['own-sums-suggest'], 3]]);
  });

  it('names none where the sums ask for a third number, or each year for the other', () => {
    expect(culpritOf(forward(2020, '3! 0 0 0 0 0 3!'), over(2021, '8?4 0 0 0 0 0 3!'))).toEqual([
      [null, undefined, undefined],
    ]);
    expect(culpritOf(forward(2020, '3?8 0 0 0 0 0 3'), over(2021, '8?3 0 0 0 0 0 3'))).toEqual([
      [null, undefined, undefined],
    ]);
  });

  it('names none for a doubt that does not say what should stand there', () => {
    expect(culpritOf(forward(2020, '3! 0 0 0 0 0 3!'), over(2021, '8? 0 0 0 0 0 3!'))).toEqual([
      [null, undefined, undefined],
    ]);
  });

  const failing = [sum('row-total/carriedOver', 8, 3), sum('intake-balance/naturalPerson', 28, 23)];

  it('names the year whose failing sums the other number mends', () => {
    const mended = over(2021, '8? 0 0 0 0 0 3!', { checks: failing });
    expect(culpritOf(forward(2020, '3 0 0 0 0 0 3'), mended)).toEqual([[2021, ['number-mends-sums'], 3]]);
    const onlyOne = over(2021, '8? 0 0 0 0 0 _', { checks: failing.slice(0, 1) });
    expect(culpritOf(forward(2020, '3 0 0 0 0 0 _'), onlyOne)).toEqual([[null, undefined, undefined]]);
    const otherWay = over(2021, '8? 0 0 0 0 0 3!', {
      checks: [sum('row-total/carriedOver', 8, 13), sum('intake-balance/naturalPerson', 28, 33)],
    });
    expect(culpritOf(forward(2020, '3 0 0 0 0 0 3'), otherWay)).toEqual([[null, undefined, undefined]]);
    // One of its sums speaks for the printed number.
    const halfHolds = over(2021, '8 0 0 0 0 0 3!', {
      checks: [failing[0]!, sum('intake-balance/naturalPerson', 9, 9)],
    });
    expect(culpritOf(forward(2020, '3! 0 0 0 0 0 3'), halfHolds)).toEqual([[null, undefined, undefined]]);
  });

  it('names the year of which another reading, or the prose, gives the other number', () => {
    expect(culpritOf(forward(2020, '3 0 0 0 0 0 3'), over(2021, '8~3 0 0 0 0 0 3'))).toEqual([
      [2021, ['rival-agrees'], 3],
    ]);
    const prose = over(2021, '3 0 0 0 0 0 8!', { facts: { 'requests.carriedOver': 3 } });
    expect(culpritOf(forward(2020, '3 0 0 0 0 0 3!'), prose)).toEqual([[2021, ['own-prose-differs'], 3]]);
    const ownSide = over(2021, '3 0 0 0 0 0 8!', { facts: { 'requests.carriedOver': 8 } });
    expect(culpritOf(forward(2020, '3 0 0 0 0 0 3!'), ownSide)).toEqual([[null, undefined, undefined]]);
  });

  it('suggests no number where the culprit fits its own sums', () => {
    const prose = over(2021, '3 0 0 0 0 0 8!', {
      facts: { 'requests.carriedOver': 3 },
      checks: [sum('row-total/carriedOver', 8, 8)],
    });
    expect(culpritOf(forward(2020, '3 0 0 0 0 0 3!'), prose)).toEqual([
      [2021, ['own-prose-differs'], undefined],
    ]);
  });

  it('compares neighbouring years of one body only, over the change of form', () => {
    const result = check(
      forward(2019, '1 0 0 0 0 0 1'),
      over(2021, '2 0 0 0 0 0 2'),
      over(2020, '3 0 0 0 0 0 3', { id: 'r-x', issuer: '别的局' }),
      over(2020, '4 0 0 0 0 0 4', { id: 'r-y', form: 'statistics-2014' }),
    );
    expect(result.findings).toEqual([]);
    expect(result.links.carry).toMatchObject({ agree: 0, differ: 0 });
  });

  it('gives the same findings in any order, and takes the same bytes once', () => {
    const first = forward(2020, '3! 0 0 0 0 0 3!');
    const records = [
      first,
      over(2021, '8?3 0 0 0 0 0 3!'),
      over(2021, '9? 0 0 0 0 0 3!', { id: 'r-again' }),
      { ...first, source: { ...first.source, uri: 'copy.html' } },
    ];
    const straight = check(...records);
    expect(check(...records.toReversed())).toEqual(straight);
    expect(straight.findings.map(({ code, years }) => [code, ...years])).toEqual([
      ['carry-differs', 2020, 2021],
      ['carry-differs', 2020, 2021],
      ['versions-differ', 2021, 2021],
    ]);
    expect(straight.findings[0]!.cells[0]!.uri).toBe('copy.html');
  });

  it('counts a page and its attachment once, and compares with each version that differs', () => {
    const attachment = forward(2020, '3! - - 0 0 0 3!', { id: 'r-attachment' });
    expect(check(forward(2020, '3! 0 0 0 0 0 3!'), attachment)).toMatchObject({ copies: 1, findings: [] });
    const draft = forward(2020, '7 0 0 0 0 0 7', { id: 'r-draft' });
    const { findings } = check(forward(2020, '3! 0 0 0 0 0 3!'), draft, over(2021, '3! 0 0 0 0 0 3!'));
    expect(findings.map(({ code, culprit }) => [code, culprit?.recordId])).toEqual([
      ['versions-differ', undefined],
      ['carry-differs', 'r-draft'],
      ['carry-differs', 'r-draft'],
    ]);
    expect(findings[0]!.message).toBe('Two records of 2020 differ in 2 numbers.');
    expect(findings[1]!.culprit!.because).toEqual(['other-version-differs']);
  });

  it('says what it left out', () => {
    const doubted = forward(2020, '3');
    const other: ReportRecord = { ...forward(2021, '3'), kind: 'other' };
    doubted.year.confidence = 'suspect';
    expect(check(doubted, other).leftOut).toEqual([
      { recordId: 'r-2020', uri: 'r-2020.html', reason: 'year-doubtful' },
      { recordId: 'r-2021', uri: 'r-2021.html', reason: 'no-report' },
    ]);
  });
});

describe('documents in force', () => {
  const stock = (year: number, [issued, repealed, inForce]: string[], form?: string): ReportRecord =>
    drawYear({
      id: `r-${year}`,
      year,
      ...(form ? { form } : {}),
      proactive: {
        normativeDocuments: {
          issuedThisYear: issued!,
          repealedThisYear: repealed!,
          inForce: inForce!,
        },
      },
    });
  const draw = (year: number, line: string, form?: string) => stock(year, line.split(' '), form);

  it('agrees where the changes lead from one stock to the next', () => {
    const { findings, links } = check(draw(2021, '9 9 20'), draw(2022, '3 1 22'), draw(2023, '_ _ 22'));
    expect(findings).toEqual([]);
    expect(links['in-force']).toEqual({ agree: 1, agreeAsNothing: 1, differ: 0, notComparable: 2 });
  });

  it('warns, and names nobody, where they do not', () => {
    const { findings } = check(draw(2021, '9 9 20'), draw(2022, '3 1 25'));
    expect(findings).toMatchObject([
      { code: 'in-force-differs', severity: 'warning', years: [2021, 2022], culprit: null, evidence: [] },
    ]);
    expect(findings[0]!.message).toBe(
      '行政规范性文件 · 现行有效件数: 20 in 2021, and 3 more and 1 less in 2022, make 22; 2022 prints 25.',
    );
  });

  it('names the year between two balances that are out by as much in opposite directions', () => {
    const { findings } = check(draw(2021, '9 9 20'), draw(2022, '3 1 25'), draw(2023, '1 0 23'));
    expect(findings.map(({ years, culprit, suggested }) => [years, culprit?.year, suggested?.value])).toEqual(
      [
        [[2021, 2022], 2022, 22],
        [[2022, 2023], 2022, 22],
      ],
    );
  });

  it('names nobody where another number of the balances is in doubt', () => {
    const { findings } = check(draw(2021, '9 9 20?'), draw(2022, '3 1 25'), draw(2023, '1 0 23'));
    expect(findings.map(({ culprit }) => culprit)).toEqual([null, null]);
    expect(findings[0]!.evidence).toMatchObject([{ kind: 'in-doubt', year: 2021, recordId: 'r-2021' }]);
  });

  it('does not compare what the form of 2019 counts, nor a stock left blank', () => {
    const { findings, links } = check(
      draw(2020, '9 9 20', 'ogi-2019'),
      draw(2021, '3 1 25'),
      draw(2022, '3 1 _'),
    );
    expect(findings).toEqual([]);
    expect(links['in-force']).toMatchObject({ agree: 0, differ: 0, notComparable: 4 });
  });
});
