import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../../src/testing/run-in-process.js';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-units-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string): string => readFileSync(join(docs, name), 'utf8');
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('what cron and systemd are told to run', () => {
  it.each([
    ['the service', /^ExecStart=\S+ (?<args>nightly .+)$/mu, 'systemd/nianbao-nightly.service'],
    ['the crontab', /^0 19 \* \* \* nianbao (?<args>nightly .+?) 2>>/mu, 'nightly.md'],
  ])('is a command that is understood: %s', async (_where, pattern, name) => {
    const args = pattern.exec(read(name))!.groups!.args!.split(' ');
    const missing = join(folder, 'none.yaml');
    const here = args.map((word) => (word.endsWith('.yaml') ? missing : word.replace('/var/lib', folder)));
    const { status, out, err } = await runInProcess(here);
    // All options are right, and only the file of sites is not there.
    expect({ status, out, err }).toEqual({
      ...{ status: 2, out: '' },
      err: `nianbao: error: ${missing}: no such file or folder\n`,
    });
  });

  // systemd itself reads the units where it is.
  it.skipIf(!hasSystemd)('is in units that systemd understands', () => {
    cpSync(join(docs, 'systemd'), folder, { recursive: true });
    const service = join(folder, 'nianbao-nightly.service');
    writeFileSync(service, readFileSync(service, 'utf8').replace(/^(ExecStart=)\S+/mu, '$1/bin/true'));
    const units = ['nightly.service', 'nightly.timer', 'alarm.service'].map((name) =>
      join(folder, `nianbao-${name}`),
    );
    expect(execFileSync('systemd-analyze', ['verify', ...units], { encoding: 'utf8', stdio: 'pipe' })).toBe(
      '',
    );
    const night = /^OnCalendar=(.+)$/mu.exec(read('systemd/nianbao-nightly.timer'))![1]!;
    expect(execFileSync('systemd-analyze', ['calendar', night], { encoding: 'utf8' })).toContain(
      'Asia/Shanghai',
    );
  });
});
