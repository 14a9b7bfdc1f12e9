/** A named entry of an ordered list. Whoever runs the list can leave entries out by their names. */
export interface Rule {
  /** Unique among the rules of all lists. */
  name: string;
}

/** Names of rules. */
export type RuleNames = ReadonlySet<string>;

/** The rules of a list that are not switched off, in their order. */
export const rulesInForce = <R extends Rule>(
  rules: readonly R[],
  without: RuleNames | undefined,
): readonly R[] => (without ? rules.filter(({ name }) => !without.has(name)) : rules);
