import { FetchFault } from './fetch-fault.js';
import type { FetchLimits } from './fetch-limits.js';

/** The clocks of one request: each phase has its own, and the first that runs out ends the request. */
export class WatchTimes {
  isStopped = false;
  private total: NodeJS.Timeout | undefined;
  private phase: NodeJS.Timeout | undefined;
  private rate: NodeJS.Timeout | undefined;
  private bytes = 0;

  constructor(
    private readonly limits: FetchLimits,
    private readonly host: string,
    private readonly onOver: (fault: FetchFault) => void,
  ) {}

  private over(state: FetchFault['state'], what: string): void {
    this.onOver(new FetchFault(state, `${this.host} ${what}`));
  }

  /** The request waits for a connection, which keeps its own time. */
  start(): void {
    const { totalMs } = this.limits;
    this.total = setTimeout(() => this.over('too-slow', `took more than ${totalMs} ms in all`), totalMs);
  }

  /** The request is on the wire. */
  sent(): void {
    if (this.isStopped) return;
    const { headersMs } = this.limits;
    clearTimeout(this.phase);
    this.phase = setTimeout(
      () => this.over('headers-timeout', `sent no whole headers within ${headersMs} ms`),
      headersMs,
    );
  }

  /** The headers are there. */
  answered(): void {
    if (this.isStopped) return;
    const { minBytesPerSecond, rateWindowMs, idleMs } = this.limits;
    clearTimeout(this.phase);
    this.phase = setTimeout(() => this.over('body-timeout', `went silent for ${idleMs} ms`), idleMs);
    this.rate = setInterval(() => {
      const isSlow = this.bytes * 1000 < minBytesPerSecond * rateWindowMs;
      this.bytes = 0;
      if (isSlow) this.over('too-slow', `sends less than ${minBytesPerSecond} bytes a second`);
    }, rateWindowMs);
  }

  /** So many bytes of the body came. */
  received(bytes: number): void {
    this.bytes += bytes;
    this.phase?.refresh();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.total);
    clearTimeout(this.phase);
    clearInterval(this.rate);
  }
}
