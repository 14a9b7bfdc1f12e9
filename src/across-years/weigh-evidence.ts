import type { YearEvidence } from '../model/year-finding.js';
import type { YearCell, YearReport } from './digest-record.js';

/** One end of a carry: a cell, and what its own report and its versions know of its number. */
export interface CarryEnd {
  report: YearReport;
  cell: YearCell;
  /** What the prose of the same report gives for this cell. */
  stated: number | null;
  /** Another version of this report prints the other end's number. */
  otherVersionAgrees: boolean;
}

/** A printed blank means nothing. */
export const numberOf = ({ value }: Pick<YearCell, 'value'>): number => value ?? 0;

type Accusation = (end: CarryEnd, other: CarryEnd, restAgrees: boolean) => string | null;

/**
 * What shows that this end's number is wrong and the other's right. Each brings the other end's number from a source of
 * its own: the sums of this table, another reading of this print, this report's prose, its other version. A doubt that
 * only says "something is wrong here" is no accusation.
 */
const accusations: Record<string, Accusation> = {
  'own-sums-suggest': ({ cell }, other) =>
    cell.suggested === numberOf(other.cell) ? `its own sums ask for ${cell.suggested}` : null,

  'number-mends-sums': ({ cell }, { cell: other }, restAgrees) => {
    if (cell.holding > 0 || cell.failing.length === 0) return null;
    const change = numberOf(other) - numberOf(cell);
    const mended = cell.failing.filter(({ gap, step }) => gap + step * change === 0);
    // One sum alone may be out by the same amount for another cell's sake.
    const isTwice = mended.length === cell.failing.length && mended.length >= 2;
    const isBacked = mended.length >= 1 && (other.confidence === 'verified' || restAgrees);
    if (!isTwice && !isBacked) return null;
    return `its sum ${mended.map(({ id }) => id).join(' and ')} fails, and holds with ${numberOf(other)}`;
  },

  'rival-agrees': ({ cell }, { cell: other }) =>
    other.confidence !== 'suspect' && cell.rivals.includes(numberOf(other))
      ? `its print can also be read as ${numberOf(other)}`
      : null,

  'own-prose-differs': ({ cell, stated }, { cell: other }) =>
    stated !== null && stated === numberOf(other) && stated !== numberOf(cell)
      ? `its own prose says ${stated}`
      : null,

  'other-version-differs': ({ cell, otherVersionAgrees }, { cell: other }) =>
    otherVersionAgrees && cell.confidence !== 'verified'
      ? `another version of the report prints ${numberOf(other)}`
      : null,
};

/** What speaks for a number or raises doubts, without bringing the other end's number: it is reported and decides nothing. */
function observations({ cell, stated }: CarryEnd): [string, YearEvidence['speaks'], string][] {
  const seen: [string, YearEvidence['speaks'], string][] = [];
  if (cell.confidence === 'verified') seen.push(['own-sums-hold', 'for', 'it fits the sums of its table']);
  if (stated !== null && stated === numberOf(cell))
    seen.push(['own-prose-agrees', 'for', `its own prose says ${stated} too`]);
  if (cell.confidence === 'suspect') seen.push(['in-doubt', 'against', 'it is suspect in its own report']);
  if (cell.suggested !== null && cell.suggested !== numberOf(cell))
    seen.push(['own-sums-differ', 'against', `its own sums ask for ${cell.suggested}`]);
  return seen;
}

interface Verdict {
  evidence: YearEvidence[];
  /** The end whose number is likelier wrong, and the kinds of evidence that say so. */
  culprit: { end: CarryEnd; because: string[] } | null;
}

/**
 * Which of two numbers that should be one is likelier wrong. Named only if there are accusations against exactly one end
 * and no proof of a third number muddies the matter.
 * @param restAgrees all other columns of the two rows agree, at least one of them in a number above zero
 */
export function weighEvidence(before: CarryEnd, now: CarryEnd, restAgrees: boolean): Verdict {
  const sides = [accuse(before, now, restAgrees), accuse(now, before, restAgrees)];
  const accused = sides.filter(({ because }) => because.length > 0);
  const isMuddied = [
    [before, now],
    [now, before],
  ].some(
    ([end, other]) =>
      end!.cell.suggested !== null &&
      end!.cell.suggested !== numberOf(end!.cell) &&
      end!.cell.suggested !== numberOf(other!.cell),
  );
  const culprit = accused.length === 1 && !isMuddied ? accused[0]! : null;
  return {
    evidence: sides.flatMap(({ evidence }) => evidence),
    culprit: culprit && { end: culprit.end, because: culprit.because },
  };
}

function accuse(end: CarryEnd, other: CarryEnd, restAgrees: boolean) {
  const { year, recordId } = end.report;
  const because: string[] = [];
  const evidence: YearEvidence[] = [];
  for (const [kind, accusation] of Object.entries(accusations)) {
    const says = accusation(end, other, restAgrees);
    if (says === null) continue;
    because.push(kind);
    evidence.push({ kind, speaks: 'against', year, recordId, says });
  }
  for (const [kind, speaks, says] of observations(end)) {
    // The proof of the other end's number is reported above.
    if (kind === 'own-sums-differ' && because.includes('own-sums-suggest')) continue;
    evidence.push({ kind, speaks, year, recordId, says });
  }
  return { end, because, evidence };
}
