/** Sums of two sides with several numbers each, by the name of the check: what a gap of `n` between them means for a column. */
export const balanceWords: Record<
  string,
  { name: string; rule: string; more(n: number): string; fewer(n: number): string }
> = {
  'intake-balance': {
    name: '勾稽关系',
    rule: 'what comes in must be accounted for',
    more: (n) => `takes in ${n} more than it accounts for`,
    fewer: (n) => `takes in ${n} fewer than it accounts for`,
  },
};
