import { docxCarriers } from './docx.js';
import { htmlCarriers } from './html.js';
import { markdownCarriers } from './markdown.js';
import { pdfCarriers } from './pdf/index.js';
import { pipeCarriers } from './pipe.js';
import type { Carrier } from './rendering.js';
import { separatorCarriers } from './separators.js';
import { tabCarriers } from './tab.js';

/** Every way of arriving that the generator knows. */
export const carriers: Carrier[] = [
  ...htmlCarriers,
  ...docxCarriers,
  ...pdfCarriers,
  ...pipeCarriers,
  ...markdownCarriers,
  ...tabCarriers,
  ...separatorCarriers,
];

export const requireCarrier = (name: string): Carrier => {
  const found = carriers.find((carrier) => carrier.name === name);
  if (!found)
    throw new Error(`no carrier ${name}; there are: ${carriers.map((known) => known.name).join(', ')}`);
  return found;
};
