import { loadKnowledge } from '../../parsers/index.js';
import { findFacts } from '../../src/facts/find-facts.js';
import { modelRules } from '../../src/facts/hear-model.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { PackedModel } from '../../src/model/packed-model.js';
import type { Fact } from '../../src/model/report-record.js';
import { labelledOf } from './lessons-of.js';
import type { Voice } from './read-voices.js';

const FOLDS = 8;

/** How well facts were found. */
interface Score {
  asked: number;
  given: number;
  right: number;
  silent: number;
}

/** Reads every voice with a model that was trained without it, and without any model. */
export function checkFactsModel(
  voices: readonly Voice[],
  trainOn: (voices: readonly Voice[]) => PackedModel,
): void {
  const knowledge = loadKnowledge();
  const none = new Set(modelRules.map(({ name }) => name));
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const withModels = folds.flatMap((fold) => {
    const packed = trainOn(voices.filter((_, at) => at % FOLDS !== fold));
    const proseWords = { ...knowledge.proseWords, model: () => packed };
    return voices
      .filter((_, at) => at % FOLDS === fold)
      .map((voice) => scoreOf(voice, { ...knowledge, proseWords }));
  });
  console.log(
    `finders alone: ${sayScore(voices.map((voice) => scoreOf(voice, { ...knowledge, without: none })))}`,
  );
  console.log(`with the model: ${sayScore(withModels)}`);
}

function scoreOf(voice: Voice, knowledge: Knowledge): Score {
  const { text, paragraphs, year, issuer, marks } = voice;
  const { value: facts } = findFacts({ text, paragraphs, year, issuer }, knowledge);
  const known = new Set(knowledge.proseWords.frames.map(({ id }) => id));
  const labelled = labelledOf(voice, knowledge);
  const homeOf = ({ at, flags }: Fact) =>
    labelled.find(
      ({ place, example }) =>
        place.start < at!.end! &&
        place.end > at!.start! &&
        (example.piece === null) === flags.includes('stated-none'),
    );
  const given = facts.filter((fact) => !homeOf(fact)?.optional.includes(fact.id));
  const isRight = (fact: Fact) => homeOf(fact)?.ids.includes(fact.id) === true;
  return {
    asked: marks.filter(({ id, isOptional }) => known.has(id) && !isOptional).length,
    given: given.length,
    right: given.filter(isRight).length,
    silent: given.filter((fact) => fact.confidence === 'read' && !isRight(fact)).length,
  };
}

function sayScore(scores: readonly Score[]): string {
  const sum = (name: keyof Score) => scores.reduce((total, score) => total + score[name], 0);
  const [asked, given, right, silent] = [sum('asked'), sum('given'), sum('right'), sum('silent')];
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;
  return (
    `precision ${percent(right, given)}, recall ${percent(right, asked)}, ` +
    `F1 ${percent(2 * right, given + asked)}, silent errors ${silent} of ${asked} facts in ${scores.length} voices`
  );
}
