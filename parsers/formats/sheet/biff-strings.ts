/** A text of the table of strings, with the fonts of its stretches: from which character on, and which font. */
export interface BiffString {
  text: string;
  runs: { from: number; font: number }[];
}

const RICH = 0x08;
const EXTENDED = 0x04;
const WIDE = 0x01;
const STRINGS_MAX = 500_000;

/** Bytes of a record and those that go on with it; between them a text says anew how wide its characters are. */
class Blocks {
  private block = 0;
  private at = 0;

  constructor(private readonly blocks: readonly Uint8Array[]) {}

  get isEnd(): boolean {
    return this.block >= this.blocks.length - 1 && this.at >= (this.blocks[this.block]?.length ?? 0);
  }

  byte(): number {
    while (this.block < this.blocks.length && this.at >= this.blocks[this.block]!.length) {
      this.block++;
      this.at = 0;
    }
    return this.blocks[this.block]?.[this.at++] ?? 0;
  }

  number(bytes: number): number {
    let value = 0;
    for (let index = 0; index < bytes; index++) value += this.byte() * 256 ** index;
    return value;
  }

  text(chars: number, isWide: boolean): string {
    let wide = isWide;
    let text = '';
    for (let left = chars; left > 0 && !this.isEnd; left--) {
      if (this.at >= this.blocks[this.block]!.length) wide = (this.byte() & WIDE) !== 0;
      text += String.fromCharCode(this.number(wide ? 2 : 1));
    }
    return text;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0 && !this.isEnd; left--) this.byte();
  }
}

/** Reads the table of strings of a workbook since Excel 97. @param blocks the record, and those that go on with it */
export function readBiffStrings(blocks: readonly Uint8Array[]): BiffString[] {
  const strings: BiffString[] = [];
  const reader = new Blocks(blocks);
  reader.skip(8);
  while (!reader.isEnd && strings.length < STRINGS_MAX) {
    const chars = reader.number(2);
    const flags = reader.byte();
    const runs = (flags & RICH) !== 0 ? reader.number(2) : 0;
    const extended = (flags & EXTENDED) !== 0 ? reader.number(4) : 0;
    const text = reader.text(chars, (flags & WIDE) !== 0);
    const own: BiffString['runs'] = [];
    for (let index = 0; index < runs && !reader.isEnd; index++) {
      const from = reader.number(2);
      own.push({ from, font: reader.number(2) });
    }
    reader.skip(extended);
    strings.push({ text, runs: own });
  }
  return strings;
}
