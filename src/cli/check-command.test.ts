import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { YearFinding } from '../model/year-finding.js';
import { carryRow, drawYear } from '../testing/draw-year.js';
import { type Ran, runInProcess } from '../testing/run-in-process.js';

let root: string;

const run = (args: string[], input = ''): Promise<Ran> => runInProcess(args, { cwd: root, input });

const findings = (out: string): YearFinding[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Tables 三 of two years; only the carried numbers matter in them. */
const lines = [
  drawYear({ id: 'r-a', year: 2020, applications: { carriedForward: carryRow('3! 0 0 0 0 0 3!') } }),
  drawYear({ id: 'r-b', year: 2021, applications: { carriedOver: carryRow('8?3 0 0 0 0 0 3!') } }),
].map((record) => `${JSON.stringify(record)}\n`);

const ROWS = ['规章', '行政规范性文件'];
/** A report with the first part of table 二 alone. */
const document = (year: number, inForce: number): string => `<html><body>
<h1>云岭县林业局${year}年政府信息公开工作年度报告</h1>
<h2>一、总体情况</h2><p>本局通过网站公开信息35条。</p><h2>二、主动公开政府信息情况</h2>
<table><tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
${ROWS.map((row) => `<tr><td>${row}</td><td>2</td><td>1</td><td>${inForce}</td></tr>`).join('')}</table>
<h2>五、存在的主要问题及改进情况</h2><p>人手不够，明年加强。</p></body></html>`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-check-'));
  mkdirSync(join(root, 'docs'));
  const draw = (name: string, content: string) => writeFileSync(join(root, name), content);
  draw('records.jsonl', lines.join(''));
  draw('broken.jsonl', `${lines[0]}{"no":"record"}\n${lines[1]}`);
  draw('docs/2022.html', document(2022, 20));
  draw('docs/2023.html', document(2023, 29));
  draw('docs/notes.json', '{"by": "somebody"}');
});

afterAll(() => rmSync(root, { recursive: true }));

describe('nianbao check', () => {
  it('prints findings as lines, and what was compared on standard error', async () => {
    const { status, out, err } = await run(['check', 'records.jsonl']);
    expect(status).toBe(0);
    expect(findings(out)).toMatchObject([
      {
        code: 'carry-differs',
        issuer: '某某局',
        years: [2020, 2021],
        culprit: { year: 2021, recordId: 'r-b', because: ['own-sums-suggest'] },
        suggested: { recordId: 'r-b', path: 'tables.applications.carriedOver.naturalPerson', value: 3 },
      },
    ]);
    expect(err).toMatch(/^reports +2 {3}of 1 body, 1 pair of consecutive years$/m);
    expect(err).toMatch(
      /^carry +7 {3}6 agree, 0 agree as nothing \(blank and 0\), 1 differ; 0 not comparable$/m,
    );
    expect(err).toMatch(/^findings +1 {3}1 name the likelier culprit$/m);
  });

  it('reads records from standard input, and tells a person with --text', async () => {
    const { out } = await run(['check', '-', '--text', '-q'], lines.join(''));
    expect(out).toBe(`某某局

  2020 → 2021  carry-differs
    2020 prints 3 for 四、结转下年度继续办理 · 自然人, 2021 8 for 二、上年结转政府信息公开申请数量 · 自然人: it should be one number.
      2020  3  verified  applications.carriedForward.naturalPerson  r-a.html
      2021  8  suspect   applications.carriedOver.naturalPerson     r-b.html
    + 2020: it fits the sums of its table
    - 2021: its own sums ask for 3
    - 2021: it is suspect in its own report
    → likelier wrong: 2021, which should print 3
`);
  });

  it('converts documents on the way, in folders and on standard input', async () => {
    const { status, out, err } = await run(['check', 'docs', '--jobs', '2']);
    expect(status).toBe(0);
    expect(findings(out).map(({ code, years }) => [code, ...years])).toEqual([
      ['in-force-differs', 2022, 2023],
      ['in-force-differs', 2022, 2023],
    ]);
    expect(err).toContain('skipped  docs/notes.json: data, no records\n');
    const piped = await run(['check', 'docs/2022.html', '-', '-q'], document(2023, 21));
    expect(piped).toEqual({ status: 0, out: '', err: '' });
  });

  it('names a line that is no record with its file, and goes on', async () => {
    const { status, out, err } = await run([
      'check',
      'broken.jsonl',
      'none.html',
      '-q',
      '--fail-on-findings',
    ]);
    expect(status).toBe(3);
    expect(findings(out)).toHaveLength(1);
    expect(err).toMatch(/^failed {3}broken\.jsonl:2: it is JSON, but no record \(.+\) \[not-a-record\]$/m);
    expect(err).toMatch(/^failed {3}none\.html: no such file or folder \[not-found\]$/m);
    expect((await run(['check', 'docs/notes.json'])).status).toBe(3);
  });

  it('fails on findings only when asked', async () => {
    expect((await run(['check', 'records.jsonl', '--fail-on-findings', '-q'])).status).toBe(4);
    expect((await run(['check', 'docs/2022.html', '--fail-on-findings', '-q'])).status).toBe(0);
  });

  it('ends with 2 for wrong usage', async () => {
    expect((await run(['check'])).status).toBe(2);
    expect((await run(['check', '-', '-'])).err).toContain('only once');
    expect((await run(['check', 'x', '--jobs', '0'])).err).toContain('whole number from 1 to 64');
  });
});

describe('nianbao convert --out, over several years', () => {
  it('writes the findings beside the records, and says so', async () => {
    const { out } = await run(['check', 'docs', '-q']);
    const { status, err } = await run(['convert', 'docs', '--out', 'out']);
    expect(status).toBe(0);
    expect(readFileSync(join(root, 'out/across-years.jsonl'), 'utf8')).toBe(out);
    expect(err).toMatch(/^across years +2 {3}numbers compared in 1 pair of consecutive years: 2 findings$/m);
    expect((await run(['check', 'out', '-q'])).out).toBe(out);
    const alone = await run(['convert', 'docs/2022.html', '--out', 'out']);
    expect(alone.err).not.toContain('across years');
    expect(() => readFileSync(join(root, 'out/across-years.jsonl'))).toThrow('ENOENT');
  });
});
