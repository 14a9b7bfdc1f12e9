import type { Random } from '../synthesise/random.js';
import type { SourceDamage } from './damage.js';

const flat = ['pipe', 'tab', 'markdown', 'lines', 'spaces', 'glued'];
const inLines = ['pipe', 'tab', 'markdown', 'lines', 'spaces'];

/** Places of a text that `matches` accepts, within the region. */
const placesWhere = (
  text: string,
  { start, end }: { start: number; end: number },
  matches: (at: number) => boolean,
): number[] => {
  const found: number[] = [];
  for (let at = start; at < Math.min(end, text.length); at++) if (matches(at)) found.push(at);
  return found;
};

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /[0-9０-９,.]/u.test(character);

const hitOne = (
  name: string,
  says: string,
  carriers: readonly string[],
  matches: (text: string, at: number) => boolean,
  change: (text: string, at: number, random: Random) => string,
): SourceDamage => ({
  name,
  says,
  carriers,
  apply: (text, region, random) => {
    const places = placesWhere(text, region, (at) => matches(text, at));
    return places.length === 0 ? null : change(text, random.pick(places), random);
  },
});

const without = (text: string, at: number, length = 1): string => text.slice(0, at) + text.slice(at + length);

const lineAt = (text: string, at: number): { from: number; to: number } => {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  return { from, to: next < 0 ? text.length : next + 1 };
};

/** The line holds something, so that its loss is one. */
const startsLine = (text: string, at: number): boolean =>
  (at === 0 || text[at - 1] === '\n') && text.slice(at, lineAt(text, at).to).trim() !== '';

/** Damages of the finished file. No digit changes. */
export const sourceDamages: SourceDamage[] = [
  hitOne(
    'line-broken',
    'a line break that does not belong there',
    flat,
    (text, at) => text[at] !== '\n' && !(isDigit(text[at - 1]) && isDigit(text[at])),
    (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
  ),
  hitOne(
    'line-joined',
    'two lines in one',
    inLines,
    (text, at) => text[at] === '\n',
    (text, at) => without(text, at),
  ),
  hitOne('line-lost', 'a line is gone', inLines, startsLine, (text, at) => {
    const { from, to } = lineAt(text, at);
    return without(text, from, to - from);
  }),
  hitOne('line-doubled', 'a line twice', inLines, startsLine, (text, at) => {
    const { from, to } = lineAt(text, at);
    return text.slice(0, to) + text.slice(from, to) + text.slice(to);
  }),
  hitOne(
    'separator-lost',
    'a separator of cells is gone',
    ['pipe', 'tab', 'markdown', 'spaces'],
    (text, at) => /[|\t ]/.test(text[at]!),
    (text, at) => without(text, at),
  ),
  hitOne(
    'separator-doubled',
    'a separator of cells twice',
    ['pipe', 'tab', 'markdown'],
    (text, at) => /[|\t]/.test(text[at]!),
    (text, at) => text.slice(0, at + 1) + text.slice(at),
  ),
  hitOne(
    'character-lost',
    'a character of a label is gone',
    [...flat, 'html'],
    (text, at) => /[\u4e00-\u9fff]/.test(text[at]!),
    (text, at) => without(text, at),
  ),
  hitOne(
    'tag-lost',
    'a tag of the table is gone',
    ['html'],
    (text, at) => /^<\/?(td|tr|table|tbody)[ >]/.test(text.slice(at, at + 8)),
    (text, at) => without(text, at, text.indexOf('>', at) + 1 - at),
  ),
  hitOne(
    'span-lost',
    'a cell has lost its rowspan or colspan',
    ['html'],
    (text, at) => /^ (row|col)span="/.test(text.slice(at, at + 10)),
    (text, at) => without(text, at, text.indexOf('"', at + 10) + 1 - at),
  ),
];
