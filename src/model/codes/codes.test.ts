import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { issue } from '../issue.js';
import type { Field, ReportRecord } from '../report-record.js';
import { alarmCodes } from './alarm-codes.js';
import { type FailureCode, failureCodes } from './failure-codes.js';
import { fetchStates } from './fetch-states.js';
import { type Flag, flagCodes, flagEntry, isFlag } from './flag-codes.js';
import { type IssueCode, issueCodes } from './issue-codes.js';
import type { Meaning } from './meaning.js';
import { pageNotes } from './page-notes.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const lists: Record<string, Record<string, Meaning>> = {
  flags: flagCodes,
  issues: issueCodes,
  failures: failureCodes,
  states: fetchStates,
  notes: pageNotes,
  alarms: alarmCodes,
};
const names = Object.keys(lists);

/** Is the text only compared with others: `code === 'x'`, `flags.includes('x')`? */
function isCompared({ parent }: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return /^[!=]==$/u.test(parent.operatorToken.getText());
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return false;
  return ['includes', 'has', 'startsWith'].includes(parent.expression.name.text);
}

/** Every text that the source of the product gives; types see to it that a code is given only where it is listed. */
function givenTexts(): Set<string> {
  const given = new Set<string>();
  const paths = globSync(['src/**/*.ts', 'parsers/**/*.ts'], { cwd: root, ignore: '**/*.test.ts' });
  for (const path of paths.filter((each) => !/^src\/(?:model\/codes|explain|testing)\//u.test(each))) {
    const file = ts.createSourceFile(
      path,
      readFileSync(`${root}/${path}`, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && !isCompared(node)) given.add(node.text);
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) given.add(node.name.text);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return given;
}

describe('the catalogue', () => {
  it.each(names)('says in English and in Chinese what each of the %s means', (name) => {
    for (const [code, { en, zh }] of Object.entries(lists[name]!)) {
      expect(code).toMatch(/^[a-z][a-z0-9:-]+N?$/u);
      expect([code, en]).toEqual([code, expect.stringMatching(/^[^\n|]{5,}$/u)]);
      expect([code, zh]).toEqual([code, expect.stringMatching(/^[^\n|]*\p{Script=Han}[^\n|]*$/u)]);
    }
  });

  const given = givenTexts();

  it.each(names)('lists no %s that nothing raises', (name) => {
    const codes = Object.entries(lists[name]!).filter(([code]) => code !== 'rival:N');
    const idle = codes.filter(
      ([code, { reserved }]) => !reserved && !given.has(code.replace(/^fault:/u, '')),
    );
    expect(idle.map(([code]) => code)).toEqual([]);
  });
});

describe('the records of the samples', () => {
  const records = globSync('samples/*/record.json', { cwd: root, absolute: true }).map(
    (path) => JSON.parse(readFileSync(path, 'utf8')) as ReportRecord,
  );
  type Carrying = Pick<Field<unknown>, 'flags' | 'confidence' | 'raw'>;

  /** Everything with flags, and what it is. */
  function carrying(value: unknown, on: string): [string, Carrying][] {
    if (typeof value !== 'object' || value === null) return [];
    if ('flags' in value) return [[on, value as Carrying]];
    return Object.values(value).flatMap((inner) => carrying(inner, on));
  }
  const all = records.flatMap(({ tables, extras, facts, sections: _, ...header }) => [
    ...carrying([tables, extras], 'cell'),
    ...carrying(facts, 'fact'),
    ...carrying(header, 'field'),
  ]);

  it('have flags where the catalogue says, and suspect is what it calls suspect', () => {
    expect(all.length).toBeGreaterThan(1000);
    for (const [on, { flags, confidence, raw }] of all) {
      for (const flag of flags) {
        const entry = flagEntry(flag);
        expect([flag, entry?.on]).toEqual([flag, expect.arrayContaining([on])]);
        if (entry?.suspect && raw !== null) expect([flag, confidence]).toEqual([flag, 'suspect']);
      }
    }
  });

  it('have issues with the severity of their code', () => {
    const issues = records.flatMap((record) => record.issues);
    expect(issues.length).toBeGreaterThan(50);
    for (const { code, severity } of issues)
      expect([code, issueCodes[code]?.severity]).toEqual([code, expect.arrayContaining([severity])]);
  });
});

describe('types', () => {
  it('know every code that is raised, and no other', () => {
    expectTypeOf<'rival:12' | 'fault:misread' | 'ocr'>().toExtend<Flag>();
    expectTypeOf<'rival:N'>().toExtend<Flag>();
    expectTypeOf<'fault:no-such'>().not.toExtend<Flag>();
    expectTypeOf<'reviewed'>().not.toExtend<Flag | IssueCode>();
    expectTypeOf<'no-such'>().not.toExtend<Flag | IssueCode | FailureCode>();
    expectTypeOf<ReportRecord['issues'][number]['code']>().toEqualTypeOf<IssueCode>();
    expectTypeOf<Field<string>['flags']>().toEqualTypeOf<Flag[]>();
  });

  it('fix the severity of an issue', () => {
    expect(issue('table-missing', 'm', { path: 'p' })).toEqual({
      ...{ code: 'table-missing', severity: 'warning', message: 'm', path: 'p' },
    });
    expect(issue('carriers-differ', 'm', { severity: 'info' }).severity).toBe('info');
    // @ts-expect-error the code has one severity
    issue('table-missing', 'm', { severity: 'info' });
    // @ts-expect-error the code has several: which of them?
    issue('carriers-differ', 'm');
    // @ts-expect-error no such code
    expect(() => issue('tables-mising', 'm')).toThrow();
    expect(isFlag('rival:12')).toBe(true);
    expect(isFlag('table-missing')).toBe(false);
  });
});
