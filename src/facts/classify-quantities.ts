import type { FactFrame } from '../model/prose-words.js';
import type { Quantity } from '../words/parse-quantity.js';
import { allOfThem } from './all-of-them.js';
import { type ClauseWords, clauseWords, saysSomething, vetoesIn } from './clause-words.js';
import { frameOf } from './frame-of.js';
import { type QuantityPiece, quantityPieces } from './quantity-pieces.js';
import { respectively } from './respectively.js';
import { partsStartAt, type Skeleton } from './skeleton.js';
import { withoutParts } from './without-parts.js';
import { withoutToHandle } from './without-to-handle.js';
import type { TaggedText, WordTagger } from './word-tagger.js';

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

export interface ClassifyAids {
  tag: WordTagger;
  frames: readonly FactFrame[];
  /** Subjects of the nearest heading. */
  heading: readonly string[];
  /** The subject of the sentences before, under the same heading. */
  topic: string | null;
  /** The body that reports, where it is known. */
  issuer: string | null;
}

/** What the sentence has said before a quantity. */
interface Spoken {
  subject: string | null;
  isForeign: boolean;
  /** Something foreign was a training. */
  isTraining: boolean;
  isPlanned: boolean;
  /** The clauses before speak of somebody below the body. */
  isPart: boolean;
  /** Slices of the head of a list: 公报公开:上半年8条,全年20条. */
  head: readonly string[];
  /** The carrier of information that was named last. */
  channel: readonly string[];
  /** The quantity before was none of the year's own. */
  isVetoed: boolean;
  /** The words of the quantity before: of 由5件, for 增加到8件. */
  origin: ClauseWords | null;
}

const FROM = /(?:由|从)(?:(?:19|20)\d\d年的?)?$/;
const TO = /^(?:增加|减少|上升|下降|提高|扩大|增长|增|减|升|降)(?:到|至|为)(?:(?:19|20)\d\d年的?)?$/;

/** Every quantity of a sentence, classified by the words around it. */
export function classifyQuantities(skeleton: Skeleton, aids: ClassifyAids): Classified {
  const { tag } = aids;
  const refused = new Set<number>();
  const pieces = quantityPieces(skeleton);
  const spoken = openingOf(skeleton, aids);
  const listed = respectively(pieces, tag);
  const all = pieces.flatMap((piece) => {
    const before = tag(piece.before);
    hearLeads(piece, spoken, aids);
    const said = listed.get(piece) ?? wordsOf(piece, before, tag, spoken);
    const words = said && withoutOwnName(said, aids.issuer);
    spoken.isPlanned ||= vetoesIn(before).includes('planned');
    return words ? readPiece(piece, words, spoken, skeleton, aids, refused) : [];
  });
  const { left, toHandle } = withoutToHandle(withoutParts(all));
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
  // 行政诉讼无一例.
  if (quantity.value === 1 && /(?:无|没有|未发生|未收到)$/.test(piece.before)) refused.add(index);
  const isAnothers = spoken.isPart && subject !== 'staff';
  // 四个所各2人: nobody says how many in all.
  if (
    /各(?:自|设|配|有|派|指定)*$/.test(piece.before) &&
    words.slices.length <= 1 &&
    skeleton.quantities.length > 1
  )
    refused.add(index);
  if (isGross(skeleton, piece) || countsOffices(piece) || isOfAllYears(skeleton, piece)) refused.add(index);
  if (said) spoken.isForeign = false;
  if (spoken.origin || spoken.isPlanned || spoken.isForeign || (spoken.isVetoed && !isTarget) || isAnothers)
    refused.add(index);
  if (subject === 'requests' && !isAboutDisclosure(subject, skeleton, aids)) return [];
  if (!subject || !isExplained(words, subject, slicesRead.flat()) || (refused.has(index) && !isAnothers))
    return [];
  const isClear =
    (words.offices.length === 0 || aids.issuer !== null) &&
    words.residue === '' &&
    !isTold(piece, tag) &&
    !words.isMixed &&
    !words.isLoose &&
    isAboutDisclosure(subject, skeleton, aids);
  return subjectsOf(words, piece, subject).flatMap((one) =>
    [...slicesRead, ...allOfThem(piece, one, words.hasWhole, tag)].flatMap((slices) => {
      const frame = frameOf(frames, one, slices, quantity.unit);
      const isOther = partsStartAt(skeleton.text, index) !== null && frame?.partOf === undefined && !isSaid;
      const isSure = isClear && !isBorrowed && !isOther && (words.isNamed || (slices.length > 0 && isSaid));
      if (!frame || (frame.slices.length === 0 && isListedPart(skeleton, piece, words, isSaid))) return [];
      return [{ frame, index, quantity, isSure, isWhole: words.hasWhole }];
    }),
  );
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

/** 余下一件因需征求意见,转入下一年办理: the clause behind says where it went. */
const carriedOn = (
  { trails }: QuantityPiece,
  topic: string | null,
  { subject, isNamed }: ClauseWords,
  tag: WordTagger,
): boolean =>
  !isNamed &&
  (subject ?? topic) === 'requests' &&
  trails.some((trail) => clauseWords(tag(trail)).slices.includes('forward') && !/没有|无|未/.test(trail));

/** 公开991条,去掉重复的209条: not yet what is counted. */
const isGross = ({ text }: Skeleton, { index, before }: QuantityPiece): boolean =>
  /^[,;、(]?再?(?:去掉|去除|剔除|扣除|减去|刨去|刨除|除去)/.test(text.slice(index + 1)) ||
  /^[,;、(]?再?(?:去掉|去除|剔除|扣除|减去|刨去|刨除|除去)/.test(before);

/** 办完的里面有2件是延期的: of some of them. */
const isTold = ({ after }: QuantityPiece, tag: WordTagger): boolean =>
  /^(?:是|为|属|系|因|由于|经)/.test(after) &&
  clauseWords(tag(after)).slices.some((slice) => UNASKED.has(slice));
const UNASKED = new Set(['late', 'outcome']);

/** 累计公开1.2万条,其中当年新增2200条: the year's own number follows. */
const isOfAllYears = ({ text }: Skeleton, { index, before }: QuantityPiece): boolean =>
  /累计|截[至止]|以来/.test(before) && OWN_FOLLOWS.test(text.slice(index + 1));
const OWN_FOLLOWS =
  /^[^;]{0,20}?(?:其中,?|[,(])(?:当年|本年度?|今年|全年|年内|(?:19|20)\d\d年度?)(?:新增|增加|新公开|公开|发布|新发布|接待)/;

/** 四个国土所, 14个乡镇. */
const countsOffices = ({ quantity, after }: QuantityPiece): boolean =>
  /^[个家处]$/.test(quantity.unit) && OFFICES.test(after);
const OFFICES =
  /^\p{Script=Han}{0,6}?(?:所|站|分?局|村|社区|乡镇|镇街|街道|单位|部门|科室|股室|处室|中队|大队|县区|区县|县|学校|医院)/u;

/** The body's own name says nothing more: 市交通运输局通过门户网站公开. */
function withoutOwnName(words: ClauseWords, issuer: string | null): ClauseWords {
  const { residue } = words;
  if (issuer === null || residue.length < 2) return words;
  for (let length = Math.min(residue.length, issuer.length); length >= 2; length -= 1) {
    for (let start = 0; start + length <= residue.length; start += 1) {
      if (!issuer.includes(residue.slice(start, start + length))) continue;
      return { ...words, residue: residue.slice(0, start) + residue.slice(start + length) };
    }
  }
  return words;
}

/** 复议和诉讼均为0件 are two numbers, 复议、诉讼共3件 is nobody's. */
function subjectsOf({ joint }: ClauseWords, { before }: QuantityPiece, subject: string): readonly string[] {
  if (joint.length < 2 || !joint.includes(subject) || !DISPUTES.includes(subject)) return [subject];
  return /(?:均|各|都)(?:为|是|有)?$/.test(before) ? joint : [];
}

const DISPUTES = ['reconsiderations', 'litigations', 'complaints'];
const ABOUT = /公开|依申请/;

/** Requests and disputes are an agency's daily business: somebody must say that they are about disclosure. */
function isAboutDisclosure(
  subject: string,
  { sentence, text }: Skeleton,
  { heading, topic }: ClassifyAids,
): boolean {
  if (subject !== 'requests' && !DISPUTES.includes(subject)) return true;
  return heading.length > 0 || topic === 'requests' || ABOUT.test(sentence.context + text);
}

/** What a sentence in brackets goes on from. */
function openingOf({ sentence }: Skeleton, { tag }: ClassifyAids): Spoken {
  const spoken: Spoken = {
    ...{ subject: null, isForeign: false, isTraining: false, isPlanned: false, isPart: false },
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

/** Somebody below the body, or an office that is not the body itself. */
const isOfPart = ({ isPart, offices }: ClauseWords, { issuer }: ClassifyAids): boolean =>
  isPart || (issuer !== null && offices.some((office) => !isOwnOffice(office, issuer)));
const isOwnOffice = (office: string, issuer: string): boolean =>
  office.endsWith('机关') && office.length === 3
    ? issuer.endsWith(office[0]!)
    : office.length === 2
      ? new RegExp(`${office[0]}[^县区]*(?<!分)${office[1]}$`).test(issuer)
      : issuer.includes(office.slice(-OFFICE_LENGTH));
/** 县政府办公室 in the report of 某县人民政府办公室. */
const OFFICE_LENGTH = 3;

function hearLeads({ leads, isFresh }: QuantityPiece, spoken: Spoken, aids: ClassifyAids): void {
  const { tag } = aids;
  if (isFresh) Object.assign(spoken, { isPart: false, head: [] });
  for (const { text, isHead } of leads) {
    const tagged = tag(text);
    const words = clauseWords(tagged);
    spoken.isPlanned ||= vetoesIn(tagged).includes('planned');
    spoken.isPart = isOfPart(words, aids);
    if (isHead) spoken.head = words.slices;
    keepChannel(words, spoken);
    if (saysSomething(words)) spoken.isForeign = words.isForeign;
    if (words.subject !== null) spoken.subject = words.subject;
  }
}

/** 166件申请里信函最多: what follows is said of some of them. */
const AMONG = /(?<=^\p{Script=Han}{0,6})(?:之|当)?[中里].*$/u;

/** The words of the quantity's own clause; those behind it where none stand before; null if there is something else. */
function wordsOf(
  piece: QuantityPiece,
  before: TaggedText,
  tag: WordTagger,
  { origin }: Spoken,
): ClauseWords | null {
  if (origin && TO.test(piece.before)) return origin;
  const own = clauseWords(before);
  const after = tag(piece.after.replace(AMONG, ''));
  const behind = clauseWords(after);
  if (own.isForeign && behind.slices.includes('trainee')) return behind;
  if (saysSomething(own)) {
    // 发放3份传单.
    if (!own.isNamed && behind.isForeign && after.tags[0]?.start === 0) return behind;
    // 制发5件规范性文件, 召开3次会议.
    const isObject = !own.isNamed && !own.isForeign && behind.isNamed && after.tags[0]?.start === 0;
    return isObject ? { ...own, subject: behind.subject, isNamed: true, isForeign: false } : own;
  }
  const isBehind = saysSomething(behind) && after.tags[0]?.start === 0;
  if (own.residue !== '' && !isBehind) return null;
  if (/^[、和及与]/.test(piece.after)) return own;
  if (!saysSomething(behind)) return behind.residue === '' ? own : null;
  return {
    ...behind,
    residue: own.residue + behind.residue,
    isPart: own.isPart || behind.isPart,
    hasWhole: own.hasWhole || behind.hasWhole,
  };
}

/** Ways of asking are said of many things: they are believed only where requests are the matter. */
function subjectOf(
  words: ClauseWords,
  spoken: Spoken,
  { heading, topic, tag }: ClassifyAids,
  { sentence, text }: Skeleton,
  piece: QuantityPiece,
): string | null {
  const { quantity } = piece;
  const { subject, isNamed, hasWhole } = words;
  // 规范性文件方面,以厅名义发布7件: the thing was named before.
  if (
    words.isBare &&
    piece.leads.length > 0 &&
    TOLD_BEFORE.has(spoken.subject ?? '') &&
    !isPiece(quantity.unit)
  )
    return spoken.subject;
  if (isNamed) return subject;
  // 收到申请12件:网站5件.
  const isWay = subject === 'items' && words.slices.every((slice) => slice === 'website');
  if (isWay && spoken.subject === 'requests' && !isPiece(quantity.unit)) return 'requests';
  if (subject === null) {
    if (spoken.isForeign) return null;
    return (
      spoken.subject ??
      (heading.length === 1 ? heading[0]! : null) ??
      (hasWhole && !sentence.aside ? topic : null)
    );
  }
  const isKnown = subject === spoken.subject || subject === topic || heading.includes(subject);
  if (isKnown || subject === 'items' || subject === 'staff') return subject;
  const nearby = tag(sentence.context + text).tags;
  return nearby.some(({ word }) => word.role === 'subject' && word.name === subject) ? subject : null;
}

const TOLD_BEFORE = new Set(['documents']);
/** Information is published in pieces, and requested in cases. */
const isPiece = (unit: string): boolean => unit === '条' || unit === '篇';

/** Of these, words for a channel or a way say only where it happened. */
const STRAY_SLICES = new Set([
  'interpretations',
  'responses',
  'documents',
  'visits',
  'interviews',
  'press',
  'meetings',
  'training',
  'staff',
  'fee',
]);
const CHANNELS = ['website', 'wechat', 'weibo', 'gazette', 'other'];

const namesChannel = ({ slices }: ClauseWords): boolean => slices.some((slice) => CHANNELS.includes(slice));

function keepChannel({ slices }: ClauseWords, spoken: Spoken): void {
  const named = slices.filter((slice) => CHANNELS.includes(slice));
  if (named.length > 0) spoken.channel = named;
}

/** A total of several slices is of none; 专、兼职人员各2名 are two numbers. */
function slicesOf(
  { slices: said, owners, hasWhole }: ClauseWords,
  { before, after }: QuantityPiece,
  { head, channel }: Spoken,
  subject: string | null,
  isBorrowed: boolean,
): (readonly string[])[] {
  const isAll = /^(?:均|全部|都)/.test(after);
  const own = said
    .filter((slice) => !STRAY_SLICES.has(subject ?? '') || (owners.get(slice) ?? subject) === subject)
    .map((slice) => (subject === 'items' && slice === 'online' ? 'website' : slice));
  if (own.length > 1 && /各$/.test(before)) return own.map((slice) => [slice]);
  if (subject === 'requests' && own.includes('website'))
    return [own.map((slice) => (slice === 'website' ? 'online' : slice))];
  if (hasWhole && own.length !== 1) return [[]];
  if (subject === 'requests' && own.length === 2 && own.includes('closed') && own.includes('onTime') && isAll)
    return [['onTime'], ['closed']];
  // 专、兼职人员5名 are all of them.
  if (subject === 'staff' && own.length > 1) return [[]];
  const slices = [...new Set([...head, ...own])];
  // 开通微信公众号,推送信息342条.
  const isCarried =
    subject === 'items' &&
    (isBorrowed || own.includes('carried')) &&
    !own.some((slice) => CHANNELS.includes(slice));
  return [isCarried ? [...new Set([...slices, ...channel])] : slices];
}

/** Words that narrow what was published make it a part; elsewhere a short rest may be a name. */
const RESIDUE_MAX = 6;
const SLICE_RESIDUE_MAX = 4;
/** Slices that are no channel and no way. */
const UNTOLD = new Set(['received', 'carried', 'client', 'kind', 'outcome']);
/** Subjects of which an agency counts other kinds too. */
const NARROW = new Set(['items', 'complaints', 'requests', 'visits', 'fee']);

function isExplained(
  { residue, isNamed, isMixed }: ClauseWords,
  subject: string,
  slices: readonly string[],
): boolean {
  if (NARROW.has(subject) && isMixed) return false;
  // A way or a channel is a part that is asked for; what an unknown word narrows is in doubt, and still it.
  const isSliced = slices.some((slice) => !UNTOLD.has(slice));
  return (
    residue === '' ||
    (isSliced && residue.length <= SLICE_RESIDUE_MAX) ||
    ((isNamed || subject === 'staff') && subject !== 'items' && residue.length <= RESIDUE_MAX)
  );
}
