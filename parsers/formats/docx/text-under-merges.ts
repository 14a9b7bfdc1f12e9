import { childOf, elementsOf, wordText, type XmlElement } from './word-xml.js';

const DIGIT = /[0-9０-９]/u;

/** Cells that are merged downwards, with the figures in the parts below them: Word keeps these and does not show them. */
export function textUnderMerges(table: XmlElement): ReadonlyMap<XmlElement, string> {
  const found = new Map<XmlElement, string>();
  let above = new Map<number, XmlElement>();
  for (const row of elementsOf(table).filter(({ name }) => name === 'w:tr')) {
    const merged = new Map<number, XmlElement>();
    let column = Number(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')?.attributes['w:val'] ?? 0);
    for (const cell of elementsOf(row).filter(({ name }) => name === 'w:tc')) {
      const properties = childOf(cell, 'w:tcPr');
      const merge = childOf(properties, 'w:vMerge');
      const top = merge?.attributes['w:val'] === 'restart' ? cell : above.get(column);
      if (merge !== undefined && top !== undefined) {
        merged.set(column, top);
        const text = wordText(cell, ['w:t']);
        if (top !== cell && DIGIT.test(text)) found.set(top, `${found.get(top) ?? ''} ${text}`);
      }
      column += Number(childOf(properties, 'w:gridSpan')?.attributes['w:val'] ?? 1) || 1;
    }
    above = merged;
  }
  return found;
}
