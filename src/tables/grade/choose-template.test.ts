import { describe, expect, it } from 'vitest';
import type { Template } from '../../model/template.js';
import { chooseTemplate } from './choose-template.js';
import type { GradedTables } from './grade-tables.js';

const form = (id: string, first: number | null, last: number | null, hasTables = true): Template => ({
  id,
  reportYears: [first, last],
  issuedBy: null,
  tables: hasTables ? [{} as Template['tables'][number]] : [],
});
const prose = form('prose', 2000, 2010, false);
const old = form('old', 2005, 2010);
const current = form('current', 2011, null);
const all = [prose, old, current];
const found = (template: Template | null, ...codes: string[]) =>
  ({
    template,
    issues: codes.map((code) => ({ code, severity: 'info', message: '' })),
  }) as unknown as GradedTables;
const choose = (template: Template | null, year: number | null, ...codes: string[]) => {
  const { value, issues } = chooseTemplate(found(template, ...codes), year, all);
  return [value, ...issues.map((issue) => `${issue.severity} ${issue.code}`)];
};

describe('chooseTemplate', () => {
  it('takes the form of the tables', () => {
    expect(choose(current, 2015)).toEqual(['current']);
    expect(choose(old, 2005)).toEqual(['old']);
    expect(choose(old, null)).toEqual(['old']);
  });

  it('believes the tables over the year, and says so', () => {
    expect(choose(old, 2015)).toEqual(['old', 'info form-year-conflict']);
    expect(choose(current, 2010)).toEqual(['current', 'info form-year-conflict']);
  });

  it('asks no year of a provincial cousin', () => {
    expect(choose(old, 2003, 'provincial-form')).toEqual(['old']);
  });

  it('takes a report without tables for free prose, while that was allowed', () => {
    expect(choose(null, 2009)).toEqual(['prose']);
    expect(choose(null, null)).toEqual(['prose']);
  });

  it('misses the tables of a later report', () => {
    expect(choose(null, 2015)).toEqual([null, 'warning tables-missing']);
  });
});
