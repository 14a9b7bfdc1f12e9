import { partsRule } from '../facts/check-facts.js';
import { narrativeRule } from '../facts/compare-narrative.js';
import { timeRules } from '../facts/fact-time.js';
import { sentenceRules } from '../facts/find-facts.js';
import { modelRules } from '../facts/hear-model.js';
import { matchRules } from '../facts/judge-match.js';
import { settlingRules } from '../facts/settle-facts.js';
import { bodyDivisionRules } from '../header/division-of-issuer.js';
import { contactRules } from '../header/find-contact.js';
import { divisionRules } from '../header/find-division.js';
import { issuerRules } from '../header/find-issuer.js';
import { keyRules } from '../header/find-keys.js';
import { periodRules } from '../header/find-period.js';
import { publishedOnRules } from '../header/find-published-on.js';
import { scopeRules } from '../header/find-scopes.js';
import { signatureRules } from '../header/find-signatures.js';
import { titleRules } from '../header/find-title.js';
import { yearRules } from '../header/find-year.js';
import { titleCandidateRules } from '../header/title-candidates.js';
import type { Rule } from '../model/rule.js';
import { kindRules } from '../outline/classify-kind.js';
import { layouts } from '../tables/layouts/index.js';
import { witnesses } from '../tables/witnesses/index.js';

/**
 * Every rule that can be switched off (`Knowledge.without`), by what it is about. `scripts/ablate.ts` prints what each is worth, and
 * a test holds that each changes something.
 */
export const ruleLists: Readonly<Record<string, readonly Rule[]>> = {
  title: [...titleCandidateRules, ...titleRules],
  signature: signatureRules,
  issuer: issuerRules,
  division: [...bodyDivisionRules, ...divisionRules],
  period: periodRules,
  publishedOn: publishedOnRules,
  year: yearRules,
  contact: contactRules,
  kind: kindRules,
  keys: keyRules,
  scope: scopeRules,
  facts: [
    ...sentenceRules,
    ...matchRules,
    ...timeRules,
    ...modelRules,
    ...settlingRules,
    partsRule,
    narrativeRule,
  ],
  layouts,
  witnesses,
};
