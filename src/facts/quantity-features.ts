import type { ClassifyAids } from './classify-aids.js';
import { clauseWords } from './clause-words.js';
import { factTimeOf } from './fact-time.js';
import type { QuantityPiece } from './quantity-pieces.js';
import { ANY_QUANTITY, partsStartAt, type Skeleton } from './skeleton.js';
import type { TaggedText, WordTagger } from './word-tagger.js';

/** What the features of a sentence are made of. */
interface FeatureAids extends Pick<ClassifyAids, 'tag' | 'heading' | 'topic'> {
  year: number | null;
  /** The section tells what is wanting or planned. */
  isOfProblems: boolean;
}

/** A quantity, or a clause that denies, as the model sees it. */
export interface Example {
  /** In the skeleton; `end` is behind its last sign. */
  start: number;
  end: number;
  /** The piece; null for a clause that denies. */
  piece: QuantityPiece | null;
  /** The words before it name another time than the year. */
  isOfOtherTime: boolean;
  features: string[];
}

const CONTEXT_LENGTH = 24;

/** Every quantity of a sentence with what stands around it. */
export function quantityExamples(
  pieces: readonly QuantityPiece[],
  skeleton: Skeleton,
  aids: FeatureAids,
): Example[] {
  let spoken = subjectsOf(aids.tag(skeleton.sentence.context.slice(-CONTEXT_LENGTH))).at(-1) ?? '';
  if (!skeleton.sentence.aside) spoken = '';
  return pieces.map((piece, at) => {
    for (const { text } of piece.leads) spoken = subjectsOf(aids.tag(text)).at(-1) ?? spoken;
    const features = [
      ...featuresOfPiece(piece, aids, spoken),
      ...featuresOfPlace(skeleton, piece, aids, at),
      ...(at > 0 ? tagsOf('p', pieces[at - 1]!.before, aids.tag) : ['first']),
      ...(at > 0 ? [`pu:${pieces[at - 1]!.quantity.unit}`] : []),
    ];
    spoken = subjectsOf(aids.tag(piece.before)).at(-1) ?? spoken;
    const isOfOtherTime = !features.includes('time:this-year');
    return { start: piece.index, end: piece.index + 1, piece, isOfOtherTime, features };
  });
}

function featuresOfPiece(
  piece: QuantityPiece,
  { tag, heading, topic }: FeatureAids,
  spoken: string,
): string[] {
  const { before, after, leads, trails, quantity } = piece;
  const words = clauseWords(tag(before));
  const behind = clauseWords(tag(after));
  const slices = words.slices.join('+');
  const unit = quantity.unit;
  const said = `${words.isForeign ? 'x' : (words.subject ?? '-')}|${slices}`;
  const lead = leads.at(-1)?.text ?? '';
  const leadWords = clauseWords(tag(lead));
  return [
    `u:${unit}`,
    `v:${bucketOf(quantity.value)}`,
    `j:${said}|${unit}`,
    `j:${said}`,
    `js:${spoken}|${slices}|${unit}`,
    `jss:${spoken}|${slices}`,
    `jx:${words.isForeign ? 'x' : ''}${spoken}|${behind.isForeign ? 'x' : (behind.subject ?? '')}|${unit}`,
    `jh:${heading.join('+')}|${slices}|${unit}`,
    `jt:${topic}|${slices}|${unit}`,
    `ja:${behind.subject ?? ''}|${behind.slices.join('+')}|${unit}`,
    `jl:${leadWords.isForeign ? 'x' : (leadWords.subject ?? '')}|${leadWords.slices.join('+')}|${slices}|${unit}`,
    `r:${Math.min(4, Math.ceil(words.residue.length / 2))}`,
    ...(piece.isFresh ? ['fresh'] : []),
    ...(leads.at(-1)?.isHead ? ['head'] : []),
    ...tagsOf('b', before, tag),
    ...tagsOf('a', after, tag),
    ...tagsOf('l', lead, tag),
    ...tagsOf('k', trails[0] ?? '', tag),
    ...[1, 2, 3, 4].map((length) => `b${length}:${plain(before).slice(-length)}`),
    ...[1, 2, 3].map((length) => `a${length}:${plain(after).slice(0, length)}`),
    ...pairs('B', before),
    ...pairs('A', after.slice(0, CONTEXT_LENGTH / 2)),
    ...pairs('L', lead.slice(-CONTEXT_LENGTH)),
  ];
}

function featuresOfPlace(
  skeleton: Skeleton,
  { index, before }: QuantityPiece,
  aids: FeatureAids,
  at: number,
): string[] {
  const { text, sentence } = skeleton;
  const run = text.slice(0, index);
  const time = factTimeOf({ run, year: aids.year, ofLastYear: false }, undefined);
  return [
    `time:${time}`,
    `at:${Math.min(at, 3)}`,
    ...(partsStartAt(text, index) === null ? [] : ['parts']),
    ...(before.includes('其中') ? ['among'] : []),
    ...(sentence.aside ? ['aside'] : []),
    ...(aids.isOfProblems ? ['problems'] : []),
    ...aids.heading.map((name) => `h:${name}`),
    `t:${aids.topic}`,
  ];
}

const CLAUSES = new RegExp(`[^,;:${ANY_QUANTITY}]+`, 'g');

/** A clause that denies something: 未收到传真申请. */
export function denialExamples({ text }: Skeleton, aids: FeatureAids & { denial: RegExp }): Example[] {
  const { tag, heading, topic, denial } = aids;
  let earlier = '';
  return [...text.matchAll(CLAUSES)].flatMap(({ index: start, 0: clause }) => {
    const context = earlier;
    earlier = clause;
    if (!denial.test(clause)) return [];
    const words = clauseWords(tag(clause));
    const features = [
      'denial',
      `dj:${words.subject}|${words.slices.join('+')}`,
      ...[...new Set(subjectsOf(tag(clause)))].map((name) => `ds:${name}`),
      ...words.slices.map((name) => `dsl:${name}`),
      ...(words.isForeign ? ['dx'] : []),
      ...(words.isPart ? ['dp'] : []),
      `dr:${Math.min(4, Math.ceil(words.residue.length / 2))}`,
      `dt:${topic}`,
      `dc:${clauseWords(tag(context)).subject}|${words.subject}`,
      ...heading.map((name) => `dh:${name}|${words.subject}`),
      ...pairs('D', clause),
      ...(aids.isOfProblems ? ['problems'] : []),
    ];
    return [{ start, end: start + clause.length, piece: null, isOfOtherTime: false, features }];
  });
}

const subjectsOf = ({ tags }: TaggedText): string[] =>
  tags.flatMap(({ word }) => (word.role === 'subject' ? [word.name] : []));

function tagsOf(place: string, text: string, tag: WordTagger): string[] {
  if (text === '') return [];
  const { tags } = tag(text);
  const names = tags.flatMap(({ word, text: said }) => {
    if (word.role === 'filler') return [];
    return word.role === 'foreign'
      ? [`${place}f`, `${place}f:${said}`]
      : [`${place}g:${word.role}:${word.name}`];
  });
  const last = tags.findLast(({ word }) => word.role !== 'filler');
  return last ? [...new Set(names), `${place}z:${last.word.role}:${last.word.name}`] : names;
}

const plain = (text: string): string => text.replace(/\d+/g, '0');

function pairs(place: string, text: string): string[] {
  const signs = plain(text);
  const found = new Set<string>();
  for (let at = 0; at + 2 <= signs.length; at += 1) {
    found.add(`${place}:${signs.slice(at, at + 2)}`);
    if (at + 3 <= signs.length) found.add(`${place}:${signs.slice(at, at + 3)}`);
  }
  return [...found];
}

const bucketOf = (value: number): string =>
  value === 0 ? '0' : value === 1 ? '1' : value < 10 ? '9' : String(Math.floor(Math.log10(value)));
