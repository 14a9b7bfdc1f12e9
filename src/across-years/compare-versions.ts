import type { FindingCell, YearFinding } from '../model/year-finding.js';
import type { YearReport } from './digest-record.js';
import { contradictions, figureAt } from './figures.js';

const CODE = 'versions-differ';
/** Cells that a finding quotes; the message counts them all. */
const CELLS_MAX = 10;

/** Two records of one body and year that print different numbers: one may be a draft, a correction, or misread. */
export function compareVersions(versions: readonly YearReport[]): YearFinding[] {
  const [first, ...others] = versions;
  return others.map((other) => {
    const paths = contradictions(first!.figures, other.figures);
    const cellOf = ({ year, recordId, uri, figures }: YearReport, path: string): FindingCell => ({
      year,
      recordId,
      uri,
      path,
      ...figureAt(figures, path),
    });
    return {
      code: CODE,
      severity: 'warning',
      issuer: first!.issuer,
      years: [first!.year, first!.year],
      cells: paths.slice(0, CELLS_MAX).flatMap((path) => [cellOf(first!, path), cellOf(other, path)]),
      message: `Two records of ${first!.year} differ in ${paths.length} ${paths.length === 1 ? 'number' : 'numbers'}.`,
      evidence: [],
      culprit: null,
    };
  });
}
