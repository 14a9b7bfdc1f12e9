import { talliesOf } from './summarise.js';
import { escapeXml, text } from './svg.js';
import { excusedAs, silentReadOf, silentVerifiedOf, sumBy, type Tallies, type Tally } from './tally.js';

interface Share {
  name: string;
  style: string;
  of: (tally: Tally) => number;
}

/** What became of the damaged cells, from the best to the worst. */
const shares: Share[] = [
  { name: 'read as before the damage', style: 'recovered', of: ({ recovered }) => recovered },
  { name: 'located and corrected', style: 'corrected', of: ({ corrected }) => corrected },
  { name: 'located', style: 'located', of: ({ located, corrected }) => located - corrected },
  {
    name: 'no sum against it, yet in doubt',
    style: 'doubted',
    of: (tally) => excusedAs(tally, 'doubted'),
  },
  {
    name: 'no sum against it, looks sure',
    style: 'excused',
    of: (tally) => excusedAs(tally, 'verified') + excusedAs(tally, 'read'),
  },
  { name: 'wrong and looks sure', style: 'silent', of: (tally) => silentDamaged(tally) },
];

/** Damaged cells that look sure and are wrong; silent errors of other cells are in the numbers beside the bar. */
const silentDamaged = ({ damaged, recovered, located, unprotected }: Tally): number =>
  damaged - recovered - located - unprotected;

const ROW = 18;
const TOP = 110;
const NAMES = 190;
const BAR = 300;
/** Width of the four numbers beside a bar, and how many there are. */
const NUMBERS = 280;
const PER_ROW = 4;
const GAP = 40;

const bar = (tally: Tally, x: number, y: number): string => {
  let left = x;
  return shares
    .map(({ style, of }) => {
      const width = (BAR * of(tally)) / tally.damaged;
      const drawn =
        width > 0
          ? `<rect class="${style}" x="${left.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${ROW - 5}"/>`
          : '';
      left += width;
      return drawn;
    })
    .join('');
};

const numbers = (tally: Tally, x: number, y: number): string => {
  const { printed, verified, read } = tally;
  const silent = [silentVerifiedOf(tally), silentReadOf(tally)];
  const answered = printed === 0 ? '' : `${((100 * (verified + read)) / printed).toFixed(0)} %`;
  const { doubts, doubtsRight } = tally;
  const right = doubts === 0 ? '' : `${((100 * doubtsRight) / doubts).toFixed(0)} %`;
  return [...silent, answered, right]
    .map((content, at) => {
      const isError = typeof content === 'number' && content > 0;
      return text(
        x + (at + 1) * (NUMBERS / PER_ROW),
        y + ROW - 8,
        content,
        'end',
        isError ? 'error' : 'soft',
      );
    })
    .join('');
};

const panel = (tallies: Tallies, names: readonly string[], x: number, title: string): string => {
  const sums = sumBy(tallies, [0]);
  const cells = [...sums.values()].reduce((sum, { damaged }) => sum + damaged, 0);
  const heads = ['wrong, verified', 'wrong, read', 'answered', 'doubts right'];
  return [
    text(x, TOP - 32, `${title}: ${cells.toLocaleString('en-US')} damaged cells`, 'start', 'bold'),
    ...heads.map((head, at) =>
      text(x + BAR + (at + 1) * (NUMBERS / PER_ROW), TOP - 10, head, 'end', 'small'),
    ),
    ...names.map((name, at) => {
      const tally = sums.get(name);
      const y = TOP + at * ROW;
      if (!tally) return text(x, y + ROW - 8, 'does not apply', 'start', 'soft');
      return (tally.damaged > 0 ? bar(tally, x, y) : '') + numbers(tally, x + BAR, y);
    }),
  ].join('\n');
};

/** Of the table whose figures are in two sums each: only there can a wrong figure be located and corrected. */
const boundTwice = (tallies: Tallies): Tallies =>
  Object.fromEntries(Object.entries(tallies).filter(([key]) => key.endsWith('|applications')));

const legend = (): string =>
  shares
    .map(({ name, style }, at) => {
      const x = 20 + at * 200;
      return `<rect class="${style}" x="${x}" y="36" width="11" height="11"/>${text(x + 16, 46, name)}`;
    })
    .join('\n');

const style = `
svg { --paper: #ffffff; --ink: #1f2328; --soft: #59636e; --error: #c0392b; --recovered: #2f6f4f; --corrected: #7fbf7b; --located: #cfe3c8; --doubted: #d7d7d7; --excused: #9a9a9a; }
@media (prefers-color-scheme: dark) { svg { --paper: #0d1117; --ink: #e6edf3; --soft: #9198a1; --error: #ff7b72; --recovered: #2ea043; --corrected: #56a65a; --located: #2f4a33; --doubted: #3d444d; --excused: #7d8590; } }
text { fill: var(--ink); font: 11px sans-serif; } .small { font-size: 9px; fill: var(--soft); } .soft { fill: var(--soft); } .bold { font-weight: bold; } .head { font-weight: bold; font-size: 15px; }
.paper { fill: var(--paper); } .error, .silent { fill: var(--error); } .recovered { fill: var(--recovered); } .corrected { fill: var(--corrected); } .located { fill: var(--located); } .doubted { fill: var(--doubted); } .excused { fill: var(--excused); }`;

/** An SVG: for every damage what became of its cells, beside it the wrong numbers that look sure and the share of cells answered. */
export const drawKinds = (tallies: Tallies): string => {
  const names = [...sumBy(tallies, [0]).keys()].sort();
  const second = NAMES + BAR + NUMBERS + GAP;
  const width = second + BAR + NUMBERS + 20;
  const height = TOP + names.length * ROW + 20;
  const head = 'What becomes of damaged cells';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${head}</title>
<desc id="description">${escapeXml(`A bar for each of ${names.length} damages: the shares of its damaged cells that are ${shares.map(({ name }) => name).join('; ')}.`)}</desc>
<style>${style}</style>
<rect class="paper" width="100%" height="100%"/>
${text(20, 22, head, 'start', 'head')}
${legend()}
${names.map((name, at) => text(20, TOP + at * ROW + ROW - 8, name)).join('\n')}
${panel(boundTwice(talliesOf(tallies, true)), names, NAMES, 'Table 三 graded without a carrier')}
${panel(talliesOf(tallies, false), names, second, 'Documents')}
</svg>
`;
};
