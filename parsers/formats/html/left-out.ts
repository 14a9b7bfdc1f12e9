import { type Issue, issue } from '../../../src/model/issue.js';
import { LOOK_TAGS } from '../office-html/look-tags.js';
import { type HtmlElement, type HtmlText, textOf } from './html-tree.js';

/** Keeps count of what is not in the parsed text, so that nothing is left out silently. */
export interface LeftOut {
  dropped(element: HtmlElement): void;
  unseen(node: HtmlText): void;
  comment(): void;
  /** Characters hidden by style. */
  hiddenChars(): number;
  issues(): Issue[];
}

const HIDDEN_TEXT_READ = 50_000;

/** Makes an empty account. */
export function createLeftOut(): LeftOut {
  const kinds = new Map<string, { count: number; chars: number }>();
  let hiddenParts = 0;
  let telling = false;
  const count = (kind: string, chars: number) => {
    const entry = kinds.get(kind) ?? { count: 0, chars: 0 };
    kinds.set(kind, { count: entry.count + 1, chars: entry.chars + chars });
  };
  const hide = (chars: number, text: string, table: boolean) => {
    count('hidden', chars);
    if (chars > 0) hiddenParts++;
    telling ||= chars > 0 && (table || /[0-9０-９]/.test(text));
  };
  return {
    dropped(element) {
      // Whoever wrote it has told of it.
      if (element.tag === LOOK_TAGS.hidden) return;
      const { drop, textChars, textCells } = element.facts!;
      if (drop === 'hidden') hide(textChars, textOf(element, HIDDEN_TEXT_READ), textCells > 0);
      else count(drop ?? 'other', drop === 'navigation' ? textChars : 0);
    },
    unseen(node) {
      const text = node.text.trim();
      if (text !== '') hide(text.length, text, false);
    },
    comment: () => count('comment', 0),
    hiddenChars: () => kinds.get('hidden')?.chars ?? 0,
    issues() {
      const issues: Issue[] = [];
      if (kinds.size > 0) issues.push(issue('ignored-markup', ignoredMessage(kinds)));
      if (telling) {
        issues.push(
          issue(
            'hidden-content',
            `${hiddenParts} hidden parts with figures or tables (${kinds.get('hidden')!.chars} characters) were left out.`,
          ),
        );
      }
      return issues;
    },
  };
}

function ignoredMessage(kinds: ReadonlyMap<string, { count: number; chars: number }>): string {
  const parts = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { count, chars }]) =>
      chars > 0 ? `${kind} ${count} (${chars} characters)` : `${kind} ${count}`,
    );
  return `Left out: ${parts.join(', ')}.`;
}
