import type { Socket } from 'node:net';
import { Client } from 'undici';
import { type ConnectionOptions, connectChecked } from './connect-checked.js';

/** A connection that waits longer than this for its next request is closed. */
const KEEP_ALIVE_MS = 15_000;
/** Connections that wait for their next request, over all hosts. */
const IDLE_MAX = 64;

/** One connection to one origin, for one request at a time. */
export interface Lease {
  readonly client: Client;
  /** It served a request before, and may be closed at the other end without our knowing. */
  readonly isUsed: boolean;
  /** The address that is connected to; null before there is one. */
  readonly ip: string | null;
  /** Bytes that the HTTP parser was given since it was leased or made, TLS undone. */
  readonly bytesRead: number;
  /** The request went well: the connection may serve another one. */
  giveBack(): void;
  /** It did not, or what came behind the answer can't be trusted. */
  discard(): void;
}

class Line implements Lease {
  readonly client: Client;
  isUsed = false;
  ip: string | null = null;
  bytesRead = 0;
  connectMs = 0;

  constructor(
    readonly origin: string,
    options: ConnectionOptions,
    headersMax: number,
    private readonly onReturn: (line: Line) => void,
    private readonly onDiscard: (line: Line) => void,
  ) {
    this.client = new Client(origin, {
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: headersMax,
      // Time is kept where the request is made, to the millisecond and with a name for each phase.
      headersTimeout: 0,
      bodyTimeout: 0,
      allowH2: false,
      connect: (target, callback) => {
        connectChecked(target, options, this.connectMs).then(
          (socket) => {
            this.watch(socket);
            callback(null, socket);
          },
          (error: Error) => callback(error, null),
        );
      },
    });
    this.client.on('connectionError', () => undefined);
  }

  /** Counts what is read, because the parser does not say how much came behind the end of an answer. */
  private watch(socket: Socket): void {
    this.ip = socket.remoteAddress ?? null;
    this.bytesRead = 0;
    const read = socket.read.bind(socket);
    socket.read = (size?: number) => {
      const chunk = read(size);
      if (chunk !== null) this.bytesRead += chunk.length;
      return chunk;
    };
  }

  giveBack(): void {
    this.onReturn(this);
  }

  discard(): void {
    this.destroy();
    this.onDiscard(this);
  }

  destroy(): void {
    this.client.destroy().catch(() => undefined);
  }
}

/** Keeps connections alive between requests. Close it when no request is under way. */
export class Connections {
  private readonly idle: Line[] = [];
  private isClosed = false;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly headersMax: number,
  ) {}

  lease(origin: string, connectMs: number): Lease {
    const waiting = this.idle.findIndex((line) => line.origin === origin && !line.client.destroyed);
    const line = waiting >= 0 ? this.idle.splice(waiting, 1)[0]! : this.open(origin);
    line.connectMs = connectMs;
    line.bytesRead = 0;
    return line;
  }

  private open(origin: string): Line {
    return new Line(
      origin,
      this.options,
      this.headersMax,
      (line) => this.keep(line),
      () => this.drop((line) => line.origin === origin),
    );
  }

  private keep(line: Line): void {
    line.isUsed = true;
    this.idle.push(line);
    if (this.isClosed) this.drop(() => true);
    else if (this.idle.length > IDLE_MAX) this.idle.shift()!.destroy();
  }

  /** A host that closed one connection has likely closed the others that wait: another try shall not meet them. */
  private drop(isMeant: (line: Line) => boolean): void {
    const kept = this.idle.filter((line) => !isMeant(line));
    for (const line of this.idle.splice(0, this.idle.length, ...kept)) if (isMeant(line)) line.destroy();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.idle.splice(0).map((line) => line.client.destroy()));
  }
}
