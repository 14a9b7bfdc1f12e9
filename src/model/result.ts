import type { Issue } from './issue.js';

/** What every stage returns: the next noun, and what was seen on the way. */
export interface Result<T> {
  value: T;
  issues: Issue[];
}
