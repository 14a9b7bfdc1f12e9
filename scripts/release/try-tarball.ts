import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';
import type { ReportRecord } from '../../src/index.js';

/** Markup, a ZIP of XML, and PDF: what is read with different packages. */
const SAMPLES = ['2023-linxi-clean-html', '2023-shizhang-docx-headings', '2022-weiqiao-pdf-libreoffice'];

const FILE_OF_SITES = 'sites: [{ id: here, name: 本机, start: ["http://127.0.0.1:1/"] }]\n';
/** `nianbao crawl` could not reach a site: a person must look. */
const MUST_LOOK = 4;

export interface Step {
  name: string;
  /** null: it went well. */
  problem: string | null;
}

/**
 * Installs a package into an empty folder, with nothing but what it depends on, and uses it there as a user would.
 * @param node the folder of the Node that everything runs with
 */
export function tryTarball(tarball: string, node: string, folder: string): Step[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const env = { ...process.env, PATH: `${node}${delimiter}${process.env.PATH}`, NODE_OPTIONS: '' };
  const run = (command: string, args: readonly string[], wanted = 0): string => {
    const ran = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8', timeout: 600_000 });
    if (ran.error) throw ran.error;
    if (ran.status !== wanted)
      throw new Error(`exit status ${ran.status}: ${ran.stderr.slice(-2000).trim()}`);
    return ran.stdout;
  };
  const nianbao = (args: readonly string[], wanted = 0): string =>
    run(join(folder, 'node_modules/.bin/nianbao'), args, wanted);
  const steps: Record<string, () => void> = {
    install: () => run('npm', ['install', '--omit=dev', tarball]),
    ...Object.fromEntries(
      SAMPLES.map((name) => [
        `convert ${name}`,
        () => {
          const file = copySample(name, folder);
          compare(JSON.parse(nianbao(['convert', file, '--quiet'])), readSample(name));
        },
      ]),
    ),
    'import nianbao': () => {
      const code = "import { convert } from 'nianbao'; if (typeof convert !== 'function') process.exit(1);";
      run('node', ['--input-type=module', '--eval', code]);
    },
    'native packages': () => {
      const code =
        "require('libsql'); require('@napi-rs/canvas').createCanvas(1, 1).getContext('2d').fillRect(0, 0, 1, 1)";
      run('node', ['--input-type=commonjs', '--eval', code]);
    },
    'crawl with a store': () => {
      writeFileSync(join(folder, 'sites.yaml'), FILE_OF_SITES);
      const args = ['crawl', 'sites.yaml', '--out', 'data', '--allow-private', '--delay', '0', '--quiet'];
      const contact = ['--contact', 'https://example.org/robot'];
      nianbao([...args, ...contact], MUST_LOOK);
      if (!readdirSync(join(folder, 'data')).includes('state.db')) throw new Error('it kept no state.db');
    },
  };
  const done: Step[] = [];
  for (const [name, work] of Object.entries(steps)) {
    try {
      work();
      done.push({ name, problem: null });
    } catch (error) {
      done.push({ name, problem: (error as Error).message });
      if (name === 'install') break;
    }
  }
  return done;
}

const sourceOf = (name: string): string => {
  const folder = resolve('samples', name);
  return join(folder, readdirSync(folder).find((file) => file.startsWith('source.'))!);
};

const copySample = (name: string, folder: string): string => {
  const source = sourceOf(name);
  const file = `${name}-${basename(source)}`;
  cpSync(source, join(folder, file));
  return file;
};

const readSample = (name: string): ReportRecord =>
  JSON.parse(readFileSync(resolve('samples', name, 'record.json'), 'utf8')) as ReportRecord;

/** The tables and the year must be those of the sample's record. */
function compare(found: ReportRecord, wanted: ReportRecord): void {
  const say = ({ year, issuer, tables }: ReportRecord): string => JSON.stringify([year, issuer, tables]);
  if (say(found) !== say(wanted)) throw new Error('its record is not that of the sample');
}
