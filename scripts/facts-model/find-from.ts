import { chancesOf } from '../../src/facts/chances-of.js';
import type { PackedModel } from '../../src/model/packed-model.js';
import type { Labelled } from './lessons-of.js';

/** A fact that the model alone found in a voice that it did not know. */
interface Trial {
  id: string;
  chance: number;
  isRight: boolean;
}

/** Chances at which a model may begin to find a fact. */
const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9];
const PRECISION_MIN = 0.65;
/** Believed before any trial: this many were right, of this many. */
const BELIEVED = { right: 2, given: 3 };

/** What the model says of quantities that the finders leave alone. */
export function trialsOf(model: PackedModel, labelled: readonly Labelled[]): Trial[] {
  return labelled.flatMap(({ example, taken, isRefused, features, ids, optional }) => {
    if (example.piece === null || example.isOfOtherTime || isRefused || taken.length > 0) return [];
    const chances = chancesOf(model, new Set(features));
    return model.classes.flatMap((id, at) =>
      optional.includes(id) ? [] : [{ id, chance: chances[at]!, isRight: ids.includes(id) }],
    );
  });
}

/** The lowest chance from which on most of what is found is right; null where there is none. */
export function findFromOf(trials: readonly Trial[]): number | null {
  const holds = (from: number): boolean => {
    const given = trials.filter(({ chance }) => chance >= from);
    const right = given.filter(({ isRight }) => isRight).length;
    return right + BELIEVED.right >= (given.length + BELIEVED.given) * PRECISION_MIN;
  };
  return STEPS.find(holds) ?? null;
}
