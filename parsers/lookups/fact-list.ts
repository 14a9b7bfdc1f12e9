import type { FactPattern } from '../../src/model/fact-pattern.js';

/** A pattern whose fact has this id. */
export type PatternOf<Id extends string> = FactPattern & { id: Id };

/** Patterns as they are given; their type keeps the ids of the facts. */
export const factList = <Id extends string>(patterns: readonly PatternOf<Id>[]): readonly PatternOf<Id>[] =>
  patterns;
