import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unifyIdeographs } from '../../../src/layout/page/unify-ideographs.js';

/** An entry longer than this is no title but an embedded document. */
const VALUE_LENGTH_MAX = 2_000;

/**
 * Entries of the PDF's Info dictionary that are text, in the file's order: Title, Author, CreationDate (as written:
 * D:20250225100250+08'00') and the producer's own ones. What pdfjs adds about the file's features is left out.
 */
export async function readMetadata(document: PDFDocumentProxy): Promise<{ name: string; value: string }[]> {
  const found = await document.getMetadata().catch(() => null);
  const info = (found?.info ?? {}) as Record<string, unknown>;
  const custom = (info.Custom ?? {}) as Record<string, unknown>;
  const { Custom: _, PDFFormatVersion: __, Language: ___, EncryptFilterName: ____, ...entries } = info;
  return [...Object.entries(entries), ...Object.entries(custom)].flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    const text = unifyIdeographs(value)
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim();
    return text === '' || text.length > VALUE_LENGTH_MAX ? [] : [{ name, value: text }];
  });
}
