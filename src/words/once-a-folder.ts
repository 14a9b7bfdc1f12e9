import type { FoldCharacters } from './label-text.js';
import { onceEach } from './once-each.js';

/**
 * Makes of each thing once what it comes to under a folder of characters, and keeps it for as long as folder and thing live: as long
 * as a conversion.
 */
export function onceAFolder<Thing extends object, Made>(
  make: (thing: Thing, fold: FoldCharacters) => Made,
): (thing: Thing, fold: FoldCharacters) => Made {
  const under = onceEach((fold: FoldCharacters) => onceEach((thing: Thing) => make(thing, fold)));
  return (thing, fold) => under(fold)(thing);
}
