/** What a code is made by: GB 32100, GB 11714, or the register of government sites. */
export type KeyScheme = 'uscc' | 'org-code' | 'site-id';

interface KeyPattern {
  scheme: KeyScheme;
  /** Group 1 is the code. */
  pattern: RegExp;
}

/** Where codes that name a body or a host are printed. Patterns run over folded text. */
export interface KeyWords {
  /** Behind a label that names the scheme: a code that doesn't hold there is a misprint. */
  labelled: readonly KeyPattern[];
  /** At the head of an index number. Many are of other schemes: what doesn't hold says nothing. */
  index: readonly KeyPattern[];
  /** In the address of the document. */
  address: readonly KeyPattern[];
  /** Names of what the carrier says outside its text. */
  metadata: readonly { scheme: KeyScheme; name: RegExp }[];
}
