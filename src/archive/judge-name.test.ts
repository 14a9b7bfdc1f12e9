import { describe, expect, it } from 'vitest';
import { formats } from '../../parsers/formats/index.js';
import { judgeName, leftOutReason } from './judge-name.js';

describe('judgeName', () => {
  it.each(['a.html', 'A.HTM', '年报.docx', 'b.wps', 'c.pdf', 'd.md', 'page.shtml?id=3'])(
    '%s claims to be a document',
    (name) => expect(judgeName(name, formats)).toEqual({ kind: 'document' }),
  );

  it.each([
    ['logo.PNG', 'a picture'],
    ['style.css?v=2', 'a style sheet'],
    ['app.min.js', 'a script'],
    ['cells.parquet', 'data, no document'],
    ['all.tar.gz', 'an archive'],
    ['.html', 'hidden'],
    ['~$report.docx', 'a lock file of an office program'],
    ['Thumbs.db', 'a file of the operating system'],
  ])('%s is %s', (name, reason) => expect(judgeName(name, formats)).toEqual({ kind: 'skipped', reason }));

  it.each(['content_123', 'index.jsp', 'report.2023', 'a.css.aspx', 'html'])('%s may be anything', (name) =>
    expect(judgeName(name, formats)).toEqual({ kind: 'unknown' }),
  );

  it('leaves folders out only where they are hidden or belong to the system', () => {
    expect(leftOutReason('.git')).toBe('hidden');
    expect(leftOutReason('__MACOSX')).toBe('a file of the operating system');
    expect(leftOutReason('2019.zip')).toBeNull();
  });
});
