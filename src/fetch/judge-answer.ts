import { parseMIMEType } from 'undici';
import type { ChallengePattern } from '../model/challenge-pattern.js';
import { contentEncodings } from '../model/content-encodings.js';
import type { Exchange, FetchState } from '../model/fetch.js';
import { decodeBody } from './decode-body.js';
import { FetchFault } from './fetch-fault.js';
import type { FetchLimits } from './fetch-limits.js';
import { findChallenge } from './find-challenge.js';
import type { Answer } from './make-request.js';
import { readRetryAfter } from './read-retry-after.js';

/** One request, judged. */
export interface Attempt {
  /** Null: it is a redirect to `location`. */
  state: FetchState | null;
  message: string;
  exchange: Exchange | null;
  body: Uint8Array | null;
  location: string | null;
  retryAfterMs: number | null;
  firstByteMs: number | null;
  elapsedMs: number;
}

/** @returns the first field of this name, or null */
export const fieldOf = (exchange: Exchange | null, name: string): string | null =>
  exchange?.responseHeaders.find(([field]) => field.toLowerCase() === name)?.[1].trim() ?? null;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function stateOfStatus(status: number, hasRetryAfter: boolean): FetchState {
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403 || status === 451) return 'forbidden';
  if (status === 429 || (status === 503 && hasRetryAfter)) return 'rate-limited';
  if (status >= 400 && status < 500) return 'client-error';
  if (status >= 500 && status < 600) return 'server-error';
  return status >= 300 && status < 400 ? 'redirect-broken' : 'protocol-error';
}

/** @returns media type in lower case and charset as the header says; nulls where it can't be read */
export function readContentType(field: string | null): { mediaType: string | null; charset: string | null } {
  const parsed = field === null ? 'failure' : parseMIMEType(field);
  if (parsed === 'failure') return { mediaType: null, charset: null };
  return { mediaType: parsed.essence, charset: parsed.parameters.get('charset')?.toLowerCase() || null };
}

/** Decodes where that can be done: a page of an anti-bot system may come with any status. */
async function tryDecode(exchange: Exchange, limits: FetchLimits): Promise<Uint8Array | FetchFault> {
  const encodings = contentEncodings(
    exchange.responseHeaders
      .filter(([name]) => name.toLowerCase() === 'content-encoding')
      .map(([, value]) => value)
      .join(','),
  );
  try {
    const body = await decodeBody(exchange.body, encodings, limits, exchange.isBodyCut);
    return limits.atMax === 'cut' ? body.subarray(0, limits.decodedMax) : body;
  } catch (error) {
    if (error instanceof FetchFault) return error;
    throw error;
  }
}

/** Says what an answer means. `isConditional`: the request said which version is known already. */
export async function judgeAnswer(
  answer: Answer,
  isConditional: boolean,
  limits: FetchLimits,
  challenges: readonly ChallengePattern[],
  now: number,
): Promise<Attempt> {
  const { exchange, fault, firstByteMs, elapsedMs } = answer;
  const retryAfterMs = readRetryAfter(fieldOf(exchange, 'retry-after'), now);
  const judged = (state: FetchState | null, message: string, body: Uint8Array | null = null): Attempt => ({
    ...{ state, message, exchange, body, location: null, retryAfterMs, firstByteMs, elapsedMs },
  });
  if (fault !== null) return judged(fault.state, fault.message);
  const { status } = exchange!;
  const said = `HTTP ${status}`;

  if (REDIRECTS.has(status)) {
    const location = fieldOf(exchange, 'location');
    if (location === null || location === '') return judged('redirect-broken', `${said} without a Location`);
    return { ...judged(null, said), location };
  }
  if (status === 304)
    return isConditional
      ? judged('not-modified', 'unchanged since it was fetched last')
      : judged('protocol-error', `${said}, though no version was named as known`);

  const decoded = await tryDecode(exchange!, limits);
  if (!(decoded instanceof FetchFault)) {
    const challenge = findChallenge(exchange!, decoded, challenges);
    if (challenge !== null)
      return judged('challenge', `${said}: page of an anti-bot system (${challenge.name})`);
  }
  if (status < 200 || status > 299) return judged(stateOfStatus(status, retryAfterMs !== null), said);
  if (status === 206) return judged('truncated', `${said}: a part that was not asked for`);
  if (decoded instanceof FetchFault) return judged(decoded.state, decoded.message);
  return judged('fetched', decoded.length === 0 ? `${said}, an empty body` : said, decoded);
}
