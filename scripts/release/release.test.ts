import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dateChangelog } from './date-changelog.js';
import { editVersion } from './edit-version.js';
import { nextVersion } from './next-version.js';
import { whyNot } from './why-not.js';

describe('nextVersion', () => {
  it.each([
    ['patch', '1.2.4'],
    ['minor', '1.3.0'],
    ['major', '2.0.0'],
    ['1.10.0', '1.10.0'],
  ])('%s of 1.2.3 is %s', (asked, next) => expect(nextVersion('1.2.3', asked)).toBe(next));

  it.each(['1.2.3', '1.2.2', '0.9.9', '1.3', 'v2.0.0', 'next', ''])('refuses %j', (asked) => {
    expect(() => nextVersion('1.2.3', asked)).toThrow();
  });
});

describe('dateChangelog', () => {
  it('puts what is unreleased under a version with its date', () => {
    const changelog = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 1.0.0 (2026-01-01)\n\n- Old.\n';
    expect(dateChangelog(changelog, '1.1.0', '2026-02-03')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 1.1.0 (2026-02-03)\n\n- New.\n\n## 1.0.0 (2026-01-01)\n\n- Old.\n',
    );
  });

  it.each([
    ['# Changelog\n\n## 1.0.0 (2026-01-01)\n\n- Old.\n', 'no section'],
    ['# Changelog\n\n## Unreleased\n\n## 1.0.0 (2026-01-01)\n', 'nothing under'],
    ['# Changelog\n\n## Unreleased\n', 'nothing under'],
  ])('refuses %j', (changelog, why) => {
    expect(() => dateChangelog(changelog, '1.1.0', '2026-02-03')).toThrow(why);
  });

  it('fits the changelog of this repository: versions have dates, the latest first', () => {
    const headings = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (.+)$/gmu)].map(
      ([, text]) => text!,
    );
    expect(headings[0]).toBe('Unreleased');
    const dates = headings.slice(1).map((text) => /^\d+\.\d+\.\d+ \((\d{4}-\d\d-\d\d)\)$/u.exec(text)?.[1]);
    expect(dates).not.toContain(undefined);
    expect([...dates].sort().reverse()).toEqual(dates);
  });
});

describe('editVersion', () => {
  it('changes the version in every file that names it, and takes it back', () => {
    const written = new Map<string, string>();
    const texts: Record<string, string> = {
      'package.json': '{\n  "name": "nianbao",\n  "version": "0.1.0"\n}\n',
      'package-lock.json':
        '{\n  "version": "0.1.0",\n  "packages": {\n    "": {\n      "name": "nianbao",\n      "version": "0.1.0"\n    },\n    "node_modules/a": {\n      "version": "0.1.0"\n    }\n  }\n}\n',
      'src/model/version.ts': "export const version = '0.1.0';\n",
      'CHANGELOG.md': '## Unreleased\n\n- New.\n',
    };
    const disk = {
      read: (file: string) => texts[file]!,
      write: (file: string, text: string) => written.set(file, text),
    };
    const { files, undo } = editVersion('0.2.0', '2026-02-03', disk);
    expect(files).toEqual(Object.keys(texts));
    expect([...written.values()].map((text) => text.split('0.2.0').length - 1)).toEqual([1, 2, 1, 1]);
    expect(written.get('package-lock.json')!.split('0.1.0')).toHaveLength(2);
    undo();
    expect(Object.fromEntries(written)).toEqual(texts);
  });

  it('refuses a file that does not name the version', () => {
    const disk = { read: () => '## Unreleased\n\n- New.\n', write: () => {} };
    expect(() => editVersion('0.2.0', '2026-02-03', disk)).toThrow('package.json');
  });
});

describe('whyNot', () => {
  /** A repository whose git says these things. */
  const repository =
    (said: Record<string, string | null>) =>
    (...args: string[]): string | null =>
      said[args[0] === 'rev-list' ? args[2]! : args[0]!] ?? null;
  const good = {
    status: '',
    'rev-parse': 'main',
    'HEAD..@{upstream}': '0',
    describe: 'v0.1.0',
    'v0.1.0..HEAD': '3',
  };

  it('has nothing against a clean main that is ahead', () => {
    expect(whyNot(repository(good))).toEqual([]);
    expect(whyNot(repository({ status: '', 'rev-parse': 'main' }))).toEqual([]);
  });

  it.each([
    [{ status: ' M src/index.ts' }, 'not committed'],
    [{ 'rev-parse': 'other' }, 'not main'],
    [{ 'HEAD..@{upstream}': '2' }, '2 commits behind'],
    [{ 'v0.1.0..HEAD': '0' }, 'since v0.1.0'],
    [{ status: null }, 'not committed'],
  ])('refuses %j', (said, why) => {
    expect(whyNot(repository({ ...good, ...said }))).toEqual([expect.stringContaining(why)]);
  });
});
