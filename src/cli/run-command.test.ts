import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportRecordSchema } from '../model/report-record.js';
import { version } from '../model/version.js';
import { drawReviewReport as report } from '../testing/draw-review-report.js';
import { type Ran, runInProcess } from '../testing/run-in-process.js';

let root: string;

const run = (args: string[], input: string | Buffer = ''): Promise<Ran> =>
  runInProcess(args, { cwd: root, input });

const records = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => reportRecordSchema.parse(JSON.parse(line)));
const uris = (out: string): string[] => records(out).map(({ source }) => source.uri);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-cli-'));
  mkdirSync(join(root, 'in/sub'), { recursive: true });
  const draw = (name: string, content: string | Buffer) => writeFileSync(join(root, name), content);
  draw('in/b.html', report('3'));
  draw('in/a.txt', '今天的天气很好，我们去了公园，看了花，也喝了茶。'.repeat(4));
  draw('in/sub/wrong.html', report('4'));
  draw('in/logo.png', 'x');
  draw('empty.html', '');
  draw('noise.pdf', Buffer.alloc(4000, 0xff));
  draw('cut.docx', Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(200, 7)]));
});

afterAll(() => rmSync(root, { recursive: true }));

describe('nianbao convert', () => {
  it('prints a record a line in the order of the inputs, and all else on standard error', async () => {
    const { status, out, err } = await run(['convert', 'in/sub/wrong.html', 'in']);
    expect(status).toBe(0);
    expect(uris(out)).toEqual(['in/sub/wrong.html', 'in/a.txt', 'in/b.html', 'in/sub/wrong.html']);
    expect(err).toContain('skipped  in/logo.png: a picture\n');
    expect(err).toMatch(/^note {5}in\/a\.txt: no report: /m);
    expect(err).toMatch(/^inputs +4$/m);
    expect(err).toMatch(/^repeated +1 {3}the same bytes/m);
    expect(err).toMatch(/^failures +0$/m);
  });

  it('reads standard input', async () => {
    const { status, out } = await run(['convert', '-', '-q'], report('3'));
    expect(status).toBe(0);
    expect(records(out)[0]).toMatchObject({ source: { uri: 'stdin' }, kind: 'annual-report' });
  });

  it('ends with 3 where inputs can not be read, names each, and converts the others', async () => {
    const bad = ['empty.html', 'noise.pdf', 'cut.docx', 'none.html', '*.none', 'in/b.html/x'];
    const { status, out, err } = await run(['convert', ...bad, 'in/b.html', '--quiet']);
    expect(status).toBe(3);
    expect(uris(out)).toEqual(['in/b.html']);
    const told = [...err.matchAll(/^failed {3}(.+?): .+ \[(.+)\]$/gm)].map(([, uri, code]) => [uri, code]);
    expect(told).toEqual([
      ['empty.html', 'empty'],
      ['noise.pdf', expect.any(String)],
      ['cut.docx', expect.any(String)],
      ['none.html', 'not-found'],
      ['*.none', 'not-found'],
      ['in/b.html/x', 'not-found'],
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    'ends with 3 for a folder that it may not open, and goes on',
    async () => {
      mkdirSync(join(root, 'closed/locked'), { recursive: true, mode: 0o755 });
      writeFileSync(join(root, 'closed/open.html'), report('3'));
      const { chmodSync } = await import('node:fs');
      chmodSync(join(root, 'closed/locked'), 0);
      const { status, out, err } = await run(['convert', 'closed']);
      chmodSync(join(root, 'closed/locked'), 0o755);
      expect(status).toBe(3);
      expect(uris(out)).toEqual(['closed/open.html']);
      expect(err).toContain(
        "failed   closed/locked: the folder can't be opened: permission denied [no-permission]",
      );
    },
  );

  it('prints indented JSON with --pretty', async () => {
    const { out } = await run(['convert', 'in/b.html', 'in/a.txt', '--pretty', '-q']);
    const parts = out.split(/^(?=\{)/m).map((part) => JSON.parse(part));
    expect(parts.map(({ source }) => source.uri)).toEqual(['in/b.html', 'in/a.txt']);
    expect(out).toContain('\n  "schemaVersion": "1.0",\n');
  });

  it('prints a line a cell with --format csv', async () => {
    const { out } = await run(['convert', 'in/b.html', '--format', 'csv', '-q']);
    const lines = out.split('\n');
    expect(lines[0]).toBe('record,issuer,year,template,table,row,column,value,raw,confidence,suggested');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^r-\w+,云岭县林业局,2022,ogi-20\d\d,review,reconsideration,total,3,3,verified,$/,
      ),
    );
  });

  it('prints the text that spans refer to with --text', async () => {
    const alone = await run(['convert', 'in/b.html', '--text', '-q']);
    const { out } = await run(['convert', 'in/b.html', '-q']);
    const { at } = records(out)[0]!.tables.review!.reconsideration!.pending!;
    expect(alone.out.slice(at!.start, at!.end)).toBe('2');
    const several = await run(['convert', 'in/a.txt', 'in/b.html', '--text', '-q']);
    expect(several.out).toMatch(/^==> in\/a\.txt <==\n今天.*\n\n==> in\/b\.html <==\n/);
    expect(several.out.endsWith(alone.out)).toBe(true);
  });

  it('puts suggestions in place only when asked', async () => {
    const review = report('').replace('<td></td>', '<td>&nbsp;</td>');
    const total = (out: string) => records(out)[0]?.tables.review?.reconsideration?.total;
    const plain = total((await run(['convert', '-', '-q'], review)).out);
    const applied = total((await run(['convert', '-', '-q', '--apply-suggestions'], review)).out);
    expect(plain).toMatchObject({ value: null, confidence: 'blank', suggested: { value: 3 } });
    expect(applied).toEqual({ ...plain, value: 3, flags: [...plain!.flags, 'repaired'] });
  });
});

describe('nianbao convert --out', () => {
  it('writes lines, a file a record, and failures only while there are any', async () => {
    const plain = await run(['convert', 'in', '-q']);
    const first = await run(['convert', 'in', 'empty.html', '--out', 'out/deep']);
    expect(first).toMatchObject({ status: 3, out: '' });
    const read = (name: string) => readFileSync(join(root, 'out/deep', name), 'utf8');
    expect(read('records.jsonl')).toBe(plain.out);
    expect(JSON.parse(read('failures.jsonl'))).toMatchObject({ uri: 'empty.html', code: 'empty' });
    const [one] = records(plain.out);
    expect(read(`records/${one!.id}.json`)).toBe(`${JSON.stringify(one, null, 2)}\n`);
    expect(readdirSync(join(root, 'out/deep/records'))).toHaveLength(3);

    const second = await run(['convert', 'in', '--out', 'out/deep', '--format', 'csv', '--jobs', '2', '-q']);
    expect(second).toEqual({ status: 0, out: '', err: '' });
    // Two of the inputs are one body's report of one year, with different numbers.
    const names = ['across-years.jsonl', 'cells.csv', 'records', 'records.jsonl'];
    expect(readdirSync(join(root, 'out/deep')).sort()).toEqual(names);
    expect(read('records.jsonl')).toBe(plain.out);
    expect(read('cells.csv')).toBe((await run(['convert', 'in', '--format', 'csv', '-q'])).out);
  });
});

describe('files of one report', () => {
  /** The page without the table, whose numbers are in a file of their own; a page of another year. */
  beforeAll(() => {
    const draw = (name: string, content: string) => writeFileSync(join(root, name), content);
    mkdirSync(join(root, 'parts'));
    draw('parts/page.html', report('3').replace(/<table>[\s\S]*<\/table>/u, '<p><img src="table.png"></p>'));
    draw('parts/table.html', `<table>${/<table>([\s\S]*<\/table>)/u.exec(report('3'))![1]}`);
    draw('other-year.html', report('3').replaceAll('2022', '2023'));
  });

  it('give one record, that names them all', async () => {
    const { status, out, err } = await run(['convert', '--together', 'parts/page.html', 'parts/table.html']);
    expect(status).toBe(0);
    const [record, ...more] = records(out);
    expect(more).toEqual([]);
    expect(record!.source.carriers!.map(({ uri }) => uri).sort()).toEqual([
      'parts/page.html',
      'parts/table.html',
    ]);
    expect(record!.year.value).toBe(2022);
    expect(record!.summary).toMatchObject({ missing: 183, verified: 15 });
    expect(err).toMatch(/^inputs +2$/m);
    expect(err).toMatch(/^records +1 {3}1 annual report$/m);
    const folder = await run(['convert', '--together', 'parts', '--jobs', '2', '-q']);
    expect(folder).toEqual({ status: 0, out, err: '' });
  });

  it('of which one can not be read, or names another year, are told', async () => {
    const { status, out, err } = await run([
      'convert',
      '--together',
      'in/b.html',
      'other-year.html',
      'none.pdf',
    ]);
    expect(status).toBe(3);
    expect(records(out).map(({ year }) => year.value)).toEqual([2022, 2023]);
    expect(err).toMatch(/^failed {3}none\.pdf: no such file or folder \[not-found\]$/m);
    expect(err).toMatch(/^warning {2}in\/b\.html: not put together with other-year\.html: it is of 2023/m);
  });

  it('are explained together: which cells stand in which of them', async () => {
    const { status, out } = await run(['explain', 'parts/page.html', 'parts/table.html']);
    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}source +\[0\] parts\/\w+\.html: html, [^\n]+\n +\[1\] parts\//mu);
    expect(out).toContain('行政复议');
  });
});

describe('nianbao explain', () => {
  it('draws the table, says which sum fails and what is suspect', async () => {
    const { status, out } = await run(['explain', 'in/sub/wrong.html']);
    expect(status).toBe(0);
    expect(out).toMatch(/^云岭县林业局2022年政府信息公开工作年度报告\n/);
    expect(out).toMatch(/行政复议 +1\?? +0\?? +0\?? +2\?? +4\?\n/);
    expect(out).toContain('✗ 行政复议: 结果维持 + 结果纠正 + 其他结果 + 尚未审结 make 3, but 总计 says 4');
    expect(out).toContain('1 failed check');
    expect(out).not.toContain('\u001b');
  });

  it('colours only when asked, where no terminal shows it', async () => {
    expect((await run(['explain', 'in/b.html', '--color'])).out).toContain('\u001b[');
    expect((await run(['explain', '-', '--no-color'], report('3'))).out).not.toContain('\u001b');
  });

  it('ends with 3 for what can not be read', async () => {
    expect(await run(['explain', 'none'])).toEqual({
      status: 3,
      out: '',
      err: 'failed   none: no such file or folder [not-found]\n',
    });
  });
});

describe('usage', () => {
  it.each([
    [['convert', '--frobnicate', 'x'], /unknown option '--frobnicate'/],
    [['convert', '--ou', 'x'], /unknown option '--ou' \(Did you mean --out\?\)/],
    [['convert'], /missing required argument 'inputs'/],
    [['convert', 'x', '--jobs', '0'], /whole number from 1 to 64/],
    [['convert', 'x', '--format', 'xml'], /Allowed choices are jsonl, csv/],
    [['convert', 'x', '--text', '--out', 'y'], /cannot be used with/],
    [['convert', 'x', '--format', 'csv', '--pretty'], /cannot be used with --pretty/],
    [['convert', '-', '-'], /only once/],
    [['convert', 'x', '--out', 'empty.html'], /there is a file of that name/],
    [['explain'], /missing required argument 'files'/],
    [['convert', 'x', 'y', '--together', '--text'], /cannot be used with/],
    [['convert', '-', '--together', '-'], /only once/],
    [['frobnicate'], /unknown command 'frobnicate'/],
  ])('%j ends with 2 and one line', async (args, message) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^nianbao: error: .*\n$/);
    expect(err).toMatch(message);
  });

  it.each([
    [['--help']],
    [['help', 'convert']],
    [['convert', '--help']],
    [['explain', '-h']],
    [['schema', '--help']],
  ])('%j prints help with an example', async (args) => {
    const { status, out, err } = await run(args);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Usage: nianbao/);
    expect(out).toMatch(/Examples:\n {2}\$ nianbao /);
  });

  it('prints version and schema', async () => {
    expect((await run(['--version'])).out).toBe(`${version}\n`);
    expect(JSON.parse((await run(['schema'])).out)).toMatchObject({ $id: 'urn:nianbao:record:1.0' });
  });
});
