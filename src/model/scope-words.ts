import type { Scope } from './report-record.js';

/** How a report says whom its figures count. Patterns run over folded sentences. */
export interface ScopeWords {
  /** A sentence about the figures as such; others only tell what was done. */
  about: RegExp;
  /** It speaks of one table: 上表数据为全县汇总. */
  ofTable: RegExp;
  /** The first that fits has the word. */
  sayings: readonly { scope: Scope; pattern: RegExp }[];
}
