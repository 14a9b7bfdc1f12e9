import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type SecureContextOptions } from 'node:tls';
import type { Asked, Play } from './play.js';

/** One request as the server saw it. */
interface LogLine {
  /** Milliseconds since the server's start. */
  at: number;
  /** The Host field, without port. */
  host: string;
  path: string;
  userAgent: string;
}

/** A server on loopback that answers each path as its faults say, rightly or not, and logs what is requested. */
export class FaultServer {
  readonly log: LogLine[] = [];
  readonly ports = new Map<string, number>();
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly counts = new Map<string, number>();
  private readonly started = performance.now();

  constructor(private readonly plays: ReadonlyMap<string, Play>) {}

  /** Listens in clear under a name for its port. `onSocket`: what it does with a connection instead of HTTP. */
  async listen(name: string, onSocket = (socket: Socket) => this.serve(socket)): Promise<void> {
    await this.open(
      name,
      createServer((socket) => onSocket(this.keep(socket))),
    );
  }

  async listenTls(name: string, secrets: SecureContextOptions): Promise<void> {
    const server = createTlsServer(secrets, (socket) => this.serve(this.keep(socket)));
    server.on('tlsClientError', () => undefined);
    server.on('connection', (socket) => this.keep(socket));
    await this.open(name, server);
  }

  private async open(name: string, server: Server): Promise<void> {
    this.servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    this.ports.set(name, (server.address() as AddressInfo).port);
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket.setNoDelay(true));
    // The other side hangs up on most faults.
    socket.on('error', () => undefined).once('close', () => this.sockets.delete(socket));
    return socket;
  }

  private serve(socket: Socket): void {
    let text = '';
    let beforeOnSocket = 0;
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const [line = '', ...fields] = text.slice(0, end).split('\r\n');
      text = text.slice(end + 4);
      const headers = new Map(
        fields.map((field) => {
          const colon = field.indexOf(':');
          return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()] as const;
        }),
      );
      const path = line.split(' ')[1] ?? '';
      this.answer(socket, { path, headers, before: 0, beforeOnSocket });
      beforeOnSocket += 1;
    });
  }

  private answer(socket: Socket, asked: Asked): void {
    const host = (asked.headers.get('host') ?? '').replace(/:\d+$/u, '');
    const name = asked.path.split('?')[0]!;
    const before = this.counts.get(`${host}${name}`) ?? 0;
    this.counts.set(`${host}${name}`, before + 1);
    const at = performance.now() - this.started;
    this.log.push({ at, host, path: asked.path, userAgent: asked.headers.get('user-agent') ?? '' });
    const play = this.plays.get(`${host}${name}`) ?? this.plays.get(name);
    if (play === undefined) socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    else play(socket, { ...asked, before }, this);
  }

  /** @returns an address on this server; `name` is that of a port */
  url(path: string, name = 'http', host = '127.0.0.1'): string {
    const scheme = name.startsWith('tls') ? 'https' : 'http';
    return `${scheme}://${host}:${this.ports.get(name)}${path}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(this.servers.map((server) => new Promise((done) => server.close(done))));
  }
}
