import type { Ruling } from './page-content.js';

/** A drawn border may lie this far (points) outside the gap that texts leave for it. */
const GAP_SLACK = 1.5;
/** Borders of different sections are one line where both fit: their gaps leave this much (points). */
const POOL_MARGIN = 1;

/** A border stands beside rows where it is drawn along this share of their height. */
const COVER_MIN = 0.55;

/** Borders at the places where they would be drawn. */
export class Borders {
  readonly rulings: Ruling[] = [];
  private readonly pool: number[] = [];

  /** @param known column lines of the page before, which hold where they fit */
  constructor(
    private readonly drawn: readonly Ruling[],
    private readonly known: readonly number[] = [],
  ) {}

  /** Where a border in a gap between two columns goes: along a drawn one, along one of another section, in the middle. */
  columnLine(from: number, to: number): number {
    const drawn = this.drawn.filter(({ axis }) => axis === 'vertical').map(({ position }) => position);
    const found =
      [...drawn, ...this.known].find((x) => isIn(x, from, to, GAP_SLACK)) ??
      this.pool.find((x) => isIn(x, from, to, -POOL_MARGIN));
    const x = found ?? (from + to) / 2;
    if (found === undefined) this.pool.push(x);
    return x;
  }

  /** Where borders between columns are drawn beside most of some rows, and no text stands over them: columns without figures. */
  drawnBeside(texts: readonly { x0: number; x1: number }[], top: number, bottom: number): number[] {
    return this.drawn
      .filter(({ axis, from, to }) => {
        const covered = Math.min(to, bottom) - Math.max(from, top);
        return axis === 'vertical' && covered >= COVER_MIN * (bottom - top);
      })
      .map(({ position }) => position)
      .filter((x) => texts.every(({ x0, x1 }) => x <= x0 || x >= x1));
  }

  rowLine(from: number, to: number): number {
    const known = this.drawn.find(
      ({ axis, position }) => axis === 'horizontal' && isIn(position, from, to, GAP_SLACK),
    );
    return known?.position ?? (from + to) / 2;
  }

  down(position: number, from: number, to: number): void {
    if (to > from) this.rulings.push({ axis: 'vertical', position, from, to });
  }

  /** Rows are drawn: what was inferred of them goes. */
  onlyAcross(drawn: readonly Ruling[]): void {
    this.rulings.splice(
      0,
      this.rulings.length,
      ...this.rulings.filter(({ axis }) => axis === 'vertical'),
      ...drawn,
    );
  }

  across(position: number, from: number, to: number): void {
    if (to > from) this.rulings.push({ axis: 'horizontal', position, from, to });
  }
}

const isIn = (x: number, from: number, to: number, slack: number): boolean =>
  x >= from - slack && x <= to + slack;
