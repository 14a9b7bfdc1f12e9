import { PACK_FIRST, PACK_NOUGHT, type PackedModel, unpackSign } from '../model/packed-model.js';

/** How likely each class is, given the features. Classes do not exclude each other. */
export function chancesOf({ bias, step, weights }: PackedModel, features: Iterable<string>): Float64Array {
  const sums = Float64Array.from(bias);
  for (const feature of features) {
    const pairs = Object.hasOwn(weights, feature) ? weights[feature]! : '';
    for (let at = 0; at < pairs.length; at += 2) {
      sums[unpackSign(pairs, at) - PACK_FIRST]! += unpackSign(pairs, at + 1) - PACK_NOUGHT;
    }
  }
  return sums.map((sum) => 1 / (1 + Math.exp(-sum * step)));
}
