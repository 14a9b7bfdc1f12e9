import { type Answers, boundOf, levels } from './answers.js';
import { groups } from './groups.js';
import { type DamageSummary, type GroupSummary, type Way, ways } from './summarise.js';
import { escapeXml, text } from './svg.js';

const COLUMNS = 3;
const PANEL = { width: 330, height: 250, gapX: 40, gapY: 66 };
const LEFT = 70;
const TOP = 150;
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

/** Where the zeros of a way stand in the band, so that the two do not cover each other. */
const zeroY = (way: Way): number => PLOT_HEIGHT + (way === 'fitted' ? 11 : 25);

const point = (way: Way, { answered, printed, wrong, excused }: Answers, number: number): string => {
  if (answered === 0 || printed === 0) return '';
  const x = xOf(answered / printed);
  const isNone = wrong === 0;
  const y = isNone ? zeroY(way) : yOf(wrong / answered);
  const all = yOf((wrong + excused) / answered);
  const parts = [
    isNone
      ? `<line class="${way} bound" x1="${fixed(x)}" x2="${fixed(x)}" y1="${fixed(y)}" y2="${fixed(yOf(boundOf(answered)))}"/>`
      : '',
    isNone
      ? `<line class="${way} bound" x1="${fixed(x - 4)}" x2="${fixed(x + 4)}" y1="${fixed(yOf(boundOf(answered)))}" y2="${fixed(yOf(boundOf(answered)))}"/>`
      : '',
    excused > 0 ? mark(way, x, all, 'open') : '',
    mark(way, x, y, 'full'),
    text(
      x + (way === 'fitted' ? -7 : 7),
      y + 3.5,
      String(number),
      way === 'fitted' ? 'end' : 'start',
      `small ${way}-text`,
    ),
  ];
  return parts.join('');
};

const counts = (value: number): string => value.toLocaleString('en-US');

const tellWay = ({ way, answers, tally }: GroupSummary): string =>
  `${wayNames[way]}: ${counts(tally.damaged ?? 0)} damaged cells; wrong of answered: ${answers
    .map(
      ({ level, wrong, answered, excused }) =>
        `${level} ${counts(wrong)} of ${counts(answered)} (and ${counts(excused)} of which nobody can know)`,
    )
    .join(', ')}`;

/** Under the panel's name: what the most careful and the usual user get. */
const subtitle = (found: readonly GroupSummary[]): string =>
  found
    .map(({ way, answers, tally }) => {
      const [verified, read] = answers as [Answers, Answers];
      const damaged = tally.damaged ? `${counts(tally.damaged)} damaged; ` : '';
      return `${way === 'fitted' ? '●' : '■'} ${damaged}wrong: ${counts(verified.wrong)} verified, ${counts(read.wrong - verified.wrong)} read`;
    })
    .join('   ');

const panel = (group: string, found: readonly GroupSummary[], at: number): string => {
  const x = LEFT + (at % COLUMNS) * (PANEL.width + PANEL.gapX + 40);
  const y = TOP + Math.floor(at / COLUMNS) * (PANEL.height + PANEL.gapY);
  const drawn = found.flatMap(({ way, answers }) => answers.map((one, k) => point(way, one, k + 1)));
  return `<g transform="translate(${x} ${y})">
<title>${escapeXml(`${group}. ${found.map(tellWay).join('. ')}`)}</title>
${text(0, -24, group, 'start', 'bold')}
${text(0, -9, subtitle(found), 'start', 'small')}
${grid()}
${drawn.join('\n')}
</g>`;
};

const legend = (): string => {
  const lines = [
    ...levels.map((level, at) => text(LEFT + at * 215, 62, `${at + 1}  ${level}`, 'start')),
    `${mark('fitted', LEFT + 5, 80, 'full')}${text(LEFT + 16, 84, wayNames.fitted, 'start')}`,
    `${mark('documents', LEFT + 255, 80, 'full')}${text(LEFT + 266, 84, wayNames.documents, 'start')}`,
    `${mark('fitted', LEFT + 525, 80, 'open')}${mark('documents', LEFT + 541, 80, 'open')}${text(LEFT + 552, 84, 'with those of which nobody can know: the record says what is printed, and nothing speaks against it', 'start')}`,
    text(
      LEFT,
      104,
      'In the grey band: none wrong of those answered; the bar above it ends at 3/N, below which the true share lies with 95 %.',
      'start',
    ),
  ];
  return lines.join('\n');
};

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
  const width = LEFT + COLUMNS * (PANEL.width + PANEL.gapX + 40) - 40;
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
<desc id="description">${escapeXml(`${counts(total)} damaged cells. One panel for each group of damages; across: the share of printed cells that is answered; up: the share of the answers that is wrong, by powers of ten. ${summary.groups.map((one) => `${one.group}, ${tellWay(one)}`).join('. ')}.`)}</desc>
<style>${style}</style>
<rect class="paper" width="100%" height="100%"/>
${text(LEFT, 34, `${head} (${counts(total)} damaged cells)`, 'start', 'head')}
${legend()}
${panels.join('\n')}
</svg>
`;
};
