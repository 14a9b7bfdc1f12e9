import { describe, expect, it } from 'vitest';
import { createFieldStack } from './field-stack.js';

/** What is printed of a text in which { begins a field, | its result, and } ends it; ¶ ends a paragraph. */
function print(text: string): [string, number] {
  const fields = createFieldStack();
  let printed = '';
  for (const char of text) {
    if (char === '{') fields.begin();
    else if (char === '|') fields.separate();
    else if (char === '}') fields.end();
    else if (char === '¶') fields.endParagraph();
    else if (!fields.swallows(char)) printed += char;
  }
  return [printed, fields.unread()];
}

describe('createFieldStack', () => {
  it('prints results, not instructions', () => {
    expect(print('a{HYPERLINK "x"|12}b')).toEqual(['a12b', 0]);
    expect(print('{IF {PAGE|3} = 3|{PAGE|4}5}')).toEqual(['45', 0]);
  });

  it('counts fields that print what their instruction says', () => {
    expect(print('{EQ \\o(1,2)}{XE "x"}{ MACROBUTTON a b }')).toEqual(['', 2]);
  });

  it('does not let a broken field swallow the next paragraph', () => {
    expect(print('a{PAGE¶b}c|d')).toEqual(['abcd', 0]);
  });
});
