import { PACK_FIRST, PACK_NOUGHT, type PackedModel, packSign } from '../../src/model/packed-model.js';
import type { TrainedModel } from './train-linear.js';

const STEP = 0.08;
/** Steps to either side of nought that a sign can say. */
const STEPS_MAX = 44;

/** A smaller weight says nothing. */
const STEPS_MIN = 3;

/** Weights in whole steps; small ones, and features without others, are left out. */
export function packModel({ classes, features, weights, bias }: TrainedModel): PackedModel {
  const packed: Record<string, string> = {};
  for (const [at, feature] of features.entries()) {
    const own = weights.subarray((at + 1) * classes.length, (at + 2) * classes.length);
    const pairs = [...own].flatMap((weight, index) => {
      const steps = Math.max(-STEPS_MAX, Math.min(STEPS_MAX, Math.round(weight / STEP)));
      return Math.abs(steps) < STEPS_MIN
        ? []
        : [packSign(PACK_FIRST + index) + packSign(PACK_NOUGHT + steps)];
    });
    if (pairs.length > 0) packed[feature] = pairs.join('');
  }
  return {
    classes,
    findFrom: classes.map(() => null),
    bias: [...bias].map((weight) => Math.round(weight / STEP)),
    step: STEP,
    weights: packed,
  };
}
