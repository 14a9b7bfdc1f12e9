import type { FactFrame } from '../model/prose-words.js';
import type { Quantity } from '../words/parse-quantity.js';
import { allOfThem } from './all-of-them.js';
import { carriedOn } from './carried-on.js';
import type { ClassifyAids, Spoken } from './classify-aids.js';
import { type ClauseWords, clauseWords, saysSomething, vetoesIn } from './clause-words.js';
import { frameOf } from './frame-of.js';
import { DISPUTES, isAboutDisclosure } from './is-about-disclosure.js';
import { isExplained } from './is-explained.js';
import { isNoCount } from './is-no-count.js';
import { isOfPart } from './is-of-part.js';
import { isTold } from './is-told.js';
import type { QuantityPiece } from './quantity-pieces.js';
import { respectively } from './respectively.js';
import { partsStartAt, type Skeleton } from './skeleton.js';
import { keepChannel, namesChannel, slicesOf } from './slices-of.js';
import { subjectOf } from './subject-of.js';
import { withoutOwnName } from './without-own-name.js';
import { withoutParts } from './without-parts.js';
import { withoutToHandle } from './without-to-handle.js';
import { TO, wordsOf } from './words-of.js';

/** What the words around a quantity say it counts. */
export interface QuantityReading {
  frame: FactFrame;
  /** Index of the quantity's sign in the skeleton. */
  index: number;
  quantity: Quantity;
  /** Every word of its clause is understood, and its subject is named there. */
  isSure: boolean;
  /** It is said to be all of them. */
  isWhole: boolean;
}

interface Classified {
  readings: QuantityReading[];
  /** Indices of the quantities that are somebody else's, another time's, or something else. */
  refused: ReadonlySet<number>;
  /** The subject that was named last. */
  subject: string | null;
}

/** More requests than this that nobody says are about disclosure are an office's daily business. */
const REQUESTS_MAX = 10_000;
const FROM = /(?:由|从)(?:(?:19|20)\d\d年的?)?$/;

/** Every quantity of a sentence, classified by the words around it. */
export function classifyQuantities(
  pieces: readonly QuantityPiece[],
  skeleton: Skeleton,
  aids: ClassifyAids,
): Classified {
  const { tag } = aids;
  const refused = new Set<number>();
  const spoken = openingOf(skeleton, aids);
  const listed = respectively(pieces, tag);
  const all = pieces.flatMap((piece) => {
    const before = tag(piece.before);
    hearLeads(piece, spoken, aids);
    const said = listed.get(piece) ?? wordsOf(piece, before, tag, spoken);
    const words = said && withoutOwnName(said, aids.issuer);
    spoken.isPlanned ||= vetoesIn(before).includes('planned');
    if (words) return readPiece(piece, words, spoken, skeleton, aids, refused);
    // What nobody understands is none of the year's own all the same.
    if (spoken.isPlanned || spoken.isOfHalf || vetoesIn(before).length > 0) refused.add(piece.index);
    return [];
  });
  const { left, toHandle } = withoutToHandle(withoutParts(withoutOwnParts(all, skeleton)));
  for (const index of toHandle) refused.add(index);
  const readings = left.filter(({ index }) => !refused.has(index));
  return { readings, refused, subject: spoken.subject };
}

function readPiece(
  piece: QuantityPiece,
  words: ClauseWords,
  spoken: Spoken,
  skeleton: Skeleton,
  aids: ClassifyAids,
  refused: Set<number>,
): QuantityReading[] {
  const { tag, frames } = aids;
  const { quantity, index } = piece;
  const vetoes = [
    ...vetoesIn(tag(piece.before)),
    ...vetoesIn(tag(piece.after)).filter((name) => name === 'compared'),
    ...piece.trails
      .slice(0, 1)
      .flatMap((trail) => vetoesIn(tag(trail)).filter((name) => name === 'unrelated')),
  ];
  spoken.isVetoed = vetoes.length > 0 || (spoken.isVetoed && /^[、和及与]/.test(piece.before));
  const isTarget = spoken.origin !== null && TO.test(piece.before);
  spoken.origin = FROM.test(piece.before) && TO.test(piece.after) ? words : null;
  const said = carriedOn(piece, spoken.subject ?? aids.topic, words, tag) ? [['forward']] : null;
  const subject = said ? 'requests' : subjectOf(words, spoken, aids, skeleton, piece);
  const isSaid = subject !== null && subject === spoken.subject;
  // 举办消防安全培训12期,培训3000人次.
  const isSameMatter = spoken.isForeign && spoken.isTraining && words.subject === 'training';
  spoken.isForeign = words.isForeign || (spoken.isForeign && (words.subject === null || isSameMatter));
  spoken.isTraining ||= words.isForeign && /培训|讲座/.test(piece.before);
  if (words.subject !== null) spoken.subject = words.subject;
  // 利用网站的优势,主动公开政府信息130条: the site's, or all of them.
  const isBorrowed =
    subject === 'items' && piece.leads.some(({ text }) => namesChannel(clauseWords(tag(text))));
  const slicesRead = said ?? slicesOf(words, piece, spoken, subject, isBorrowed);
  keepChannel(words, spoken);
  if (isOfPart(words, aids)) spoken.isPart = true;
  else if (words.hasWhole) spoken.isPart = false;
  const isAnothers = spoken.isPart && subject !== 'staff';
  if (isNoCount(skeleton, piece, words)) refused.add(index);
  if (said) spoken.isForeign = false;
  if (
    spoken.origin ||
    spoken.isPlanned ||
    spoken.isOfHalf ||
    spoken.isForeign ||
    (spoken.isVetoed && !isTarget) ||
    isAnothers
  )
    refused.add(index);
  if (
    subject === 'requests' &&
    quantity.value > REQUESTS_MAX &&
    !isAboutDisclosure(subject, skeleton, aids, false)
  )
    return [];
  if (
    !subject ||
    !(said || isExplained(words, subject, slicesRead.flat())) ||
    (refused.has(index) && !isAnothers)
  )
    return [];
  const isClear =
    (words.offices.length === 0 || aids.issuer !== null) &&
    words.residue === '' &&
    !isTold(piece, tag) &&
    !words.isMixed &&
    !words.isLoose &&
    !isOutcome(words, subject, spoken, aids) &&
    isAboutDisclosure(subject, skeleton, aids, true);
  return subjectsOf(words, piece, subject).flatMap((one) =>
    [...slicesRead, ...allOfThem(piece, one, words.hasWhole, tag)].flatMap((slices, at) => {
      const frame = frameOf(frames, one, slices, quantity.unit);
      const isOther = partsStartAt(skeleton.text, index) !== null && frame?.partOf === undefined && !isSaid;
      // What another clause says of all of them is never sure.
      const isSure =
        at < slicesRead.length &&
        isClear &&
        !isBorrowed &&
        !isOther &&
        (words.isNamed || (slices.length > 0 && isSaid));
      if (!frame || (frame.slices.length === 0 && isListedPart(skeleton, piece, words, isSaid))) return [];
      return [{ frame, index, quantity, isSure, isWhole: words.hasWhole }];
    }),
  );
}

/** 答复8件,公开5件: in a run of requests, 公开 is one way in which they end. */
const isOutcome = (
  { isBare }: ClauseWords,
  subject: string,
  { subject: said }: Spoken,
  { topic }: ClassifyAids,
): boolean => subject === 'items' && isBare && (said === 'requests' || topic === 'requests');

/** 全县网站公开7210条,其中县政府门户网站3844条: a part of what was counted just before. */
function withoutOwnParts(readings: readonly QuantityReading[], { text }: Skeleton): QuantityReading[] {
  return readings.filter(({ frame, index }) => {
    const start = partsStartAt(text, index);
    const isSaid = readings.some((one) => one.frame === frame && start !== null && one.index < start);
    return !isSaid || /累计/.test(text.slice(0, start!));
  });
}

/** 其中主动公开45条: a part of something, and nobody says which. After a number of many years it is the year's. */
function isListedPart(
  { text }: Skeleton,
  { index, before }: QuantityPiece,
  { hasWhole }: ClauseWords,
  isSaid: boolean,
): boolean {
  const start = partsStartAt(text, index);
  if (start === null || hasWhole || text.startsWith('分别', start) || /累计/.test(text.slice(0, start)))
    return false;
  return isSaid || before.includes('其中');
}

/** 复议和诉讼均为0件 are two numbers, 复议、诉讼共3件 is nobody's. */
function subjectsOf({ joint }: ClauseWords, { before }: QuantityPiece, subject: string): readonly string[] {
  if (joint.length < 2 || !joint.includes(subject) || !DISPUTES.includes(subject)) return [subject];
  return /(?:均|各|都)(?:为|是|有)?$/.test(before) ? joint : [];
}

/** What a sentence in brackets goes on from. */
function openingOf({ sentence }: Skeleton, { tag }: ClassifyAids): Spoken {
  const spoken: Spoken = {
    ...{ subject: null, isForeign: false, isTraining: false, isPlanned: false, isPart: false },
    isOfHalf: false,
    head: [],
    channel: [],
    isVetoed: false,
    origin: null,
  };
  if (!sentence.aside) return spoken;
  const tail = tag(sentence.context.split(/[,;:。]/).at(-1)!);
  const words = clauseWords(tail);
  return { ...spoken, subject: words.subject, isForeign: words.isForeign };
}

function hearLeads({ leads, isFresh }: QuantityPiece, spoken: Spoken, aids: ClassifyAids): void {
  const { tag } = aids;
  if (isFresh) Object.assign(spoken, { isPart: false, head: [] });
  for (const { text, isHead } of leads) {
    const tagged = tag(text);
    const words = clauseWords(tagged);
    spoken.isPlanned ||= vetoesIn(tagged).includes('planned');
    spoken.isPart = isOfPart(words, aids);
    if (isHead) spoken.head = words.slices;
    if (isHead) spoken.isOfHalf = vetoesIn(tagged).includes('of-half-year');
    keepChannel(words, spoken);
    if (saysSomething(words)) spoken.isForeign = words.isForeign;
    if (words.subject !== null) spoken.subject = words.subject;
  }
}
