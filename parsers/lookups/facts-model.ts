import type { PackedModel } from '../../src/model/packed-model.js';
import { factsModelText } from './facts-model-text.js';

const parsed: { model?: PackedModel } = {};

/** The model of facts. It is unpacked when it is first asked for. */
export const factsModel = (): PackedModel => {
  parsed.model ??= JSON.parse(factsModelText) as PackedModel;
  return parsed.model;
};
