/**
 * Makes a release: version, changelog, package, a try of the package on several Nodes, commit and tag.
 *
 *   npm run release -- minor              or patch, major, 1.2.3; asks if nothing is said
 *   npm run release -- minor --dry-run    everything but the commit and the tag; the files are as before afterwards
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { UsageError } from '../src/cli/usage-error.js';
import { version as current } from '../src/model/version.js';
import { entry, flag, runEntry, text } from './program/run-program.js';
import { withFolder } from './program/with-folder.js';
import { editVersion } from './release/edit-version.js';
import { getNode } from './release/get-node.js';
import { nextVersion } from './release/next-version.js';
import { tryTarball } from './release/try-tarball.js';
import { whyNot } from './release/why-not.js';

const askVersion = async (): Promise<string> => {
  if (!process.stdin.isTTY) throw new UsageError('name the version: patch, minor, major or x.y.z');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`The version is ${current}. Next (patch, minor, major, x.y.z)? `);
  terminal.close();
  return answer.trim();
};

const pack = (folder: string): string => {
  // The build speaks on standard output, too.
  const out = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { encoding: 'utf8' });
  const [{ filename }] = JSON.parse(out.slice(out.lastIndexOf('\n[') + 1)) as [{ filename: string }];
  return join(folder, filename);
};

/** @returns how many Nodes the package does not work on, or could not be tried on */
const tryNodes = (tarball: string, majors: readonly string[], folder: string): number => {
  let failed = 0;
  for (const major of majors) {
    const node = getNode(major, folder);
    if ('problem' in node) {
      console.log(`Node ${major}: ${node.problem}`);
      failed++;
      continue;
    }
    const steps = tryTarball(tarball, node.folder, join(folder, `try-${major}`));
    const wrong = steps.filter(({ problem }) => problem !== null);
    if (wrong.length > 0) failed++;
    const good = steps.filter(({ problem }) => problem === null).map(({ name }) => name);
    console.log(`Node ${major} (${node.version}): ${good.join(', ') || 'nothing'} went well`);
    for (const { name, problem } of wrong) console.log(`  FAULT ${name}: ${problem}`);
  }
  return failed;
};

const commitAndTag = (version: string, files: readonly string[]): void => {
  execFileSync('git', ['commit', '--quiet', '-m', `Release ${version}`, '--', ...files]);
  execFileSync('git', ['tag', '-a', `v${version}`, '-m', `nianbao ${version}`]);
  console.log(`Committed and tagged v${version}. Next: git push --follow-tags, npm publish.`);
};

const release = async (
  { dryRun: isDry, nodes }: { dryRun: boolean; nodes: string },
  [asked]: string[],
): Promise<number> => {
  const reasons = whyNot();
  for (const reason of reasons) console.log(`${isDry ? 'a real run would refuse' : 'refused'}: ${reason}`);
  if (reasons.length > 0 && !isDry) return 1;
  const version = nextVersion(current, asked ?? (await askVersion()));
  const { files, undo } = editVersion(version, new Date().toISOString().slice(0, 10));
  let isKept = false;
  try {
    return await withFolder((folder) => {
      const failed = tryNodes(pack(folder), nodes.split(','), folder);
      if (failed > 0) return 1;
      if (isDry) console.log(`${version} would be committed and tagged`);
      else commitAndTag(version, files);
      isKept = !isDry;
      return 0;
    });
  } finally {
    if (!isKept) undo();
  }
};

await runEntry(
  'release',
  entry({
    says: 'sets the version, dates the changelog, packs, tries the package on several Nodes, commits and tags',
    takes: '[version]',
    options: {
      dryRun: flag('does everything but commit and tag'),
      nodes: text('the major versions of Node that the package must work on', '20,22,24,26'),
    },
    load: async () => release,
  }),
);
