import { WarcError } from './warc-error.js';

/** An answer of HTTP as a block holds it. */
export interface HttpAnswer {
  status: number;
  /** Names in lower case; of several headers of one name, the first. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

/** Heads are short; where no blank line comes within it, there is no body. */
const HEAD_MAX = 256 * 1024;

/** Takes a block apart. @throws WarcError `warc-damaged` where it is no answer of HTTP */
export function parseAnswer(block: Buffer): HttpAnswer {
  const [head, body] = cutHead(block);
  const [first = '', ...lines] = head.split(/\r?\n/u);
  const status = /^HTTP\/[\d.]+\s+(\d{3})(?:\s|$)/u.exec(first)?.[1];
  if (status === undefined) throw new WarcError('warc-damaged', 'the record holds no answer of HTTP');
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (/^[ \t]/u.test(line) && last !== '') headers.set(last, `${headers.get(last)} ${line.trim()}`);
    else if (colon > 0) {
      const name = line.slice(0, colon).trim().toLowerCase();
      if (headers.has(name)) last = '';
      else headers.set((last = name), line.slice(colon + 1).trim());
    }
  }
  return { status: Number(status), headers, body };
}

function cutHead(block: Buffer): [head: string, body: Buffer] {
  // An empty line, whichever line ends the server used.
  for (let at = block.indexOf(0x0a); at >= 0 && at < HEAD_MAX; at = block.indexOf(0x0a, at + 1)) {
    const next = block[at + 1] === 0x0d ? at + 2 : at + 1;
    if (block[next] === 0x0a) return [block.toString('latin1', 0, at), block.subarray(next + 1)];
  }
  return [block.toString('latin1', 0, HEAD_MAX), Buffer.alloc(0)];
}

/** `text/html; charset=gbk` taken apart; the media type in lower case, null if it is absent. */
export function parseContentType(value: string | undefined): string | null {
  const type = (value ?? '').split(';', 1)[0]!.trim().toLowerCase();
  return /^[\w.+-]+\/[\w.+-]+$/u.test(type) ? type : null;
}
