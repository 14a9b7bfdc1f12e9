import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pc from 'picocolors';
import { loadKnowledge } from '../../parsers/index.js';
import { legend } from '../../src/explain/draw-cell.js';
import { drawReport } from '../../src/explain/draw-report.js';
import { convert } from '../../src/index.js';
import { widthOf } from '../../src/printing/fit-width.js';
import { escapeXml } from '../damage/svg.js';

/** The report in the picture: its own sums do not hold. */
const uri = 'samples/2020-chengtang-own-sums-wrong/source.html';

/** Stretches of what `explain` prints, from the line that begins so to the one before the line that begins so. */
const STRETCHES: [from: string, to: string][] = [
  ['澄塘县', '  kind '],
  ['收到和处理政府信息公开申请情况', '    （二）部分公开'],
  ['    （六）其他处理', '  ? （七）总计 · 总计'],
  ['  i the printed table', '政府信息公开行政复议'],
  ['198 cells', '\n'],
];

const EM = 14;
const ADVANCE = 8.2;
const LINE = 20;
const MARGIN = 18;

const plainOf = (line: string): string => line.replace(/\x1b\[\d+m/gu, '');

function excerpt(lines: readonly string[]): string[] {
  return STRETCHES.flatMap(([from, to], i) => {
    const first = lines.findIndex((line) => plainOf(line).startsWith(from));
    if (first < 0) throw new Error(`explain prints no line that begins with ${from}`);
    const length = lines.slice(first).findIndex((line) => plainOf(line).startsWith(to));
    const stretch = lines.slice(first, length < 0 ? undefined : first + length);
    while (stretch.at(-1) === '') stretch.pop();
    // Dots mark the rows of the table and the doubts that are left out.
    const between = i === 0 ? [] : [i === 2 || i === 3 ? pc.createColors(true).dim('    ⋮') : ''];
    return [...between, ...stretch];
  });
}

const CLASSES: Record<string, string> = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow' };
/** What each code ends. */
const ENDS: Record<string, string[]> = { 22: ['bold', 'dim'], 39: ['red', 'green', 'yellow'] };

/** A line as pieces without spaces, each at its column: browsers differ in how wide they draw a Chinese character. */
function* piecesOf(line: string): Generator<{ column: number; text: string; classes: string[] }> {
  let column = 0;
  let classes: string[] = [];
  for (const [, code, spaces, text] of line.matchAll(/\x1b\[(\d+)m|( +)|([^\x1b ]+)/gu)) {
    if (code) {
      const ended = ENDS[code] ?? [];
      classes = classes.filter((each) => !ended.includes(each));
      if (CLASSES[code]) classes.push(CLASSES[code]);
    } else if (text) yield { column, text, classes: [...classes] };
    column += widthOf(spaces ?? text ?? '');
  }
}

function drawLine(line: string, index: number): string {
  const y = MARGIN + LINE * index + EM;
  return [...piecesOf(line)]
    .map(({ column, text, classes }) => {
      const x = (MARGIN + ADVANCE * column).toFixed(1);
      const look = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
      const length = (ADVANCE * widthOf(text)).toFixed(1);
      return `<text x="${x}" y="${y}" textLength="${length}"${look}>${escapeXml(text)}</text>`;
    })
    .join('');
}

/** Ink, paper and colours by day and by night, written out: not every program that draws SVG knows variables. */
const paint = (
  paper: string,
  edge: string,
  ink: string,
  dim: string,
  red: string,
  green: string,
  yellow: string,
) =>
  `rect { fill: ${paper}; stroke: ${edge}; } text { fill: ${ink}; } .dim { fill: ${dim}; } .red { fill: ${red}; } .green { fill: ${green}; } .yellow { fill: ${yellow}; }`;

const STYLE = `text { font: ${EM - 1}px ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace; } .bold, .red { font-weight: bold; }
${paint('#ffffff', '#d1d9e0', '#1f2328', '#59636e', '#c0392b', '#1a7f37', '#9a6700')}
@media (prefers-color-scheme: dark) { ${paint('#0d1117', '#3d444d', '#e6edf3', '#9198a1', '#ff7b72', '#3fb950', '#d29922')} }
`;

/** docs/explain.svg: a part of what `nianbao explain` prints for a sample, as a terminal shows it. */
export async function explainPicture(): Promise<string> {
  const bytes = readFileSync(fileURLToPath(new URL(`../../${uri}`, import.meta.url)));
  const { records } = await convert({ uri, bytes });
  const drawing = { colors: pc.createColors(true), width: 100 };
  const printed = drawReport(records[0]!, loadKnowledge().templates, drawing);
  const lines = [...excerpt(printed.split('\n')), ...legend(drawing).split('\n')];
  const width = Math.ceil(2 * MARGIN + ADVANCE * Math.max(...lines.map((line) => widthOf(plainOf(line)))));
  const height = 2 * MARGIN + LINE * lines.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">A part of what nianbao explain prints for ${uri}</title>`,
    `<style>\n${STYLE}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...lines.map(drawLine).filter((line) => line !== ''),
    '</svg>',
    '',
  ].join('\n');
}
