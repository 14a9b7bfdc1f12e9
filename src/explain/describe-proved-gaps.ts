import { describeProof } from './describe-proof.js';
import type { Doubt } from './doubt.js';
import { cellName, type FormLabels } from './form-labels.js';
import { listed, namesOf, type Placed } from './name-cells.js';
import { reasonsOf, type TableSums } from './table-sums.js';

/** Cells with numbers of their own that are described one by one. */
const GAPS_MAX = 3;

/** Blanks, and cells that the source does not hold, that the sums fill: the table shows the numbers, here is why. */
export function describeProvedGaps(
  cells: Placed[],
  table: string,
  labels: FormLabels,
  book: TableSums,
): Doubt[] {
  const sayEach = (placed: Placed): Doubt => {
    const name = cellName(labels, placed);
    const proof = describeProof(placed, table, labels, book);
    return { sign: '–', text: `${name}: ${proof ?? onlyNumber(placed, table)}`, details: [] };
  };
  /** One by one, or of many the first. */
  const say = (gaps: Placed[], kind: string): Doubt[] =>
    gaps.length > GAPS_MAX
      ? [
          {
            sign: '–',
            text: `the sums leave one number for each of ${gaps.length} ${kind}, in [brackets]: ${namesOf(gaps, labels)}`,
            details: [`as in ${sayEach(gaps[0]!).text}`],
          },
        ]
      : gaps.map(sayEach);
  const blanks = cells.filter(({ cell }) => cell.confidence === 'blank' && cell.suggested);
  const zeros = blanks.filter(({ cell }) => cell.suggested!.value === 0);
  return [
    ...say(
      blanks.filter((blank) => !zeros.includes(blank)),
      'blank cells',
    ),
    ...(zeros.length > 1
      ? [
          {
            sign: '–',
            text: `${zeros.length} blank cells can only be 0, in [brackets]: sums that they stand in already add up without them: ${namesOf(zeros, labels)}`,
            details: [],
          },
        ]
      : zeros.map(sayEach)),
    ...say(
      cells.filter(({ cell }) => cell.confidence === 'missing' && cell.suggested),
      'cells that the source does not hold',
    ),
  ];
}

const onlyNumber = ({ cell }: Placed, table: string): string =>
  `${cell.confidence}, and ${cell.suggested!.value} is the only number with which ${listed(reasonsOf(cell, table))} would hold`;
