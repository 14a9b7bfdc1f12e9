import { sayCount, sayPercent } from '../program/say-number.js';
import type { DecoderCost, Figures, PageCost } from './figures.js';
import { markdownTable } from './markdown-table.js';

const ratio = (value: number): string => (value >= 100 ? `${Math.round(value)}` : value.toFixed(1));

const decoderLines = (cost: DecoderCost | undefined): string[] => {
  if (!cost) return [];
  const { documents, undamaged, damaged, hardest } = cost;
  const share = ({ median, most }: DecoderCost['damaged']): string =>
    `${sayPercent(median, 1, 1)} (${sayPercent(most, 1, 1)})`;
  return [
    '',
    `Grading and decoding, of a conversion’s time (${documents} generated documents, at the median; the most in brackets): undamaged ${share(undamaged)}, damaged ${share(damaged)}. The hardest of ${hardest.tables} tables made to be hard (${hardest.name}): ${hardest.ratio.toFixed(1)} times a median conversion. The search for wrong cells took at most ${sayCount(hardest.steps)} steps there and is bounded by ${sayCount(hardest.stepsMax)}.`,
  ];
};

function pageLines(pages: PageCost | undefined): string[] {
  if (!pages) return [];
  const { text, pictures } = pages;
  const lines = [
    '',
    `A page of PDF with text takes ${text.seconds} s, ${ratio(text.seconds / text.librarySeconds)} times what pdfjs takes to give its text alone.`,
  ];
  if (!pictures) return lines;
  const { tesseract } = pictures;
  const beside = tesseract
    ? `, ${ratio(pictures.seconds / tesseract.seconds)} times what tesseract takes (chi_sim, one core) for the same pages, which gives ${tesseract.right} in whole rows`
    : '';
  return [
    ...lines,
    `A picture of a page at 200 dpi takes ${pictures.seconds} s (${pictures.right} of ${pictures.cells} cells right as recognised)${beside}.`,
  ];
}

/** What a conversion costs. */
export function speedBlock({ bench }: Figures): string {
  const { command, machine, formats, stages, decoder, pages } = bench!;
  const columns = ['library alone', 'documents', 'ms each', 'library ms', 'ratio'];
  const rows = formats.map(({ form, documents, ms, library, libraryMs }, i) => {
    const shares = Object.values(stages[i]!.shares).map((share) => `${Math.round(100 * share)} %`);
    return [form, library, documents, `${ms}`, `${libraryMs}`, ratio(ms / libraryMs), ...shares];
  });
  return [
    ...markdownTable([`\`${command}\``, ...columns, ...Object.keys(stages[0]!.shares)], 2, rows).slice(0, -1),
    ...decoderLines(decoder),
    ...pageLines(pages),
    '',
    `Measured on: ${machine}.`,
    '',
  ].join('\n');
}
