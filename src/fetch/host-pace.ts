import { mayPass } from './fates.js';
import type { Attempt } from './judge-answer.js';

/** How fast requests go to a host. Times in milliseconds. */
export interface PaceOptions {
  /** From the end of one request to the beginning of the next. */
  delayMs: number;
  /** The delay never grows beyond this by itself; what robots.txt asks for may. */
  delayMaxMs: number;
  /** The first back-off, where `delayMs` is smaller. */
  backOffMs: number;
  /** Headers that take longer than this are a host in trouble. */
  slowMs: number;
}

export const defaultPace: PaceOptions = {
  delayMs: 1_000,
  delayMaxMs: 60_000,
  backOffMs: 2_000,
  slowMs: 5_000,
};

/** The pace of one host: slower where it struggles, step by step back to its own where it does not. */
export class HostPace {
  private base: number;
  private current: number;
  private touchedAt = Number.NEGATIVE_INFINITY;
  private heldUntil = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly options: PaceOptions,
    private readonly heldMaxMs: number,
  ) {
    this.base = options.delayMs;
    this.current = this.base;
  }

  get delayMs(): number {
    return this.current;
  }

  /** While a host recovers it gets one request at a time. */
  get isBackedOff(): boolean {
    return this.current > this.base;
  }

  /** What robots.txt asks for; never faster than what was set. */
  obeyCrawlDelay(ms: number): void {
    this.base = Math.max(this.options.delayMs, ms);
    this.current = Math.max(this.current, this.base);
  }

  /** How long the next request has to wait. Half a millisecond of rounding at either end is waited for, too. */
  waitMs(now: number): number {
    return Math.max(
      0,
      this.touchedAt + this.current + (this.current > 0 ? 1 : 0) - now,
      this.heldUntil - now,
    );
  }

  /** A request begins. */
  begin(now: number): void {
    this.touchedAt = now;
  }

  /** It ended; what it brought sets the pace of the next. */
  learn(attempt: Pick<Attempt, 'state' | 'retryAfterMs' | 'firstByteMs' | 'exchange'>, now: number): void {
    this.touchedAt = now;
    const { state, retryAfterMs, firstByteMs } = attempt;
    const { slowMs, backOffMs, delayMaxMs } = this.options;
    const raise = (to: number): void => {
      this.current = Math.max(this.base, Math.min(delayMaxMs, to));
    };
    if (retryAfterMs !== null)
      this.heldUntil = Math.max(this.heldUntil, now + Math.min(retryAfterMs, this.heldMaxMs));
    const status = attempt.exchange?.status;
    if (state === 'rate-limited' || status === 503) raise(Math.max(this.current * 2, backOffMs));
    else if (firstByteMs !== null && firstByteMs > slowMs) raise(Math.max(this.current * 1.5, firstByteMs));
    else if (state !== null && mayPass(state)) raise(Math.max(this.current * 1.5, backOffMs / 2));
    // Eight good answers bring a doubled pace back.
    else this.current = this.current * 0.9 <= this.base ? this.base : this.current * 0.9;
  }
}
