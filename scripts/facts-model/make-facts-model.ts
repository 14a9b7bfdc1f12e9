import { writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../parsers/index.js';
import type { PackedModel } from '../../src/model/packed-model.js';
import { checkFactsModel } from './check-facts-model.js';
import { factCodes } from './fact-codes.js';
import { findFromOf, trialsOf } from './find-from.js';
import { labelledOf } from './lessons-of.js';
import { packModel } from './pack-model.js';
import { readVoices, type Voice } from './read-voices.js';
import { trainLinear } from './train-linear.js';

const FOLDS = 5;
const MODEL = new URL('../../parsers/lookups/facts-model-text.ts', import.meta.url);

/** Trains the model on all voices and writes it; with `check` on all but some, in turn, and prints how it reads these. */
export async function makeFactsModel({ check }: { check: boolean }): Promise<void> {
  const voices = readVoices(new URL('voices/', import.meta.url));
  if (check) checkFactsModel(voices, trainOn);
  else writeFileSync(MODEL, sourceOf(trainOn(voices)));
}

/** A module with the model as text, which needs no file beside the program. */
const sourceOf = (model: PackedModel): string => {
  const text = JSON.stringify(model).replace(/['\\]/g, '\\$&');
  const head = '/** Made by `npx tsx scripts/make.ts facts-model`. */\nexport const factsModelText =\n';
  return `${head}  '${text}';\n`;
};

/** A model of these voices; how sure it must be to find a fact alone is measured on voices that it was not trained on. */
function trainOn(voices: readonly Voice[]): PackedModel {
  const knowledge = loadKnowledge();
  const ids = new Set(knowledge.proseWords.frames.map(({ id }) => id));
  const classes = Object.values(factCodes).filter((id) => ids.has(id));
  const indices = (names: readonly string[]) =>
    names.map((id) => classes.indexOf(id)).filter((at) => at >= 0);
  const read = voices.map((voice) => ({ voice, labelled: labelledOf(voice, knowledge) }));
  const train = (own: typeof read): PackedModel =>
    packModel(
      trainLinear(
        own.flatMap(({ voice, labelled }) =>
          labelled.map(({ features, ids: marked, optional }) => ({
            ...{ features, classes: indices(marked), free: indices(optional), voice: voice.name },
          })),
        ),
        classes,
      ),
    );
  const trials = Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(read.filter((_, at) => at % FOLDS !== fold));
    return trialsOf(
      model,
      read.filter((_, at) => at % FOLDS === fold).flatMap(({ labelled }) => labelled),
    );
  }).flat();
  return { ...train(read), findFrom: classes.map((id) => findFromOf(trials.filter((one) => one.id === id))) };
}
