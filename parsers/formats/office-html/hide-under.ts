import type { OfficeBlock } from './office-block.js';

const DIGIT = /[0-9０-９]/u;

/** Figures in a part of a merged cell that no word processor shows go into the cell as hidden: it is not empty, and not sure. */
export function hideUnder(cell: { blocks: OfficeBlock[] } | undefined, blocks: readonly OfficeBlock[]): void {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const text = texts.filter((one) => DIGIT.test(one)).join(' ');
  if (cell === undefined || text === '') return;
  cell.blocks = [...cell.blocks, { kind: 'paragraph', text: '', runs: [{ text, looks: ['hidden'] }] }];
}
