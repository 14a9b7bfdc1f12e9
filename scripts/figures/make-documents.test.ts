import { describe, expect, it } from 'vitest';
import { blocks } from './blocks.js';
import { explainPicture } from './explain-picture.js';
import { readFigures } from './figures.js';
import { blocksIn, documents, readText, remade } from './make-documents.js';

const texts = documents.map((name) => [name, readText(name)] as const).filter(([, text]) => text !== null);

describe('made parts of documents', () => {
  it.each(texts)(
    '%s quotes what the samples give and what was measured (npm run readme)',
    {
      timeout: 180_000,
    },
    async (_, text) => {
      expect(await remade(text!, readFigures())).toBe(text);
    },
  );

  it('have the picture of what explain prints (npm run readme draws it anew)', async () => {
    expect(await explainPicture()).toBe(readText('docs/explain.svg'));
  });

  it('are all in a document', () => {
    const shown = texts.flatMap(([, text]) => blocksIn(text!));
    expect(Object.keys(blocks).filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('are known by name', async () => {
    const text = '<!-- made by npm run readme: other -->\n<!-- end of other -->';
    await expect(remade(text, readFigures())).rejects.toThrow('other');
  });
});
