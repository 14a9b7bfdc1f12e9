import type { FoldCharacters } from './label-text.js';

/**
 * Makes of each thing once what it comes to under a folder of characters, and keeps it for as long as folder and thing live: as long
 * as a conversion.
 */
export function onceAFolder<Thing extends object, Made>(
  make: (thing: Thing, fold: FoldCharacters) => Made,
): (thing: Thing, fold: FoldCharacters) => Made {
  const kept = new WeakMap<FoldCharacters, WeakMap<Thing, Made>>();
  return (thing, fold) => {
    const known = kept.get(fold) ?? new WeakMap<Thing, Made>();
    kept.set(fold, known);
    const made = known.get(thing) ?? make(thing, fold);
    known.set(thing, made);
    return made;
  };
}
