import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from './targets.js';

/** One file to be converted, named without its suffix. */
export interface Original {
  name: string;
  bytes: Uint8Array;
}

/**
 * Converts many files in one run of LibreOffice, which takes seconds to start.
 * @throws when LibreOffice is not installed, or a file was not made
 */
export function convertWithSoffice(originals: readonly Original[], target: Target): Original[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
  try {
    const made = join(folder, 'made');
    mkdirSync(made);
    const paths = originals.map(({ name, bytes }) => {
      const path = join(folder, `${name}.${target.from}`);
      writeFileSync(path, bytes);
      return path;
    });
    const opener = target.opener === undefined ? [] : [`--infilter=${target.opener}`];
    // A profile of its own: two runs with one profile refuse each other.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [
      profile,
      '--headless',
      ...opener,
      '--convert-to',
      target.filter,
      '--outdir',
      made,
      ...paths,
    ];
    const run = spawnSync('soffice', args, { encoding: 'utf8', timeout: 900_000 });
    if (run.error) throw run.error;
    return originals.map(({ name }) => {
      const path = join(made, `${name}.${target.suffix}`);
      if (!existsSync(path)) throw new Error(`soffice did not make ${name}.${target.suffix}: ${run.stderr}`);
      return { name, bytes: new Uint8Array(readFileSync(path)) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
