import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { rootCertificates, type TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import { FetchFault } from './fetch-fault.js';
import { type AllowPrivate, refuseAddress } from './refuse-address.js';

interface ResolvedAddress {
  address: string;
  family: number;
}

/** Names to addresses; the system's resolver where nothing else is given. Throws what `dns.lookup` throws. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface ConnectionOptions {
  allowPrivate: AllowPrivate;
  resolve?: Resolve;
  /** Certificates (PEM) that are trusted beside the system's. */
  trust?: readonly string[];
}

const REFUSED_CODES = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'EINVAL',
]);

/** @returns the code that Node names an error with, or its message */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

function nameConnectError(error: unknown, host: string, isTls: boolean): FetchFault {
  if (error instanceof FetchFault) return error;
  const code = codeOf(error);
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return new FetchFault('connect-timeout', `${host} did not answer in time`);
  if (REFUSED_CODES.has(code)) return new FetchFault('connect-failed', `${host} can't be reached (${code})`);
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return new FetchFault('connection-reset', `${host} closed the connection while it was made (${code})`);
  if (isTls) return new FetchFault('tls-failed', `${host}: the TLS connection failed (${code})`);
  return new FetchFault('connect-failed', `${host} can't be reached (${code})`);
}

async function resolveHost(hostname: string, resolve: Resolve): Promise<readonly ResolvedAddress[]> {
  const family = isIP(hostname);
  if (family !== 0) return [{ address: hostname, family }];
  try {
    const found = await resolve(hostname);
    if (found.length > 0) return found;
  } catch (error) {
    throw new FetchFault('dns-failed', `${hostname} has no address (${codeOf(error)})`);
  }
  throw new FetchFault('dns-failed', `${hostname} has no address`);
}

function refuse(address: string, hostname: string, allowPrivate: AllowPrivate): void {
  const reason = refuseAddress(address, allowPrivate);
  if (reason === null) return;
  throw new FetchFault('address-refused', hostname === address ? reason : `${hostname}: ${reason}`);
}

/** Node asks for all addresses when it tries several at once, and for one otherwise. */
const lookupOf =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_hostname, options, callback) => {
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };

const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/**
 * Connects to a host whose addresses were all found to be allowed, and to exactly these addresses: the name is
 * resolved once, so a name that changes its mind between check and connection gains nothing.
 *
 * @throws {FetchFault} dns-failed, address-refused, connect-failed, connect-timeout, connection-reset or tls-failed
 */
export async function connectChecked(
  target: buildConnector.Options,
  options: ConnectionOptions,
  connectMs: number,
): Promise<Socket | TLSSocket> {
  const { hostname } = target;
  const isTls = target.protocol === 'https:';
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => {
      isLate = true;
      fail(new FetchFault('connect-timeout', `${hostname} did not answer within ${connectMs} ms`));
    }, connectMs);
  });

  const connecting = async (): Promise<Socket | TLSSocket> => {
    const addresses = await resolveHost(hostname, options.resolve ?? resolveBySystem);
    for (const { address } of addresses) refuse(address, hostname, options.allowPrivate);
    if (isLate) throw new FetchFault('connect-timeout', `${hostname} was resolved too late`);
    const connect = buildConnector({
      timeout: connectMs,
      lookup: lookupOf(addresses),
      autoSelectFamily: true,
      ...(options.trust === undefined ? {} : { ca: [...rootCertificates, ...options.trust] }),
    });
    const socket = await new Promise<Socket | TLSSocket>((done, fail) => {
      connect(target, (error, connected) => (error === null ? done(connected!) : fail(error)));
    });
    try {
      if (isLate) throw new FetchFault('connect-timeout', `${hostname} answered too late`);
      // Belt and braces: what was checked is what is connected.
      refuse(socket.remoteAddress ?? '', hostname, options.allowPrivate);
    } catch (error) {
      socket.on('error', () => undefined).destroy();
      throw error;
    }
    return socket;
  };

  try {
    const made = connecting();
    // The socket that loses the race may still fail later, when nobody listens any more.
    made.catch(() => undefined);
    return await Promise.race([made, late]);
  } catch (error) {
    throw nameConnectError(error, hostname, isTls);
  } finally {
    clearTimeout(timer);
  }
}
