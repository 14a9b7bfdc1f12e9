import type { Colors } from 'picocolors/types.js';
import type { FindingCell, YearEvidence, YearFinding } from '../model/year-finding.js';
import { padEnd, padStart } from '../printing/fit-width.js';
import { printable } from '../printing/printable.js';

/**
 * Findings for a person, body by body:
 *
 *     谯城区教育局
 *       2021 → 2022  carry-differs
 *         2021 prints 3 for 四、结转下年度继续办理 · 自然人, 2022 5 for 二、上年结转… · 自然人: it should be one number.
 *           2021  3   verified  reports/2021.html
 *           2022  5 ? suspect   reports/2022.html
 *         - 2022: its own sums ask for 3
 *         → likelier wrong: 2022, which should print 3
 */
export function drawFindings(findings: readonly YearFinding[], colors: Colors): string {
  let issuer: string | null = null;
  const lines: string[] = [];
  for (const finding of findings) {
    if (finding.issuer !== issuer)
      lines.push(...(issuer === null ? [] : ['']), colors.bold(printable(finding.issuer)));
    issuer = finding.issuer;
    lines.push(...drawFinding(finding, colors).map((line) => (line === '' ? '' : `  ${line}`)));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function drawFinding(finding: YearFinding, colors: Colors): string[] {
  const { years, code, message, cells, evidence } = finding;
  const paint = finding.severity === 'error' ? colors.red : colors.yellow;
  const span = years[0] === years[1] ? `${years[0]}` : `${years[0]} → ${years[1]}`;
  return [
    '',
    `${span}  ${paint(code)}`,
    `  ${printable(message)}`,
    ...drawCells(cells, colors),
    ...evidence.map((one) => `  ${drawEvidence(one)}`),
    `  ${verdict(finding, colors)}`,
  ];
}

function drawCells(cells: readonly FindingCell[], colors: Colors): string[] {
  const values = cells.map(({ value }) => (value === null ? 'blank' : String(value)));
  const places = cells.map(({ path }) => path.replace(/^tables\./u, ''));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  return cells.map(({ year, confidence, uri }, index) => {
    const level = padEnd(confidence, 'verified'.length);
    const shown = confidence === 'suspect' ? colors.yellow(level) : level;
    const value = padStart(values[index]!, widest(values));
    return `    ${year}  ${value}  ${shown}  ${padEnd(places[index]!, widest(places))}  ${colors.dim(printable(uri))}`;
  });
}

const drawEvidence = ({ year, says, speaks }: YearEvidence): string =>
  `${speaks === 'for' ? '+' : '-'} ${year}: ${printable(says)}`;

function verdict({ culprit, suggested, code }: YearFinding, colors: Colors): string {
  if (!culprit) {
    return colors.dim(
      code === 'versions-differ' ? 'which of them stands is not known' : 'nothing shows which year is wrong',
    );
  }
  const should = suggested ? `, which should print ${suggested.value}` : '';
  return `→ likelier wrong: ${colors.bold(String(culprit.year))}${should}`;
}
