import { createRequire } from 'node:module';
import type { PackedModel } from '../../src/model/packed-model.js';

/** The model of facts, made by `npx tsx scripts/make.ts facts-model`. Read when it is first asked for. */
export const factsModel = (): PackedModel =>
  createRequire(import.meta.url)('./facts-model.json') as PackedModel;
