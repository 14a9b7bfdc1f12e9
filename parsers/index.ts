import type { Knowledge } from '../src/model/knowledge.js';
import { formats } from './formats/index.js';
import { bodyNames } from './lookups/body-names.js';
import { characterVariants } from './lookups/character-variants.js';
import { loadDivisions } from './lookups/divisions.js';
import { documentWords } from './lookups/document-words.js';
import { factPatterns, factSums } from './lookups/fact-patterns.js';
import { keyWords } from './lookups/key-words.js';
import { kindWords } from './lookups/kind-words.js';
import { pollution } from './lookups/pollution.js';
import { proseWords } from './lookups/prose-words.js';
import { scopeWords } from './lookups/scope-words.js';
import { sectionRoles } from './lookups/section-roles.js';
import { templates } from './templates/index.js';

/** All that nianbao knows. Build it once a process: the list of divisions takes some milliseconds to index. */
export function loadKnowledge(): Knowledge {
  return {
    formats,
    templates,
    words: documentWords,
    divisions: loadDivisions(),
    sections: sectionRoles,
    kind: kindWords,
    keyWords,
    scopeWords,
    pollution,
    facts: factPatterns,
    factSums,
    proseWords,
    bodyNames,
    characterVariants,
  };
}
