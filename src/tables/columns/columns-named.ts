import type { TableSpec } from '../../model/template.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import { rangeTest, type TableCandidate } from '../table-fit.js';
import type { PhysicalRow } from '../token.js';

/** The heading of a table stands at most this far before its first figure. */
const REACH = 400;
/** Shorter names (其他, 总计) are said of many things. */
const NAME_LENGTH_MIN = 4;

/** The columns of its form that the labels in and above the table name. Glued headings name theirs too. */
export function columnsNamed(
  fit: Pick<TableCandidate, 'spec' | 'region'>,
  rows: PhysicalRow[],
  fold: FoldCharacters,
): string[] {
  const isNear = rangeTest(fit.region.map(({ start, end }) => ({ start: start - REACH, end })));
  const text = rows
    .flatMap((row) => row.labels)
    .filter(({ place }) => isNear(place.start, place.end))
    .map((label) => foldLabel(label.text, fold).core)
    .join('');
  // 法人或其他组织 stands over columns and does not name one that is called 其他组织.
  const headings = fit.spec.headingLabels.map((label) => foldLabel(label, fold).core);
  return columnNames(fit.spec, fold).filter((name) =>
    headings
      .filter((heading) => heading.includes(name))
      .reduce((left, heading) => left.replaceAll(heading, '|'), text)
      .includes(name),
  );
}

/** The folded names of a form's columns, without those that are said of many things. */
export function columnNames(spec: TableSpec, fold: FoldCharacters): string[] {
  const labels = spec.groups.flatMap(({ columns }) =>
    columns.map(({ label }) => foldLabel(label, fold).core),
  );
  return [...new Set(labels)].filter((label) => label.length >= NAME_LENGTH_MIN);
}
