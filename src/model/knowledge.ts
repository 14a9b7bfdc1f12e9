import type { BodyWording } from './body-wording.js';
import type { FactPattern, FactSum } from './fact-pattern.js';
import type { Format } from './format.js';
import type {
  Divisions,
  DocumentWords,
  KindLookups,
  PollutionLookups,
  SectionLookups,
} from './header-lookups.js';
import type { KeyWords } from './key-words.js';
import type { ProseKnowledge } from './prose-words.js';
import type { RuleNames } from './rule.js';
import type { ScopeWords } from './scope-words.js';
import type { Template } from './template.js';

/** Everything that nianbao knows of carriers, eras and words, handed to the machine as one value. */
export interface Knowledge {
  /** In the order in which they are asked; the last takes any text. */
  formats: readonly Format[];
  /** All eras, oldest first. */
  templates: Template[];
  words: DocumentWords;
  divisions: Divisions;
  sections: SectionLookups;
  kind: KindLookups;
  keyWords: KeyWords;
  scopeWords: ScopeWords;
  pollution: PollutionLookups;
  facts: readonly FactPattern[];
  /** What words around a quantity say. */
  proseWords: ProseKnowledge;
  /** Wholes of which the prose lists the parts. */
  factSums: readonly FactSum[];
  /** Wordings of one body's name. */
  bodyNames: readonly BodyWording[];
  /** Traditional and variant characters of the forms' labels. */
  characterVariants: ReadonlyMap<string, string>;
  /** Rules that are switched off, to see what they are worth: see `ruleLists`. */
  without?: RuleNames;
}
