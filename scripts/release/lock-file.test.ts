import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  allowScripts: Record<string, boolean>;
}
interface Lock {
  packages: Record<string, { resolved?: string; hasInstallScript?: true }>;
}
const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const packages = Object.entries((read('package-lock.json') as Lock).packages);

describe('package-lock.json', () => {
  it('names no download address', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
  });

  it('lets no package run a script that fetches more', () => {
    // The script of onnxruntime-node fetches libraries for graphics cards. npm 10 runs the scripts of packages that the
    // lock file marks, npm 11 those that `allowScripts` does not refuse. An update of the package brings the mark back.
    const marked = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(marked.map(([name]) => name)).toEqual(['node_modules/esbuild']);
    const refused = { esbuild: false, 'onnxruntime-node': false };
    expect((read('package.json') as Manifest).allowScripts).toEqual(refused);
  });
});
