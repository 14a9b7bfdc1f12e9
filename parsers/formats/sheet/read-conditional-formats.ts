import { colorIn } from './color-in.js';
import { attributeIn, type OpenedElement, walkPart } from './package-relations.js';

/** What a format that depends on the value of a cell does to its sight. */
export interface ConditionalFormat {
  /** Shows the number by a format of its own, or strikes it out. */
  changes: boolean;
  /** RRGGBB; null where it leaves the cell's. */
  color: string | null;
  fill: string | null;
}

/** Takes one element inside of a `dxf`. */
export function addToFormat(
  format: ConditionalFormat,
  element: OpenedElement,
  around: readonly string[],
): void {
  const { name } = element;
  if (name === 'numFmt' || (name === 'strike' && attributeIn(element, 'val') !== '0')) format.changes = true;
  if (name === 'color' && around.includes('font')) format.color = colorIn(element);
  if ((name === 'bgColor' || name === 'fgColor') && around.includes('fill'))
    format.fill = colorIn(element) ?? format.fill;
}

export const emptyFormat = (): ConditionalFormat => ({ changes: false, color: null, fill: null });

/** The formats that the conditions of a workbook name by a number. */
export function readConditionalFormats(styles: Uint8Array | undefined): ConditionalFormat[] {
  const formats: ConditionalFormat[] = [];
  const open: string[] = [];
  walkPart(styles, {
    open(element) {
      if (element.name === 'dxf') formats.push(emptyFormat());
      else if (open.includes('dxf')) addToFormat(formats.at(-1)!, element, open);
      open.push(element.name);
    },
    close: () => open.pop(),
  });
  return formats;
}
