import type { Figures } from './figures.js';

const counts = (value: number): string => value.toLocaleString('en-US');
const percent = (part: number, whole: number): string =>
  `${(Math.floor((10_000 * part) / whole) / 100).toFixed(2)} %`;
const both = ([right, wrong]: [number, number]): string => `${counts(right)} / ${counts(wrong)}`;

/** Scans: before and after the sums have their say. */
export function scansBlock({ scans }: Figures): string {
  if (!scans) return '';
  return [
    `| \`${scans.command}\` | documents | pages | cells | right as recognised | right or rightly suggested | verified, right / wrong | read | suspect |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...scans.rows.map(({ name, documents, pages, cells, before, after, verified, read, suspect }) => {
      const shares = [percent(before, cells), percent(after, cells)];
      return `| ${[name, documents, pages, counts(cells), ...shares, both(verified), both(read), both(suspect)].join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

/** PDFs that Chromium and LibreOffice print. */
export function printsBlock({ prints }: Figures): string {
  if (!prints) return '';
  const { command, documents, cells, right, silent, places } = prints;
  return `${documents} PDFs printed by Chromium and LibreOffice in many styles (\`${command}\`): ${percent(right, cells)} of ${counts(cells)} cells right, ${silent} wrong and sure; page and box of ${counts(places)} cells were compared with the text that stands there.\n`;
}
