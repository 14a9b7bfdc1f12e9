import { addFlags } from '../model/codes/add-flags.js';
import type { FactFrame, ProseKnowledge } from '../model/prose-words.js';
import { type Rule, type RuleNames, rulesInForce } from '../model/rule.js';
import { chancesOf } from './chances-of.js';
import { evidenceOfFinders, type Weighed } from './evidence-of-finders.js';
import type { SentenceReading } from './find-facts.js';
import type { FactCandidate } from './match-pattern.js';

/** A quantity, what the finders take it for, and how likely each fact is. */
interface Heard extends Weighed {
  /** Undefined for a fact that the model does not know. */
  chanceOf: (id: string) => number | undefined;
  /** From which chance on it may be found. */
  findFrom: (id: string) => number;
  frames: readonly FactFrame[];
}

interface ModelRule extends Rule {
  judge: (heard: Heard) => readonly FactCandidate[];
}

/** Below this a doubtful reading of the finders is none. */
const DROP_BELOW = 0.02;
/** Below this a reading of which the finders are sure is in doubt. */
const DOUBT_BELOW = 0.5;

/** What a second witness does to the readings of the finders; each rule takes what the one before has left. */
export const modelRules: readonly ModelRule[] = [
  { name: 'model-drops', judge: ({ taken, chanceOf }) => taken.filter((one) => isLikely(one, chanceOf)) },
  { name: 'model-doubts', judge: ({ taken, chanceOf }) => taken.map((one) => doubted(one, chanceOf)) },
  { name: 'model-finds', judge: found },
];

const isLikely = ({ weaker, fact }: FactCandidate, chanceOf: Heard['chanceOf']): boolean =>
  !weaker || (chanceOf(fact.id) ?? 1) >= DROP_BELOW;

function doubted(one: FactCandidate, chanceOf: Heard['chanceOf']): FactCandidate {
  const { fact } = one;
  if (fact.confidence !== 'read' || (chanceOf(fact.id) ?? 1) >= DOUBT_BELOW) return one;
  const flags = addFlags(fact.flags, 'scope-unclear');
  return { ...one, weaker: true, fact: { ...fact, confidence: 'suspect', flags } };
}

/** A number that the finders do not know, and that nothing speaks against, is a fact in doubt. Zeros in words are left to them. */
function found(heard: Heard): readonly FactCandidate[] {
  const { taken, example, place, isRefused, chanceOf, findFrom, frames } = heard;
  const quantity = example.piece?.quantity;
  if (!quantity || isRefused || example.isOfOtherTime) return taken;
  const ids = new Set<string>();
  const more = frames.flatMap((frame): FactCandidate[] => {
    const { id, label, units, partOf = null } = frame;
    const isTaken = ids.has(id) || taken.some(({ fact }) => fact.id === id);
    if (!units.includes(quantity.unit) || isTaken || (chanceOf(id) ?? 0) < findFrom(id)) return [];
    ids.add(id);
    const said = { value: quantity.value, unit: quantity.unit || null };
    return [
      {
        fact: {
          ...{ id, label, ...said, flags: addFlags(quantity.flags, 'scope-unclear') },
          ...{ raw: '', confidence: 'suspect', at: null },
        },
        ...{ place, index: -2, quantity: -2, partOf, weaker: true },
      },
    ];
  });
  return [...taken, ...more];
}

/** The candidates of a document, as far as the model bears them out, and what it finds beside them. */
export function hearModel(
  readings: readonly SentenceReading[],
  { model, frames }: ProseKnowledge,
  without: RuleNames | undefined,
): FactCandidate[] {
  const rules = rulesInForce(modelRules, without);
  const all = readings.flatMap(({ found: candidates }) => candidates);
  if (rules.length === 0 || !model) return all;
  const packed = model();
  const classes = new Map(packed.classes.map((id, at) => [id, at]));
  const heard = new Set<FactCandidate>();
  const judged = evidenceOfFinders(readings).flatMap((weighed) => {
    for (const one of weighed.taken) heard.add(one);
    const chances = chancesOf(packed, new Set(weighed.features));
    const chanceOf = (id: string) => chances[classes.get(id) ?? -1];
    const findFrom = (id: string) => packed.findFrom[classes.get(id) ?? -1] ?? Number.POSITIVE_INFINITY;
    let { taken } = weighed;
    for (const { judge } of rules) taken = judge({ ...weighed, taken, chanceOf, findFrom, frames });
    return taken;
  });
  return [...judged, ...all.filter((one) => !heard.has(one))];
}
