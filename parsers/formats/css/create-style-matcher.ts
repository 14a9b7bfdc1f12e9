import { compile, type Options } from 'css-select';
import type { StyleRule } from './read-style-rules.js';

type Adapter<N, E extends N> = NonNullable<Options<N, E>['adapter']>;

/** What the matcher asks of the elements of a page. */
export interface StyledTree<E extends N, N> {
  adapter: Adapter<N, E>;
  /** `#id`, each `.class`, and the tag. */
  keysOf(element: E): string[];
}

/** Selectors that are tried on elements of one page: more are a page that was made to be slow. */
const TRIALS_MAX = 2_000_000;
/** Elements that selectors look at on their way. */
const STEPS_MAX = 20_000_000;

interface Matcher<E> {
  /** The rules that are about an element, the one that goes before all others last. */
  rulesOf(element: E): StyleRule[];
  /** Were the rules too costly to be followed to the end? */
  isCut(): boolean;
}

/** Makes a matcher of rules with the elements of one page. */
export function createStyleMatcher<E extends N, N>(
  rules: readonly StyleRule[],
  tree: StyledTree<E, N>,
): Matcher<E> {
  let steps = 0;
  let trials = 0;
  const counted = countingAdapter(tree.adapter, (count) => {
    steps += count;
  });
  const byKey = new Map<string, { rule: StyleRule; order: number }[]>();
  rules.forEach((rule, order) => {
    const bucket = byKey.get(rule.key);
    if (bucket) bucket.push({ rule, order });
    else byKey.set(rule.key, [{ rule, order }]);
  });
  const tests = new Map<string, (element: E) => boolean>();
  const testOf = (selector: string): ((element: E) => boolean) => {
    const known = tests.get(selector);
    if (known !== undefined) return known;
    let test: (element: E) => boolean = () => false;
    try {
      test = compile<N, E>(selector, { adapter: counted, cacheResults: false }) as (element: E) => boolean;
    } catch {
      // A selector that is not known takes nothing, as in browsers.
    }
    tests.set(selector, test);
    return test;
  };
  const isCut = () => trials > TRIALS_MAX || steps > STEPS_MAX;
  return {
    rulesOf(element) {
      const found: { rule: StyleRule; order: number }[] = [];
      for (const key of ['*', ...new Set(tree.keysOf(element))]) {
        for (const entry of byKey.get(key) ?? []) {
          if (isCut()) break;
          trials++;
          if (testOf(entry.rule.selector)(element)) found.push(entry);
        }
      }
      return found
        .sort((a, b) => a.rule.specificity - b.rule.specificity || a.order - b.order)
        .map(({ rule }) => rule);
    },
    isCut,
  };
}

/** An adapter that says how many elements it was asked for. */
function countingAdapter<E extends N, N>(
  adapter: Adapter<N, E>,
  spend: (count: number) => void,
): Adapter<N, E> {
  return {
    ...adapter,
    getParent(node) {
      spend(1);
      return adapter.getParent(node);
    },
    getSiblings(node) {
      const siblings = adapter.getSiblings(node);
      spend(siblings.length);
      return siblings;
    },
    getChildren(node) {
      const children = adapter.getChildren(node);
      spend(children.length);
      return children;
    },
  };
}
