import { talliesOf } from './summarise.js';
import { silentOf, sumBy, type Tallies, type Tally } from './tally.js';

interface Share {
  name: string;
  color: string;
  of: (tally: Tally) => number;
}

/** What became of the damaged cells, from the best to the worst. */
const shares: Share[] = [
  { name: 'read as before the damage', color: '#2f6f4f', of: ({ recovered }) => recovered },
  { name: 'located and corrected', color: '#7fbf7b', of: ({ corrected }) => corrected },
  { name: 'located', color: '#d9ead3', of: ({ located, corrected }) => located - corrected },
  { name: 'nobody can know', color: '#d0d0d0', of: ({ unprotected }) => unprotected },
  { name: 'silent', color: '#c0392b', of: (tally) => silentDamaged(tally) },
];

/** Damaged cells that look sure and are wrong; silent errors of other cells stand in the numbers beside the bar. */
const silentDamaged = ({ damaged, recovered, located, unprotected }: Tally): number =>
  damaged - recovered - located - unprotected;

const ROW = 18;
const TOP = 96;
const NAMES = 190;
const BAR = 300;
/** Width of the three numbers beside a bar. */
const NUMBERS = 190;
const GAP = 40;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const text = (x: number, y: number, content: string | number, more = ''): string =>
  `<text x="${x}" y="${y}"${more}>${escapeXml(String(content))}</text>`;

const RIGHT = ' text-anchor="end"';

const bar = (tally: Tally, x: number, y: number): string => {
  let left = x;
  return shares
    .map(({ color, of }) => {
      const width = (BAR * of(tally)) / tally.damaged;
      const drawn =
        width > 0
          ? `<rect x="${left.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${ROW - 5}" fill="${color}"/>`
          : '';
      left += width;
      return drawn;
    })
    .join('');
};

const numbers = (tally: Tally, x: number, y: number): string => {
  const verified = tally.silentVerified + tally.silentVerifiedFree;
  const answered =
    tally.printed === 0 ? '' : `${((100 * (tally.verified + tally.read)) / tally.printed).toFixed(0)} %`;
  const style = silentOf(tally) > 0 ? ' fill="#c0392b"' : ' fill="#666"';
  return [verified, silentOf(tally) - verified, answered]
    .map((content, at) =>
      text(x + (at + 1) * (NUMBERS / 3), y + ROW - 8, content, `${RIGHT}${at < 2 ? style : ''}`),
    )
    .join('');
};

const panel = (tallies: Tallies, names: readonly string[], x: number, title: string): string => {
  const sums = sumBy(tallies, [0]);
  const all = [...sums.values()];
  const cells = all.reduce((sum, { damaged }) => sum + damaged, 0);
  const heads = ['silent, verified', 'silent, read', 'answered'];
  return [
    text(x, TOP - 32, `${title}: ${cells.toLocaleString('en-US')} damaged cells`, ' font-weight="bold"'),
    ...heads.map((head, at) =>
      text(x + BAR + (at + 1) * (NUMBERS / 3), TOP - 10, head, `${RIGHT} font-size="8"`),
    ),
    ...names.map((name, at) => {
      const tally = sums.get(name);
      const y = TOP + at * ROW;
      if (!tally) return text(x, y + ROW - 8, 'does not apply', ' fill="#aaa"');
      return (tally.damaged > 0 ? bar(tally, x, y) : '') + numbers(tally, x + BAR, y);
    }),
  ].join('\n');
};

/** Of the table whose figures stand in two sums each: only there a wrong figure can be located and corrected. */
const boundTwice = (tallies: Tallies): Tallies =>
  Object.fromEntries(Object.entries(tallies).filter(([key]) => key.endsWith('|applications')));

const legend = (): string =>
  shares
    .map(({ name, color }, at) => {
      const x = NAMES + at * 175;
      return `<rect x="${x}" y="30" width="11" height="11" fill="${color}"/>${text(x + 16, 40, name)}`;
    })
    .join('\n');

/** An SVG: for every damage what became of its cells, beside it the silent errors by level and the share of cells answered. */
export const drawPlot = (tallies: Tallies): string => {
  const names = [...sumBy(tallies, [0]).keys()].sort();
  const second = NAMES + BAR + NUMBERS + GAP;
  const width = second + BAR + NUMBERS + 20;
  const height = TOP + names.length * ROW + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
${text(20, 20, 'What becomes of damaged cells', ' font-size="14" font-weight="bold"')}
${legend()}
${names.map((name, at) => text(20, TOP + at * ROW + ROW - 8, name)).join('\n')}
${panel(boundTwice(talliesOf(tallies, true)), names, NAMES, 'Table 三 graded without a carrier')}
${panel(talliesOf(tallies, false), names, second, 'Documents')}
</svg>
`;
};
