import type { YearEvidence, YearFinding } from '../model/year-finding.js';
import type { StockLink } from '../model/year-link.js';
import { type Comparison, findingCell, noCounts, saysNumber } from './compare-carry.js';
import type { YearCell, YearReport } from './digest-record.js';
import type { LabelOf } from './form-labels.js';
import { type LinkOfForms, linkOf } from './link-forms.js';
import { numberOf } from './weigh-evidence.js';

/** One row of two reports: last year's stock with this year's changes is compared with this year's stock. */
interface Balance {
  /** As the form of the later report says it. */
  link: StockLink;
  row: string;
  before: YearReport;
  now: YearReport;
  stockBefore: YearCell;
  stock: YearCell;
  added: YearCell;
  removed: YearCell;
  /** What this year's stock has more than it should. */
  gap: number;
}

/**
 * Compares stocks over the reports of consecutive years, one report a year, oldest first.
 * A year whose stock is out by an amount that the next year is out by in the other direction is the culprit of both.
 */
export function compareStock(
  link: LinkOfForms<StockLink>,
  years: readonly YearReport[],
  labelOf: LabelOf,
): Comparison {
  const counts = noCounts();
  const findings: YearFinding[] = [];
  for (const row of rowsOf(link)) {
    const balances = years
      .slice(1)
      .map((now, index) =>
        now.year === years[index]!.year + 1 ? balanceOf(link, row, years[index]!, now) : null,
      );
    balances.forEach((balance, index) => {
      if (years[index + 1]!.year !== years[index]!.year + 1) return;
      if (balance === null) counts.notComparable++;
      else if (balance.gap === 0) counts[isNothing(balance) ? 'agreeAsNothing' : 'agree']++;
      else {
        counts.differ++;
        const neighbours = { previous: balances[index - 1] ?? null, next: balances[index + 1] ?? null };
        findings.push(findingOf(balance, neighbours, labelOf));
      }
    });
  }
  return { findings, counts };
}

/** Rows that any form counts in this way. */
const rowsOf = ({ byForm }: LinkOfForms<StockLink>): Set<string> =>
  new Set([...byForm.values()].flatMap(({ rows }) => rows));

/** Null if a number is missing or undecided, or if a form counts otherwise. A blank change is no change. */
function balanceOf(
  link: LinkOfForms<StockLink>,
  row: string,
  before: YearReport,
  now: YearReport,
): Balance | null {
  const [linkBefore, linkNow] = [linkOf(link, before), linkOf(link, now)];
  if (!linkBefore || !linkNow) return null;
  const { table, stock, added, removed } = linkNow;
  const cells = now.rows[table]?.[row];
  const found = [
    before.rows[linkBefore.table]?.[row]?.[linkBefore.stock],
    cells?.[stock],
    cells?.[added],
    cells?.[removed],
  ];
  if (!found.every(saysNumber)) return null;
  const [stockBefore, stockNow, plus, minus] = found as [YearCell, YearCell, YearCell, YearCell];
  // A blank stock beside a printed one is left open: it does not say that there are no documents.
  if ((stockBefore.value === null) !== (stockNow.value === null)) {
    if (numberOf(stockBefore) !== 0 || numberOf(stockNow) !== 0) return null;
  }
  const gap = numberOf(stockNow) - (numberOf(stockBefore) + numberOf(plus) - numberOf(minus));
  if (stockNow.value === null && gap !== 0) return null;
  return { link: linkNow, row, before, now, stockBefore, stock: stockNow, added: plus, removed: minus, gap };
}

const cellsOf = ({ stockBefore, stock, added, removed }: Balance): YearCell[] => [
  stockBefore,
  stock,
  added,
  removed,
];

const isNothing = (balance: Balance): boolean => cellsOf(balance).some(({ value }) => value === null);

/** The stock between two balances that are out by the same amount in opposite directions. */
function stockBetween(
  earlier: Balance | null,
  later: Balance | null,
): { value: number; cell: YearCell } | null {
  if (!earlier || !later || earlier.gap === 0 || earlier.gap !== -later.gap) return null;
  const others = [...cellsOf(earlier), ...cellsOf(later)].filter((cell) => cell !== earlier.stock);
  const isSure = others.every(({ confidence }) => confidence !== 'suspect');
  const value = numberOf(earlier.stock) - earlier.gap;
  return isSure && value >= 0 ? { value, cell: earlier.stock } : null;
}

function findingOf(balance: Balance, neighbours: Neighbours, labelOf: LabelOf): YearFinding {
  const { link, before, now, stockBefore, stock, added, removed, row } = balance;
  const expected = numberOf(stock) - balance.gap;
  const culprit = culpritOf(balance, neighbours);
  const label = labelOf(now, link.table, row, link.stock);
  return {
    code: link.finding,
    severity: link.severity,
    issuer: now.issuer,
    years: [before.year, now.year],
    cells: [
      findingCell(before, stockBefore),
      ...[added, removed, stock].map((cell) => findingCell(now, cell)),
    ],
    message:
      `${label}: ${numberOf(stockBefore)} in ${before.year}, and ${numberOf(added)} more and ${numberOf(removed)} ` +
      `less in ${now.year}, make ${expected}; ${now.year} prints ${numberOf(stock)}.`,
    evidence: [...(culprit ? [culprit.evidence] : []), ...doubtsOf(balance)],
    culprit: culprit && { year: culprit.report.year, recordId: culprit.report.recordId, because: [BECAUSE] },
    ...(culprit
      ? { suggested: { recordId: culprit.report.recordId, path: culprit.path, value: culprit.value } }
      : {}),
  };
}

interface Neighbours {
  previous: Balance | null;
  next: Balance | null;
}

const BECAUSE = 'third-year-agrees';

/** Numbers of the balance that their own reports doubt already. */
function doubtsOf({ before, now, stockBefore, stock, added, removed }: Balance): YearEvidence[] {
  const isDoubted = ({ confidence }: YearCell) => confidence === 'suspect';
  return [
    { report: before, cells: [stockBefore] },
    { report: now, cells: [added, removed, stock] },
  ].flatMap(({ report: { year, recordId }, cells }) =>
    cells.filter(isDoubted).map(
      ({ value }): YearEvidence => ({
        kind: 'in-doubt',
        speaks: 'against',
        year,
        recordId,
        says: `its ${value} is suspect in its own report`,
      }),
    ),
  );
}

/** The one of the two years whose stock, put right, would mend the balance on its other side too. */
function culpritOf(balance: Balance, { previous, next }: Neighbours) {
  const candidates = [
    { report: balance.now, third: next?.now, named: stockBetween(balance, next) },
    { report: balance.before, third: previous?.before, named: stockBetween(previous, balance) },
  ].filter(({ named }) => named !== null);
  const [only] = candidates;
  // Three balances out by the same amount: either of two years could be wrong.
  if (!only || candidates.length > 1) return null;
  const { report, third, named } = only;
  const evidence: YearEvidence = {
    kind: BECAUSE,
    speaks: 'against',
    year: report.year,
    recordId: report.recordId,
    says: `with ${named!.value} both its neighbours fit, ${third!.year} too`,
  };
  return { report, path: named!.cell.path, value: named!.value, evidence };
}
