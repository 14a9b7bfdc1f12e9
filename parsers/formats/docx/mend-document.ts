import { type Issue, issue } from '../../../src/model/issue.js';
import type { Result } from '../../../src/model/result.js';

/** Id of the character style that marks hidden runs, so that mammoth's style map can leave them out. */
export const HIDDEN_RUN_STYLE = 'NianbaoHidden';

/** Within one <w:rPr>, not reaching into the properties of an older revision. */
const RUN_PROPERTIES =
  /(<w:r(?:\s[^<>]*)?>\s*)<w:rPr>((?:(?!<\/w:rPr>|<w:rPrChange)[\s\S]){0,4000}?)<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/g;
const BOOKMARKS = /<w:bookmark(?:Start|End)\b[^<>]*\/>/g;
const ROW_PROPERTIES = /<w:trPr>((?:(?!<\/w:trPr>)[\s\S]){0,4000})<\/w:trPr>/g;
const GRID_BEFORE = /<w:gridBefore\s+w:val="(\d{1,3})"\s*\/>/;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Mends what mammoth would read wrongly in word/document.xml:
 * bookmarks between rows make it forget merged cells, rows that begin further right lose their offset,
 * hidden runs would be printed. Issues: `hidden-content`, `list-numbering`, `content-not-read`.
 */
export function mendDocument(xml: string): Result<string> {
  const issues: Issue[] = [];
  let hidden = 0;
  let mended = xml.replace(BOOKMARKS, '');
  mended = mended.replace(RUN_PROPERTIES, (_, run: string, before: string) => {
    hidden++;
    return `${run}<w:rPr><w:rStyle w:val="${HIDDEN_RUN_STYLE}"/>${before.replace(/<w:rStyle\b[^<>]*\/>/g, '')}`;
  });
  mended = mended.replace(ROW_PROPERTIES, (properties, inside: string) => {
    const columns = Number(GRID_BEFORE.exec(inside)?.[1] ?? 0);
    if (columns === 0) return properties;
    return `${properties}<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`;
  });
  if (hidden > 0) {
    issues.push(issue('hidden-content', `${hidden} runs of hidden text were left out.`));
  }
  if (/<w:numPr>/.test(xml)) {
    issues.push(
      issue(
        'list-numbering',
        'The document numbers paragraphs automatically; those numbers are not in the text.',
      ),
    );
  }
  const boxes = count(xml, /<wps:txbx\b/g) - count(xml, /<mc:Fallback\b/g);
  if (boxes > 0 || /<w:altChunk\b/.test(xml)) {
    issues.push(
      issue(
        'content-not-read',
        'The document holds text boxes or embedded documents that could not be read.',
      ),
    );
  }
  return { value: mended, issues };
}
