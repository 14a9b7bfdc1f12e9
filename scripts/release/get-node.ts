import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const platform = process.platform === 'win32' ? 'win' : process.platform;
/** The packages of npm that bring Node itself. */
const PACKAGE = `node-${platform}-${process.arch}`;

/** A Node of some major version, or why it can't be had. */
export type Got = { folder: string; version: string } | { problem: string };

/** Installs a Node of its own into a folder. @returns the folder of its program */
export function getNode(major: string, root: string): Got {
  const home = join(root, `node-${major}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const args = ['install', '--no-save', '--no-package-lock', `${PACKAGE}@${major}`];
  const { status, stderr } = spawnSync('npm', args, { cwd: home, encoding: 'utf8' });
  if (/ETARGET|E404/u.test(stderr))
    return { problem: `the registry has no ${PACKAGE}@${major}: not checked` };
  if (status !== 0) return { problem: `npm could not install ${PACKAGE}@${major}: ${stderr.trim()}` };
  const folder = join(home, 'node_modules', PACKAGE, 'bin');
  const program = join(folder, platform === 'win' ? 'node.exe' : 'node');
  if (!existsSync(program)) return { problem: `${PACKAGE}@${major} brings no program` };
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return { folder, version: stdout.trim() };
}
