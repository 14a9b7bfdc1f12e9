import { sayCount, sayPercent } from '../program/say-number.js';
import type { Figures } from './figures.js';
import { markdownTable } from './markdown-table.js';

const both = ([right, wrong]: [number, number]): string => `${sayCount(right)} / ${sayCount(wrong)}`;

/** What `npm run score` counted. @param set `corpus` or `samples` */
export function scoreBlock({ score }: Figures, set: string): string {
  const { command, carriers } = score[set]!;
  const columns = ['documents', 'cells', 'right', 'of them doubted', 'undecided', 'lost', 'wrong and sure'];
  const rows = carriers.map(({ carrier, documents, cells, right, doubted, doubt, lost, silent }) => [
    ...[carrier, documents, cells, sayPercent(right + doubted, cells, 3)],
    ...[doubted, doubt, lost, silent],
  ]);
  return markdownTable([`\`${command}\``, ...columns], 1, rows).join('\n');
}

/** Scans: before and after the sums have their say. */
export function scansBlock({ scans }: Figures): string {
  if (!scans) return '';
  const columns = ['documents', 'pages', 'cells', 'right as recognised', 'right or rightly suggested'];
  const levels = ['verified, right / wrong', 'read', 'suspect'];
  const rows = scans.rows.map(({ name, documents, pages, cells, before, after, verified, read, suspect }) => [
    ...[name, documents, pages, cells, sayPercent(before, cells), sayPercent(after, cells)],
    ...[both(verified), both(read), both(suspect)],
  ]);
  return markdownTable([`\`${scans.command}\``, ...columns, ...levels], 1, rows).join('\n');
}

/** PDFs that Chromium and LibreOffice print. */
export function printsBlock({ prints }: Figures): string {
  if (!prints) return '';
  const { command, documents, cells, right, silent, places } = prints;
  return `${documents} PDFs printed by Chromium and LibreOffice in many styles (\`${command}\`): ${sayPercent(right, cells)} of ${sayCount(cells)} cells right, ${silent} wrong and sure; page and box of ${sayCount(places)} cells were compared with the text at that place.\n`;
}
