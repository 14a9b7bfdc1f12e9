import { attributeIn, type OpenedElement } from './package-relations.js';

/** Paper that is darkened by less is white to the eye. */
const TINT_MIN = 0.1;

/** RRGGBB; the first colour of every theme is that of the paper. */
export function colorIn(element: OpenedElement): string | null {
  const rgb = attributeIn(element, 'rgb');
  if (rgb !== undefined) return rgb.slice(-6).toUpperCase();
  const indexed = attributeIn(element, 'indexed');
  if (indexed === '1' || indexed === '9') return 'FFFFFF';
  const tint = Math.abs(Number(attributeIn(element, 'tint') ?? 0));
  return attributeIn(element, 'theme') === '0' && tint < TINT_MIN ? 'FFFFFF' : null;
}
