import { parse } from 'parse5';
import { type Issue, issue } from '../../../src/model/issue.js';
import type { Result } from '../../../src/model/result.js';
import { flattenMarkup, removeMarkup } from './flatten-markup.js';
import type { HtmlElement } from './html-tree.js';
import { createTreeAdapter, MarkupTooComplexError } from './tree-adapter.js';

function parseOnce(source: string): HtmlElement {
  const { treeAdapter, document } = createTreeAdapter(source.length);
  parse(source, { sourceCodeLocationInfo: true, treeAdapter });
  return document;
}

/**
 * Parses a page as browsers do. Pages that nest without end are flattened first: `markup-too-deep`.
 */
export function parseHtml(source: string): Result<HtmlElement> {
  const issues: Issue[] = [];
  const attempts = [() => source, () => flattenMarkup(source), () => removeMarkup(source)];
  for (const attempt of attempts) {
    try {
      return { value: parseOnce(attempt()), issues };
    } catch (error) {
      if (!(error instanceof MarkupTooComplexError) && !(error instanceof RangeError)) throw error;
      if (issues.length > 0) continue;
      issues.push(
        issue(
          'markup-too-deep',
          `The markup is too deep to be read as it stands (${error.message}); it was flattened to lines and tables.`,
        ),
      );
    }
  }
  throw new Error('a page without markup nests nothing');
}
