import type { Resolve } from '../../fetch/connect-checked.js';
import { bodyFaults } from './body-faults.js';
import { makeCertificates } from './certificates.js';
import { challengeFaults } from './challenge-faults.js';
import { type Fault, pathOf } from './fault.js';
import { FaultServer } from './fault-server.js';
import { hostFaults } from './host-faults.js';
import { redirectFaults } from './redirect-faults.js';
import { statusFaults } from './status-faults.js';
import { wireFaults } from './wire-faults.js';

export const allFaults: readonly Fault[] = [
  ...statusFaults,
  ...wireFaults,
  ...bodyFaults,
  ...redirectFaults,
  ...hostFaults,
  ...challengeFaults,
];

const NAMES: Record<string, string[]> = {
  'site.test': ['127.0.0.1'],
  'kept.test': ['127.0.0.1'],
  'other.test': ['127.0.0.1'],
  'inner.test': ['10.0.0.5'],
  'half-inner.test': ['127.0.0.1', '192.168.0.5'],
  'empty.test': [],
};

/** The names of the test world. */
export const resolveTestName: Resolve = async (hostname) => {
  if (hostname === 'never.test') return new Promise(() => undefined);
  const addresses = NAMES[hostname];
  if (addresses === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return addresses.map((address) => ({ address, family: 4 }));
};

export interface StartedFaults {
  server: FaultServer;
  /** To be trusted. */
  trust: string[];
}

/** A server that plays all faults, on ports of its own choice. */
export async function startFaultServer(): Promise<StartedFaults> {
  const played = allFaults.filter((fault) => fault.play !== undefined);
  const server = new FaultServer(new Map(played.map((fault) => [pathOf(fault), fault.play!])));
  const { good, expired, own } = await makeCertificates();
  await server.listen('http');
  await server.listen('clear', (socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  });
  await server.listen('mute', () => undefined);
  await server.listen('hang-up', (socket) => void socket.once('data', () => socket.resetAndDestroy()));
  await server.listenTls('tls', good);
  await server.listenTls('tls-expired', expired);
  await server.listenTls('tls-self-signed', own);
  return { server, trust: [good.cert, expired.cert] };
}
