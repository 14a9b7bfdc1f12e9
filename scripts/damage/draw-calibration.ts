import { sayCount, sayPercent } from '../program/say-number.js';
import { type Answers, boundOf, levels } from './answers.js';
import { groups } from './groups.js';
import { type DamageSummary, type GroupSummary, type Way, ways } from './summarise.js';
import { escapeXml, text } from './svg.js';
import { emptyTally, knowable } from './tally.js';

/** Two, so that the text stays legible where a page shows the plot as wide as its own text. */
const COLUMNS = 2;
const PANEL = { width: 360, height: 230, gapX: 130, gapY: 92 };
const LEFT = 70;
const TOP = 206;
/** Powers of ten that the upright axis shows. */
const DECADES = [-6, -5, -4, -3, -2, -1, 0];
/** Below the axis: where no wrong answer was seen. */
const ZERO_BAND = 34;
const PLOT_HEIGHT = PANEL.height - ZERO_BAND;

const wayNames: Record<Way, string> = {
  fitted: 'tables graded without a carrier',
  documents: 'documents read through a carrier',
};

const xOf = (share: number): number => Math.min(1, share) * PANEL.width;

const yOf = (share: number): number => {
  const [low, high] = [DECADES[0]!, DECADES.at(-1)!];
  const at = Math.max(low, Math.log10(share));
  return ((high - at) / (high - low)) * PLOT_HEIGHT;
};

const fixed = (value: number): string => value.toFixed(1);

const grid = (): string =>
  [
    ...DECADES.map((decade) => {
      const y = yOf(10 ** decade);
      const name =
        decade >= -2 ? `${100 * 10 ** decade} %` : `${(100 * 10 ** decade).toFixed(-decade - 2)} %`;
      return `<line class="grid" x1="0" x2="${PANEL.width}" y1="${fixed(y)}" y2="${fixed(y)}"/>${text(-6, y + 3, name, 'end', 'small')}`;
    }),
    ...[0, 25, 50, 75, 100].map((percent) => {
      const x = xOf(percent / 100);
      return `<line class="grid" x1="${fixed(x)}" x2="${fixed(x)}" y1="0" y2="${PANEL.height}"/>${text(x, PANEL.height + 13, `${percent} %`, 'middle', 'small')}`;
    }),
    `<rect class="zero" x="0" y="${PLOT_HEIGHT}" width="${PANEL.width}" height="${ZERO_BAND}"/>`,
    text(-6, PLOT_HEIGHT + ZERO_BAND / 2 + 3, 'none', 'end', 'small'),
  ].join('\n');

/** A circle for tables without a carrier, a square for documents. */
const mark = (way: Way, x: number, y: number, style: string): string =>
  way === 'fitted'
    ? `<circle class="${way} ${style}" cx="${fixed(x)}" cy="${fixed(y)}" r="4.5"/>`
    : `<rect class="${way} ${style}" x="${fixed(x - 4)}" y="${fixed(y - 4)}" width="8" height="8"/>`;

/** Where the zeros of a way are drawn in the band, so that the two do not cover each other. */
const zeroY = (way: Way): number => PLOT_HEIGHT + (way === 'fitted' ? 11 : 25);

interface Point {
  x: number;
  y: number;
  /** Numbers of the levels that are drawn there, or so near that their marks touch. */
  numbers: number[];
}

const TOUCHING = 9;

/** Where the levels are drawn; those that touch share their numbers. */
const pointsOf = (way: Way, answers: readonly Answers[]): Point[] => {
  const points: Point[] = [];
  answers.forEach(({ answered, printed, wrong }, at) => {
    if (answered === 0 || printed === 0) return;
    const point = { x: xOf(answered / printed), y: wrong === 0 ? zeroY(way) : yOf(wrong / answered) };
    const near = points.find(({ x, y }) => Math.abs(x - point.x) + Math.abs(y - point.y) < TOUCHING);
    if (near) near.numbers.push(at + 1);
    points.push({ ...point, numbers: near ? [] : [at + 1] });
  });
  return points;
};

/** From the zero up to the bound below which the true share lies. */
const boundBar = (way: Way, x: number, answered: number): string => {
  const top = fixed(yOf(boundOf(answered)));
  const line = (x1: number, x2: number, y1: string): string =>
    `<line class="${way} bound" x1="${fixed(x1)}" x2="${fixed(x2)}" y1="${y1}" y2="${top}"/>`;
  return line(x, x, fixed(zeroY(way))) + line(x - 4, x + 4, top);
};

const marksOf = (way: Way, answers: readonly Answers[]): string => {
  const under = answers.flatMap(({ answered, printed, wrong, excused }) => {
    if (answered === 0 || printed === 0) return [];
    const x = xOf(answered / printed);
    return [
      wrong === 0 ? boundBar(way, x, answered) : '',
      excused > 0 ? mark(way, x, yOf((wrong + excused) / answered), 'open') : '',
    ];
  });
  const over = pointsOf(way, answers).map(({ x, y, numbers }) => {
    const [shift, anchor] = way === 'fitted' ? [-8, 'end' as const] : [8, 'start' as const];
    return mark(way, x, y, 'full') + text(x + shift, y + 3.5, numbers.join(' '), anchor, `small ${way}-text`);
  });
  return [...under, ...over].join('\n');
};

const tellWay = ({ way, answers, tally }: GroupSummary): string =>
  `${wayNames[way]}: ${sayCount(tally.damaged ?? 0)} damaged cells; wrong of answered: ${answers
    .map(
      ({ level, wrong, answered, excused }) =>
        `${level} ${sayCount(wrong)} of ${sayCount(answered)} (and ${sayCount(excused)} that no sum of their own speaks against)`,
    )
    .join(', ')}`;

/** Under the panel's name: what became of the damaged cells, and how many wrong ones look sure. */
const subtitle = ({ way, answers, tally: some }: GroupSummary): string => {
  const [verified, read] = answers as [Answers, Answers];
  const tally = { ...emptyTally(), ...some };
  const wrong = knowable(tally);
  const fate =
    wrong === 0
      ? ''
      : `${sayCount(tally.damaged)} damaged: ${sayPercent(tally.located, wrong, 1)} located, ${sayPercent(tally.corrected, wrong, 1)} corrected; `;
  const doubts =
    tally.doubts === 0 ? '' : `${sayPercent(tally.doubtsRight, tally.doubts, 1)} of doubts right; `;
  return `${way === 'fitted' ? '●' : '■'} ${fate}${doubts}wrong: ${sayCount(verified.wrong)} verified, ${sayCount(read.wrong - verified.wrong)} read`;
};

const panel = (group: string, found: readonly GroupSummary[], at: number): string => {
  const x = LEFT + (at % COLUMNS) * (PANEL.width + PANEL.gapX);
  const y = TOP + Math.floor(at / COLUMNS) * (PANEL.height + PANEL.gapY);
  const drawn = found.map(({ way, answers }) => marksOf(way, answers));
  return `<g transform="translate(${x} ${y})">
<title>${escapeXml(`${group}. ${found.map(tellWay).join('. ')}`)}</title>
${text(0, -38, group, 'start', 'bold')}
${found.map((one, line) => text(0, -23 + 13 * line, subtitle(one), 'start', 'small')).join('\n')}
${grid()}
${drawn.join('\n')}
</g>`;
};

const legend = (): string =>
  [
    text(
      LEFT,
      58,
      'Across: the share of printed cells that is answered. Up: the share of these answers that is wrong.',
    ),
    text(LEFT, 78, `Who takes as answers: ${levels.map((level, at) => `${at + 1} ${level}`).join(' · ')}`),
    `${mark('fitted', LEFT + 5, 94, 'full')}${text(LEFT + 16, 98, wayNames.fitted)}`,
    `${mark('documents', LEFT + 255, 94, 'full')}${text(LEFT + 266, 98, wayNames.documents)}`,
    `${mark('fitted', LEFT + 5, 114, 'open')}${mark('documents', LEFT + 21, 114, 'open')}`,
    text(
      LEFT + 32,
      118,
      'with those that no sum of their own speaks against: the record says what is printed, misprint and all',
    ),
    text(
      LEFT,
      138,
      'In the grey band: none wrong of N answered; the bar ends at 3/N, below which the true share lies with 95 %.',
    ),
  ].join('\n');

const style = `
svg { --paper: #ffffff; --ink: #1f2328; --soft: #59636e; --grid: #d8dee4; --zero: #eef1f4; --fitted: #0b6bcb; --documents: #b3470f; }
@media (prefers-color-scheme: dark) { svg { --paper: #0d1117; --ink: #e6edf3; --soft: #9198a1; --grid: #2d333b; --zero: #1b2027; --fitted: #6cb6ff; --documents: #f0a268; } }
text { fill: var(--ink); font: 12px sans-serif; } .small { font-size: 10px; fill: var(--soft); } .bold { font-weight: bold; font-size: 13px; } .head { font-weight: bold; font-size: 17px; }
.paper { fill: var(--paper); } .zero { fill: var(--zero); } .grid { stroke: var(--grid); stroke-width: 1; }
.fitted.full { fill: var(--fitted); } .documents.full { fill: var(--documents); } .open { fill: none; stroke-width: 1.6; }
.fitted { stroke: var(--fitted); } .documents { stroke: var(--documents); } .bound { stroke-width: 1.2; }
.fitted-text { fill: var(--fitted); } .documents-text { fill: var(--documents); }`;

/**
 * An SVG: for every group of damages the share of the printed cells that is answered (across) against the share of the
 * answers that is wrong (up, by powers of ten), for each level that a user may take.
 */
export const drawCalibration = (summary: Pick<DamageSummary, 'groups' | 'damaged'>): string => {
  const rows = Math.ceil(groups.length / COLUMNS);
  const width = LEFT + COLUMNS * (PANEL.width + PANEL.gapX);
  const height = TOP + rows * (PANEL.height + PANEL.gapY) - 10;
  const total = ways.reduce((sum, way) => sum + summary.damaged[way], 0);
  const panels = groups.map(({ name }, at) =>
    panel(
      name,
      summary.groups.filter(({ group }) => group === name),
      at,
    ),
  );
  const head = 'How sure is sure: answered cells against wrong answers';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${head}</title>
<desc id="description">${escapeXml(`${sayCount(total)} damaged cells. One panel for each group of damages; across: the share of printed cells that is answered; up: the share of the answers that is wrong, by powers of ten. ${summary.groups.map((one) => `${one.group}, ${tellWay(one)}`).join('. ')}.`)}</desc>
<style>${style}</style>
<rect class="paper" width="100%" height="100%"/>
${text(LEFT, 34, `${head} (${sayCount(total)} damaged cells)`, 'start', 'head')}
${legend()}
${panels.join('\n')}
</svg>
`;
};
