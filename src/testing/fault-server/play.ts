import type { Socket } from 'node:net';
import type { FaultServer } from './fault-server.js';

/** One request, as far as a fault needs it. */
export interface Asked {
  path: string;
  headers: ReadonlyMap<string, string>;
  /** How often this path was requested before. */
  before: number;
  /** How many requests this connection brought before. */
  beforeOnSocket: number;
}

/** Writes whatever it likes to the socket: HTTP can't lie as well as a socket can. */
export type Play = (socket: Socket, asked: Asked, server: FaultServer) => void;

/** The beginning of an answer, header fields as given and nothing else. Text is sent as latin1. */
export function head(socket: Socket, status: string, ...fields: string[]): void {
  socket.write(`HTTP/1.1 ${[status, ...fields].join('\r\n')}\r\n\r\n`, 'latin1');
}

/** A right answer with a right length. */
export function reply(socket: Socket, status: string, body: string | Uint8Array, ...fields: string[]): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  head(socket, status, `Content-Length: ${bytes.length}`, ...fields);
  socket.write(bytes);
}

export const HTML = 'Content-Type: text/html; charset=utf-8';

/** Writes again and again, no faster than the other side reads, until it is closed. */
export function pour(socket: Socket, chunk: Uint8Array, bytesMax: number): void {
  let sent = 0;
  const more = (): void => {
    while (!socket.destroyed && sent < bytesMax) {
      sent += chunk.length;
      if (!socket.write(chunk)) return void socket.once('drain', more);
    }
    socket.end();
  };
  more();
}

/** Writes a little at a time until it is closed. */
export function drip(socket: Socket, text: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(text, 'latin1'), everyMs);
  socket.once('close', () => clearInterval(timer));
}
