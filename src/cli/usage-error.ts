/** Wrong usage that only shows when the command runs: exit status 2, one line. */
export class UsageError extends Error {}
