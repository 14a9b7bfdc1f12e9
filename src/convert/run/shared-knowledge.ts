import { loadKnowledge } from '../../../parsers/index.js';
import type { Knowledge } from '../../model/knowledge.js';

let loaded: Knowledge | undefined;

/** All that nianbao knows, loaded once a process. */
export function sharedKnowledge(): Knowledge {
  loaded ??= loadKnowledge();
  return loaded;
}
