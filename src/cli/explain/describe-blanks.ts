import { describeProof } from './describe-proof.js';
import type { Doubt } from './doubt.js';
import { cellName, type FormLabels } from './form-labels.js';
import { listed, namesOf, type Placed } from './name-cells.js';
import { reasonsOf, type TableSums } from './table-sums.js';

/** Blanks with numbers of their own that are told one by one. */
const BLANKS_MAX = 3;

/** Blanks that the sums fill: the table shows the numbers, here is why. Zeros are told together. */
export function describeProvedBlanks(
  cells: Placed[],
  table: string,
  labels: FormLabels,
  book: TableSums,
): Doubt[] {
  const proved = cells.filter(({ cell }) => cell.confidence === 'blank' && cell.suggested);
  const sayEach = (placed: Placed): Doubt => {
    const name = cellName(labels, placed);
    const proof = describeProof(placed, table, labels, book);
    return { sign: '–', text: `${name}: ${proof ?? onlyNumber(placed, table)}`, details: [] };
  };
  const zeros = proved.filter(({ cell }) => cell.suggested!.value === 0);
  const numbers = proved.filter(({ cell }) => cell.suggested!.value !== 0);
  return [
    ...(numbers.length > BLANKS_MAX
      ? [
          {
            sign: '–',
            text: `the sums leave one number for each of ${numbers.length} blank cells, in [brackets]: ${namesOf(numbers, labels)}`,
            details: [`as in ${sayEach(numbers[0]!).text}`],
          },
        ]
      : numbers.map(sayEach)),
    ...(zeros.length > 1
      ? [
          {
            sign: '–',
            text: `${zeros.length} blank cells can only be 0, in [brackets]: sums that they stand in already add up without them: ${namesOf(zeros, labels)}`,
            details: [],
          },
        ]
      : zeros.map(sayEach)),
  ];
}

const onlyNumber = ({ cell }: Placed, table: string): string =>
  `blank, and ${cell.suggested!.value} is the only number with which ${listed(reasonsOf(cell, table))} would hold`;
