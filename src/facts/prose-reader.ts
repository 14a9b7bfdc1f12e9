import type { ProseKnowledge } from '../model/prose-words.js';
import type { RuleNames } from '../model/rule.js';
import { classifyDenials, type Denial } from './classify-denials.js';
import { classifyQuantities, type QuantityReading } from './classify-quantities.js';
import { factTimeOf } from './fact-time.js';
import type { FactCandidate } from './match-pattern.js';
import { denialExamples, type Example, quantityExamples } from './quantity-features.js';
import { quantityPieces } from './quantity-pieces.js';
import { isQuantity, placeOf, type Skeleton, skeletonOf } from './skeleton.js';
import type { FactSentence } from './split-sentences.js';
import { wordTagger } from './word-tagger.js';

/** What the words of a sentence say. */
export interface WordsOfSentence {
  found: readonly FactCandidate[];
  /** Where quantities stand that are none of the body's own, of the year. */
  refused: ReadonlySet<number>;
  /** What the model is asked about. */
  skeleton: Skeleton;
  examples: readonly Example[];
}

const NO_DENIALS = { denials: [], refused: [] };
/** A heading is shorter than this and holds no quantity. */
const HEADING_LENGTH_MAX = 42;
/** A section of the first rank ends what the heading of the one before said; 其他情况 names nothing. */
const SECTION = /^[一二三四五六七八九十]{1,3}、/;

/**
 * Reads the sentences of a document one by one, and remembers under which heading they stand: in a section on requests,
 * 当面3件 is a number of requests.
 */
export function proseReader(
  { words, frames, denial: denialWords }: ProseKnowledge,
  { year, issuer }: { year: number | null; issuer?: string | null },
  without: RuleNames | undefined,
): (sentence: FactSentence) => WordsOfSentence {
  const tag = wordTagger(words);
  const denial = new RegExp(denialWords);
  let heading: string[] = [];
  let topic: string | null = null;
  let wasQuestion = false;
  let isOfProblems = false;
  return (sentence) => {
    const skeleton = skeletonOf({ ...sentence, text: plainSigns(sentence.text) }, true);
    if (skeleton.quantities.length === 0 && sentence.text.length <= HEADING_LENGTH_MAX) {
      const named = tag(sentence.text).tags.flatMap(({ word }) =>
        word.role === 'subject' ? [word.name] : [],
      );
      const isSection = SECTION.test(sentence.text);
      if (isSection || named.length > 0) isOfProblems = isSection && PROBLEMS.test(sentence.text);
      if (named.length > 0 || isSection || sentence.isQuestion) {
        heading = [...new Set(wasQuestion ? [...heading, ...named] : named)];
        topic = null;
      }
    }
    wasQuestion = sentence.isQuestion;
    if (sentence.isQuestion) return { found: [], refused: new Set(), skeleton, examples: [] };
    const aids = { tag, frames, heading, topic, denial, issuer: issuer ?? null };
    const featureAids = { ...aids, year, isOfProblems };
    const pieces = quantityPieces(skeleton);
    const examples = [
      ...quantityExamples(pieces, skeleton, featureAids),
      ...(sentence.aside ? [] : denialExamples(skeleton, featureAids)),
    ];
    const { readings, refused, subject } = isBehindTitle(sentence)
      ? noneOf(skeleton)
      : classifyQuantities(pieces, skeleton, aids);
    if (!sentence.aside) topic = subject ?? topic;
    const counted = readings
      .filter((reading) => isOfYear(reading, skeleton, year, without))
      .map((reading) => (isOfProblems ? { ...reading, isSure: false } : reading))
      .map((reading) => candidateOf(reading, skeleton));
    const { denials, refused: others } = sentence.aside ? NO_DENIALS : classifyDenials(skeleton, aids);
    const denied = denials
      .filter((one) => isOfYear({ ...one, index: one.end }, skeleton, year, without))
      .map((one) => zeroOf(one, skeleton));
    return {
      skeleton,
      examples,
      found: [...counted, ...denied],
      refused: new Set([...refused, ...others].map((index) => placeOf(skeleton, index, index + 1).start)),
    };
  };
}

/** What a body finds wanting, or means to do, counts examples and plans. */
const PROBLEMS = /问题|不足|打算|改进|下一步|下步|努力方向|困难|展望/;

/** 相关阅读:某局年度报告(公开1024条): the numbers of a link. */
const isBehindTitle = ({ aside, context }: FactSentence): boolean =>
  aside && /(?:年度报告|年报|工作报告)$/.test(context);

const noneOf = ({ text }: Skeleton) => ({
  readings: [],
  refused: [...text].flatMap((sign, index) => (isQuantity(sign) ? [index] : [])),
  subject: null,
});

/** 二〇一〇年: a year, sign by sign. */
const NUMERAL_YEAR = /(?:二[〇○零0OoО]|一九)[〇○零0OoО一二三四五六七八九]{2}(?=年)/g;
const YEAR_DIGITS: ReadonlyMap<string, string> = new Map([
  ...[...'〇○零0OoО'].map((sign) => [sign, '0'] as const),
  ...[...'一二三四五六七八九'].map((sign, index) => [sign, String(index + 1)] as const),
]);

/** 未发生一起诉讼, 无一件申请 count nothing. */
const NOT_ONE =
  /(?:没有|无|未)(?:(?:收到|发生|接到|出现|因|引发|产生|受理|收取|有)[^,;:]{0,14}?)?一(?:件|起|例|宗|次|人|条)(?![以半])/g;

/** Strokes and bullets part what they stand between. */
const plainSigns = (text: string): string =>
  text
    .replace(NOT_ONE, (said) => `${said.slice(0, -2)}任何`)
    .replace(NUMERAL_YEAR, (year) => [...year].map((sign) => YEAR_DIGITS.get(sign) ?? sign).join(''))
    .replace(/(?<=[\p{Script=Han}"”)])\/(?=[\p{Script=Han}\d"“])/gu, ':')
    .replace(/[◇◆●○■□▲△★☆▶►◎•|]/gu, ',')
    .replace(/(?<=[\p{Script=Han})])\.(?=[\p{Script=Han}(]|$)/gu, ';');

/** What goes on into another year, or comes from it, names that year. */
const ACROSS_YEARS = new Set(['requests.carriedOver', 'requests.carriedForward']);

const ANY_YEAR = /(?:19|20)\d\d年度?/g;
/** A year that a number is only compared with. */
const OTHER_YEAR = /(?:比|较|与|由|从|加上|包括|连同|含)(?:19|20)\d\d年度?|(?:19|20)\d\d年度?的?(?=转|结转)/g;

function isOfYear(
  { frame, index }: Pick<QuantityReading, 'frame' | 'index'>,
  { sentence, text }: Skeleton,
  year: number | null,
  without: RuleNames | undefined,
): boolean {
  const ofLastYear = ACROSS_YEARS.has(frame.id);
  // (新收176件) behind the title of another year's report is of that year.
  const before = sentence.aside ? sentence.context.split(/[,;:。]/).at(-1)! : '';
  const run = `${before}${text.slice(0, index)}`.replace(ofLastYear ? ANY_YEAR : OTHER_YEAR, '');
  return factTimeOf({ run, year, ofLastYear }, without) === 'this-year';
}

function candidateOf({ frame, index, quantity, isSure }: QuantityReading, skeleton: Skeleton): FactCandidate {
  const { value, unit, flags } = quantity;
  const isRead = isSure && quantity.confidence === 'read';
  return {
    fact: {
      ...{ id: frame.id, label: frame.label, value, unit: unit === '' ? null : unit, raw: '' },
      ...{ confidence: isRead ? 'read' : 'suspect', flags: isSure ? flags : [...flags, 'scope-unclear'] },
      at: null,
    },
    place: placeOf(skeleton, index, index + 1),
    index,
    quantity: skeleton.quantities.indexOf(quantity),
    partOf: frame.partOf ?? null,
    weaker: !isSure,
  };
}

function zeroOf({ frame, start, end, isSure }: Denial, skeleton: Skeleton): FactCandidate {
  return {
    fact: {
      ...{
        id: frame.id,
        label: frame.label,
        value: 0,
        unit: frame.units.includes('CNY') ? 'CNY' : null,
        raw: '',
      },
      ...{
        confidence: isSure ? 'read' : 'suspect',
        flags: isSure ? ['stated-none'] : ['stated-none', 'scope-unclear'],
      },
      at: null,
    },
    place: placeOf(skeleton, start, end),
    ...{ index: -1, quantity: -1, partOf: null, weaker: !isSure },
  };
}
