/** Reads lines and lengths off a stream of chunks, and counts what was read. */
export class ChunkReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  #isOver = false;
  /** Bytes that were taken. */
  position = 0;

  constructor(chunks: AsyncIterator<Buffer>) {
    this.#chunks = chunks;
  }

  /** The next bytes without taking them; fewer only at the end. */
  async peek(length: number): Promise<Buffer> {
    while (this.#rest.length < length && (await this.#more()));
    return this.#rest.subarray(0, length);
  }

  /** A line without its end, CR LF or LF. @returns null at the end, and for a line longer than `max` bytes */
  async line(max: number): Promise<Buffer | null> {
    let from = 0;
    for (;;) {
      const end = this.#rest.indexOf(0x0a, from);
      if (end > max || (end < 0 && this.#rest.length > max)) return null;
      if (end >= 0) {
        const line = this.#rest.subarray(0, end > 0 && this.#rest[end - 1] === 0x0d ? end - 1 : end);
        this.#take(end + 1);
        return line;
      }
      from = this.#rest.length;
      if (!(await this.#more())) return null;
    }
  }

  /** Takes `length` bytes and keeps the first `keep` of them. `taken` is less than `length` where the stream ends. */
  async bytes(length: number, keep: number): Promise<{ kept: Buffer; taken: number }> {
    const pieces: Buffer[] = [];
    let taken = 0;
    while (taken < length) {
      if (this.#rest.length === 0 && !(await this.#more())) break;
      const piece = this.#rest.subarray(0, length - taken);
      if (taken < keep) pieces.push(piece.subarray(0, keep - taken));
      taken += piece.length;
      this.#take(piece.length);
    }
    return { kept: pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces), taken };
  }

  #take(length: number): void {
    this.#rest = this.#rest.subarray(length);
    this.position += length;
  }

  async #more(): Promise<boolean> {
    if (this.#isOver) return false;
    const { done, value } = await this.#chunks.next();
    if (done) this.#isOver = true;
    else this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return !done;
  }
}
