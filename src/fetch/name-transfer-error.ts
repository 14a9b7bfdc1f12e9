import { errors } from 'undici';
import type { FetchState } from '../model/fetch.js';
import { codeOf } from './connect-checked.js';
import { FetchFault } from './fetch-fault.js';

/** What broke an exchange, before or after the headers of the answer were there. */
export function nameTransferError(error: unknown, hasHeaders: boolean, host: string): FetchFault {
  if (error instanceof FetchFault) return error;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : '';
  const fault = (state: FetchState, what: string) => new FetchFault(state, `${host} ${what} (${code})`);
  // The parser says so of any fault while a length is known, before the end of the headers too.
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' && hasHeaders)
    return fault('truncated', 'sent less than its Content-Length says');
  const isParser = error instanceof errors.HTTPParserError;
  if ((isParser && text.includes('EOF')) || text === 'other side closed')
    return hasHeaders
      ? fault('truncated', 'closed the connection before the body was whole')
      : fault('connection-reset', 'closed the connection before it answered');
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return fault(
      'connection-reset',
      hasHeaders ? 'broke off within the body' : 'broke off before it answered',
    );
  if (isParser || code.startsWith('UND_ERR_'))
    return new FetchFault('protocol-error', `${host} does not speak HTTP rightly (${text || code})`);
  if (code === 'ETIMEDOUT') return fault(hasHeaders ? 'body-timeout' : 'headers-timeout', 'went silent');
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO)/u.test(code)) return fault('tls-failed', 'broke the TLS connection');
  if (/^E[A-Z]+$/u.test(code)) return fault('connection-reset', 'was lost');
  return fault('internal-error', 'could not be read');
}
