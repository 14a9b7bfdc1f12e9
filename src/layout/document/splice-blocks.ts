import type { Block, ParsedDocument, Place } from '../../model/parsed-document.js';

type Spliced = Pick<ParsedDocument, 'text' | 'blocks' | 'locate' | 'recognition'>;

/** Blocks with a text of their own, to stand before the block of a document with that number. */
export interface Insertion extends Pick<ParsedDocument, 'text' | 'blocks' | 'locate' | 'recognition'> {
  block: number;
}

/** A stretch of the new text, and which text it comes from. */
interface Stretch {
  start: number;
  end: number;
  /** Where it stands in its own text. */
  from: number;
  source: Spliced;
}

/** Puts blocks between those of a document; the offsets of all of them are those of the text that comes of it. */
export function spliceBlocks(document: Spliced, insertions: readonly Insertion[]): Spliced {
  const ordered = [...insertions].sort((a, b) => a.block - b.block);
  const stretches: Stretch[] = [];
  const blocks: Block[] = [];
  const texts: string[] = [];
  let length = 0;
  const write = (text: string) => {
    texts.push(text);
    length += text.length;
  };
  const take = (source: Spliced, from: number, to: number, taken: readonly Block[]) => {
    const shift = length - from;
    stretches.push({ start: length, end: length + to - from, from, source });
    for (const block of taken) blocks.push(moved(block, shift));
    write(source.text.slice(from, to));
  };
  let [block, from] = [0, 0];
  for (const insertion of ordered) {
    const next = document.blocks[insertion.block];
    const to = next?.start ?? document.text.length;
    take(document, from, to, document.blocks.slice(block, insertion.block));
    [block, from] = [insertion.block, to];
    if (length > 0 && !texts.at(-1)!.endsWith('\n')) write('\n');
    take(insertion, 0, insertion.text.length, insertion.blocks);
    if (next && !insertion.text.endsWith('\n')) write('\n');
  }
  take(document, from, document.text.length, document.blocks.slice(block));
  const inOwn = <R>(start: number, end: number, ask: (source: Spliced, from: number, to: number) => R) => {
    const found = stretches.find((stretch) => start < stretch.end && end > stretch.start);
    if (!found) return null;
    const own = (at: number) => Math.min(Math.max(at, found.start), found.end) - found.start + found.from;
    return ask(found.source, own(start), own(end));
  };
  return {
    text: texts.join(''),
    blocks,
    locate: (start, end) => inOwn(start, end, (source, a, b) => source.locate?.(a, b)) ?? {},
    recognition: (start, end) => inOwn(start, end, (source, a, b) => source.recognition?.(a, b)) ?? null,
  };
}

function moved(block: Block, shift: number): Block {
  const place = ({ start, end }: Place) => ({ start: start + shift, end: end + shift });
  if (block.kind === 'paragraph') return { ...block, ...place(block) };
  return { ...block, ...place(block), cells: block.cells.map((cell) => ({ ...cell, ...place(cell) })) };
}
