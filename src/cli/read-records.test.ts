import { describe, expect, it } from 'vitest';
import { drawYear } from '../testing/draw-year.js';
import { type RecordEntry, readRecords } from './read-records.js';

const [one, two] = [drawYear({ id: 'r-1', year: 2020 }), drawYear({ id: 'r-2', year: 2021 })];

/** In pieces as a slow stream brings them. */
async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

const read = async (text: string, length = 7): Promise<(string | number)[][]> => {
  const found: RecordEntry[] = [];
  for await (const entry of readRecords(inPieces(text, length))) found.push(entry);
  return found.map((entry) => [entry.line, 'record' in entry ? entry.record.id : entry.trouble]);
};

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe('readRecords', () => {
  it.each([1, 64, 1_000_000])('reads lines and indented records, in pieces of %d', async (length) => {
    const wanted = [
      [1, 'r-1'],
      [2, 'r-2'],
    ];
    expect(await read(line(one) + line(two), length)).toEqual(wanted);
    expect(await read(`\ufeff${line(one)}\r\n${line(two).trimEnd()}`.replace('\r\n', ''), length)).toEqual(
      wanted,
    );
    const found = await read(pretty(one) + pretty(two), length);
    expect(found.map(([, id]) => id)).toEqual(['r-1', 'r-2']);
  });

  it('names the line of what is no record, and goes on', async () => {
    const cut = line(one).slice(0, 200);
    const text = `${line(one)}{"a":1}\nno JSON\n\n${cut}\n${line(two)}[1]\n`;
    const found = await read(text);
    expect(found.map(([number]) => number)).toEqual([1, 2, 3, 5, 6, 7]);
    expect(found[0]).toEqual([1, 'r-1']);
    expect(found[1]![1]).toMatch(/^it is JSON, but no record \(schemaVersion: /);
    expect(found[2]).toEqual([3, 'it is no JSON']);
    expect(found[3]).toEqual([5, 'it is no JSON']);
    expect(found[4]).toEqual([6, 'r-2']);
    expect(found[5]![1]).toMatch(/no record/);
  });

  it('names an indented record that breaks off', async () => {
    const broken = pretty(one).split('\n').slice(0, 20).join('\n');
    expect(await read(`${broken}\n${pretty(two)}`)).toEqual([
      [1, 'it is no JSON'],
      [21, 'r-2'],
    ]);
    expect(await read(broken)).toEqual([[1, 'it is no JSON']]);
    expect(await read('')).toEqual([]);
  });
});
