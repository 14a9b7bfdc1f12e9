import { type Rule, type RuleNames, rulesInForce } from '../model/rule.js';
import type { Quantity } from '../words/parse-quantity.js';
import type { CompiledPattern } from './compile-pattern.js';
import { factTimeOf } from './fact-time.js';
import { isQuantity, leadStartAt, partsStartAt, type Skeleton } from './skeleton.js';

/** A place in a sentence at which a shape of a pattern fits. */
interface FactMatch {
  skeleton: Skeleton;
  compiled: CompiledPattern;
  /** The reporting year, where it is known. */
  year: number | null;
  /** The body that reports, where it is known. */
  issuer: string | null;
  /** The number of the fact; null where words state a zero. */
  quantity: Quantity | null;
  /** The shape may well mean something else. */
  isDoubtful: boolean;
  /** Index in the skeleton of the number, or of the words. */
  index: number;
  /** The clause up to the end of the match. */
  clauseStart: number;
  end: number;
  without: RuleNames | undefined;
}

/**
 * `scope-unclear`: it may be about something else. `cumulative`: it may be about more than the year. `unsure`: the number itself is
 * in doubt. The first two are flags, and such a fact gives way to a plain one.
 */
export type FactDoubt = 'scope-unclear' | 'cumulative' | 'unsure';

interface MatchRule extends Rule {
  judge: (match: FactMatch) => 'drop' | FactDoubt | null;
}

/** What speaks against taking a match for the fact. All are heard; one `drop` is enough. */
export const matchRules: readonly MatchRule[] = [
  { name: 'fact-of-other-unit', judge: ofOtherUnit },
  { name: 'fact-inside-parts', judge: insideParts },
  { name: 'fact-clause-vetoed', judge: clauseVetoed },
  { name: 'fact-lead-vetoed', judge: leadVetoed },
  { name: 'fact-earlier-vetoed', judge: earlierVetoed },
  { name: 'fact-none-vetoed', judge: noneVetoed },
  { name: 'fact-none-before-number', judge: noneBeforeNumber },
  { name: 'fact-of-other-time', judge: ofOtherTime },
  { name: 'fact-far-from-subject', judge: farFromSubject },
  { name: 'fact-of-doubtful-shape', judge: ({ isDoubtful }) => (isDoubtful ? 'scope-unclear' : null) },
  { name: 'fact-of-one-office', judge: ofOneOffice },
  { name: 'fact-cumulative', judge: cumulative },
  {
    name: 'fact-of-unsure-number',
    judge: ({ quantity }) => (quantity?.confidence === 'suspect' ? 'unsure' : null),
  },
];

/** The doubts about a match; null where it is not the fact. */
export function judgeMatch(match: FactMatch): Set<FactDoubt> | null {
  const doubts = new Set<FactDoubt>();
  for (const { judge } of rulesInForce(matchRules, match.without)) {
    const verdict = judge(match);
    if (verdict === 'drop') return null;
    if (verdict) doubts.add(verdict);
  }
  return doubts;
}

const dropIf = (isWrong: boolean): 'drop' | null => (isWrong ? 'drop' : null);

function ofOtherUnit({ quantity, compiled }: FactMatch) {
  return dropIf(quantity !== null && !compiled.pattern.units.includes(quantity.unit));
}

/** A total stands in no list of parts (其中), and no list of parts states a zero. */
function insideParts({ skeleton: { text, sentence }, compiled, quantity, index }: FactMatch) {
  if (quantity && compiled.pattern.asPart) return null;
  return dropIf(sentence.aside || partsStartAt(text, index) !== null);
}

const isVetoed = (vetoes: readonly RegExp[], text: string) => dropIf(vetoes.some((veto) => veto.test(text)));

function clauseVetoed({ skeleton: { text }, compiled, quantity, clauseStart, end }: FactMatch) {
  return quantity && isVetoed(compiled.unless, text.slice(clauseStart, end));
}

function leadVetoed({ skeleton: { text }, compiled, quantity, clauseStart }: FactMatch) {
  return quantity && isVetoed(compiled.unlessLead, text.slice(leadStartAt(text, clauseStart), clauseStart));
}

function earlierVetoed({ skeleton: { text }, compiled, end }: FactMatch) {
  return isVetoed(compiled.unlessEarlier, text.slice(0, end));
}

function noneVetoed({ skeleton: { text }, compiled, quantity, clauseStart, end }: FactMatch) {
  return quantity ? null : isVetoed(compiled.unlessNone, text.slice(clauseStart, end));
}

/** 未收到…申请5件: a number behind the words is no stated zero. */
function noneBeforeNumber({ skeleton: { text }, quantity, end }: FactMatch) {
  return dropIf(!quantity && isQuantity(text[end]));
}

const timeOf = ({ skeleton: { text }, compiled, year, index, without }: FactMatch) =>
  factTimeOf({ run: text.slice(0, index), year, ofLastYear: compiled.pattern.ofLastYear === true }, without);

function ofOtherTime(match: FactMatch) {
  const time = timeOf(match);
  return dropIf(match.quantity && time === 'cumulative' ? false : time !== 'this-year');
}

function cumulative(match: FactMatch) {
  return match.quantity && timeOf(match) === 'cumulative' ? 'cumulative' : null;
}

/** An office that itself publishes or receives: 区卫生局主动公开信息96条. */
const OFFICE_ACTS =
  /(\p{Script=Han}{1,12}(?:局|办|委|厅|办公室|中心|镇|乡|街道))等?(?:(?:19|20)\d\d年度?|全年|今年|本年度?|年内|总共|一共|共|累计|已|主动|依法|及时|对外|向社会)*(?:公开|发布|公布|[未没]?有?(?:收到|受理|接到))/u;
/** The body itself, all of its parts, or the place where something happens. */
const OWN_OFFICE =
  /[我本全](?:局|办|委|厅|办公室|中心|镇|乡|街道)$|全[县市区省州盟旗]|各|^(?:通过|利用|依托|在|向)/;
const shortName = (name: string): string =>
  name.replaceAll('人民政府', '政府').replaceAll('办公室', '办').replaceAll('委员会', '委');
const OFFICE_NAME_LENGTH = 3;

/** One office's number is not that of the body above it. */
function ofOneOffice({ skeleton: { text }, issuer, clauseStart, end }: FactMatch) {
  const office = OFFICE_ACTS.exec(text.slice(clauseStart, end))?.[1];
  if (office === undefined || issuer === null || OWN_OFFICE.test(office)) return null;
  const isOwn = shortName(issuer).includes(shortName(office).slice(-OFFICE_NAME_LENGTH));
  return isOwn ? null : 'scope-unclear';
}

function farFromSubject({ skeleton: { text, sentence }, compiled }: FactMatch) {
  if (!compiled.near || compiled.near.test(sentence.context + text)) return null;
  return compiled.pattern.near!.otherwise === 'drop' ? 'drop' : 'scope-unclear';
}
