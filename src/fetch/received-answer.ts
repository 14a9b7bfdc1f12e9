type Header = [string, string];

interface Head {
  status: number;
  statusText: string;
  headers: Header[];
}

/** White space around header fields and a line end behind the body: no reason to doubt a length. */
const SLACK = 64;

/** Header fields byte for byte, as latin1: what a site prints there in UTF-8 or GBK stays recoverable. */
function readHeaders(raw: unknown): Header[] {
  const parts = (raw as readonly (Buffer | string)[]).map((part) => part.toString('latin1'));
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, i) => [parts[2 * i]!, parts[2 * i + 1]!]);
}

/** Bytes of a status line and its header fields. */
const sizeOf = (headers: readonly Header[], statusText: string): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 17 + statusText.length);

function contentLengthOf(headers: readonly Header[]): number | null {
  if (headers.some(([name]) => name.toLowerCase() === 'transfer-encoding')) return null;
  const field = headers.find(([name]) => name.toLowerCase() === 'content-length');
  return field !== undefined && /^\d+$/u.test(field[1].trim()) ? Number(field[1]) : null;
}

/** What has come of one answer so far. */
export class ReceivedAnswer {
  head: Head | null = null;
  /** Bytes of the body that are kept. */
  size = 0;
  readonly #chunks: Buffer[] = [];
  /** Bytes of all heads, interim ones too. */
  #headSize = 0;

  constructor(readonly bodyMax: number) {}

  /** Takes a head. @returns false for an interim one, as of status 103 */
  begin(status: number, statusText: string, rawHeaders: unknown): boolean {
    const headers = readHeaders(rawHeaders);
    this.#headSize += sizeOf(headers, statusText);
    if (status < 200) return false;
    this.head = { status, statusText, headers };
    return true;
  }

  /** Of the body, as the head says; null if it does not. */
  get contentLength(): number | null {
    return this.head && contentLengthOf(this.head.headers);
  }

  /** @returns false if the body got too large; the rest is dropped */
  add(chunk: Buffer): boolean {
    const room = this.bodyMax - this.size;
    this.#chunks.push(chunk.length <= room ? chunk : chunk.subarray(0, room));
    this.size += Math.min(chunk.length, room);
    return chunk.length <= room;
  }

  /** Did more bytes come than the head says? */
  exceedsLength(bytesRead: number): boolean {
    return this.contentLength !== null && bytesRead - this.#headSize - this.size > SLACK;
  }

  /** The body, or as much of its beginning as is kept. */
  body(bytesMax: number): Buffer {
    return Buffer.concat(this.#chunks, Math.min(this.size, bytesMax));
  }
}
