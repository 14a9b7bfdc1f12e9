import type { Severity } from './severities.js';

/** What a code means, to a researcher. */
export interface Meaning {
  en: string;
  zh: string;
  /** Kept for what is built next: nothing raises the code yet, and its type keeps it so until the mark goes. */
  reserved?: true;
}

export interface FlagEntry extends Meaning {
  on: readonly ('cell' | 'field' | 'fact')[];
  /** Whatever carries the flag is suspect. */
  suspect?: true;
}

export interface IssueEntry extends Meaning {
  /** The first is the usual one; others are chosen where the issue is raised. */
  severity: readonly [Severity, ...Severity[]];
}

/** The codes of a list that are raised. */
export type Raised<List> = {
  [Code in keyof List]: List[Code] extends { reserved: true } ? never : Code;
}[keyof List];
