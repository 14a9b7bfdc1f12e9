import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runInProcess } from '../testing/run-in-process.js';

let root: string;

const run = (args: string[], env: Record<string, string> = {}): Promise<Ran> =>
  runInProcess(args, { cwd: root, env });

const site = (id: string, more = '') =>
  `  - id: ${id}\n    name: 青岚县\n    start: [http://127.0.0.1:1/gknb/]\n${more}`;
const ME = ['--contact', 'me@example.org'];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'nianbao-acquire-'));
  const draw = (name: string, content: string) => writeFileSync(join(root, name), content);
  draw('sites.yaml', `sites:\n${site('east')}${site('west')}`);
  draw('named.yaml', `contact: nobody\nsites:\n${site('east')}`);
  draw(
    'wrong.yaml',
    `sites:\n${site('East', '    colour: red\n')}  - id: b\n    name: 甲\n    start: [ftp://x]\n`,
  );
  draw('broken.yaml', 'sites: [\n');
  draw('list.csv', 'name,url\n甲,http://127.0.0.1:1/\n');
  draw('none.csv', 'name,link\n甲,乙\n');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('fetch, crawl and nightly', () => {
  it.each([
    [['fetch'], /missing required argument 'addresses'/u],
    [['crawl'], /missing required argument 'sites.yaml'/u],
    [['crawl', 'sites.yaml'], /nobody is asked without a contact: --contact .*NIANBAO_CONTACT/u],
    [['fetch', 'http://127.0.0.1:1/'], /nobody is asked without a contact/u],
    [['nightly', 'sites.yaml', '--contact', 'me'], /--contact is "me": it must be an address of the web/u],
    [['nightly', 'sites.yaml', '--contact', 'https://me:secret@example.org/'], /--contact holds a password/u],
    [['nightly', 'sites.yaml', '--contact', '张三@example.org'], /in plain ASCII/u],
    [['crawl', 'named.yaml'], /contact: in named.yaml is "nobody"/u],
    [['crawl', 'none.yaml', ...ME], /none.yaml: no such file or folder/u],
    [['crawl', 'broken.yaml', ...ME], /broken.yaml has a mistake:\nbroken.yaml:2:1: /u],
    [['crawl', 'sites.yaml', ...ME, '--site', 'east', '--site', 'north'], /sites.yaml has no site north/u],
    [['crawl', 'sites.yaml', ...ME, '--delay', 'fast'], /number of seconds from 0 to 600/u],
    [['crawl', 'sites.yaml', ...ME, '--delay', '601'], /number of seconds from 0 to 600/u],
    [['crawl', 'sites.yaml', ...ME, '--concurrency', '0'], /whole number from 1 to 256/u],
    [['crawl', 'sites.yaml', ...ME, '--max-per-host', '-1'], /whole number from 1/u],
    [['crawl', 'sites.yaml', ...ME, '--quiet-hours', '8-18'], /quiet hours are written like 08:30-18:00/u],
    [['crawl', 'sites.yaml', ...ME, '--out', ''], /needs the name of a folder/u],
    [['crawl', 'sites.yaml', ...ME, '--out', 'list.csv'], /there is a file of that name/u],
    [['fetch', 'none.csv', ...ME], /none.csv has no column of addresses/u],
    [['fetch', 'www.example.cn', ...ME], /an address begins with http/u],
    [['fetch', '-', '-', ...ME], /only once/u],
    [['fetch', '-', ...ME], /standard input holds no/u],
  ])('%j ends with 2, and nothing is asked or written', async (args, message) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^nianbao: error: /u);
    expect(err).toMatch(message);
    expect(err).not.toContain('secret');
    expect(existsSync(join(root, 'nianbao-data'))).toBe(false);
  });

  it('tell every mistake of a file of sites at once, each with its place', async () => {
    const { status, err } = await run(['nightly', 'wrong.yaml', ...ME]);
    expect(status).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([
      'nianbao: error: wrong.yaml has 3 mistakes:',
      expect.stringMatching(/^wrong\.yaml:2:5: sites\[0\]\.id: expected lower case/u),
      expect.stringMatching(/^wrong\.yaml:5:5: sites\[0\]\.colour: no such field/u),
      expect.stringMatching(/^wrong\.yaml:8:13: sites\[1\]\.start\[0\]: expected an address/u),
    ]);
  });

  it('take the contact of the command line, then of the file, then of the environment', async () => {
    const env = { NIANBAO_CONTACT: 'somebody' };
    expect((await run(['fetch', 'list.csv'], env)).err).toContain('NIANBAO_CONTACT is "somebody"');
    expect((await run(['crawl', 'sites.yaml'], env)).err).toContain('NIANBAO_CONTACT is "somebody"');
    expect((await run(['crawl', 'named.yaml'], env)).err).toContain('contact: in named.yaml');
    expect((await run(['crawl', 'named.yaml', '--contact', 'x'], env)).err).toContain('--contact is "x"');
  });

  it.each([['fetch'], ['crawl'], ['nightly']])(
    '%s has help with examples and its exit statuses',
    async (command) => {
      const { status, out, err } = await run([command, '--help']);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toMatch(/Examples:\n {2}\$ nianbao /u);
      expect(out).toMatch(/Exit status: 0 [\s\S]+5 another run is at work/u);
    },
  );
});
