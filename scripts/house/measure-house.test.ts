import { describe, expect, it } from 'vitest';
import { countLines, findExcesses, longFunctions } from './measure-house.js';

const lines = (count: number): string => '  call();\n'.repeat(count);
const longOnes = (text: string): string[] =>
  longFunctions({ path: 'a.ts', text }).map(({ at, size }) => `${at} ${size}`);

describe('longFunctions', () => {
  it('names a function by its own name, its constant or its property', () => {
    expect(longOnes(`function first() {\n${lines(69)}}\n`)).toEqual(['a.ts#first 71']);
    expect(longOnes(`const second = () => {\n${lines(70)}};\n`)).toEqual(['a.ts#second 72']);
    expect(longOnes(`run({\n  third: () => {\n${lines(70)}  },\n});\n`)).toEqual(['a.ts#third 72']);
    expect(longOnes(`run(() => {\n${lines(70)}});\n`)).toEqual(['a.ts#line 1 72']);
  });

  it('finds nothing in one of 70 lines, in a long list, or in a declaration', () => {
    expect(longOnes(`function short() {\n${lines(68)}}\n`)).toEqual([]);
    expect(longOnes(`const list = [\n${'  1,\n'.repeat(100)}];\n`)).toEqual([]);
    expect(longOnes(`declare function far(\n${'  // far\n'.repeat(100)}): void;\n`)).toEqual([]);
  });
});

describe('findExcesses', () => {
  const files = (folder: string, count: number, suffix = '.ts') =>
    Array.from({ length: count }, (_, at) => ({ path: `src/${folder}/${at}${suffix}`, text: 'x\n' }));

  it('finds full folders and long files, and leaves tests alone', () => {
    const found = findExcesses([
      ...files('full', 36),
      ...files('good', 35),
      ...files('good', 20, '.test.ts'),
      { path: 'src/long.ts', text: 'x\n'.repeat(301) },
      { path: 'src/long.test.ts', text: 'x\n'.repeat(301) },
    ]);
    expect(found).toEqual([
      { kind: 'folder', at: 'src/full', size: 36 },
      { kind: 'file', at: 'src/long.ts', size: 301 },
    ]);
  });
});

describe('countLines', () => {
  it('counts tests apart', () => {
    const files = [
      { path: 'src/a.ts', text: 'x\ny\n' },
      { path: 'src/a.test.ts', text: 'x\n' },
      { path: 'src/testing/b.ts', text: 'x\n' },
      { path: 'parsers/c.ts', text: 'x\n' },
    ];
    expect([...countLines(files)]).toEqual([
      ['src', 2],
      ['tests', 2],
      ['parsers', 1],
    ]);
  });
});
