import { attributeIn, type OpenedElement } from './package-relations.js';

/** RRGGBB; the first colour of every theme is that of the paper. */
export function colorIn(element: OpenedElement): string | null {
  const rgb = attributeIn(element, 'rgb');
  if (rgb !== undefined) return rgb.slice(-6).toUpperCase();
  const indexed = attributeIn(element, 'indexed');
  if (indexed === '1' || indexed === '9') return 'FFFFFF';
  return attributeIn(element, 'theme') === '0' && attributeIn(element, 'tint') === undefined
    ? 'FFFFFF'
    : null;
}
