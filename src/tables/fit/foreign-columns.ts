import type { TableSpec } from '../../model/template.js';
import type { ColumnEvidence } from '../columns/column-map.js';
import type { OfficialRow } from '../official-labels.js';
import { rowOfSum } from '../sums/row-of-sum.js';
import type { ExtraDraft } from '../table-fit.js';
import type { PhysicalRow, Token } from '../token.js';
import { extraRow } from './extra-rows.js';

/** Takes out of a row what stands right of its label, under headings that the form does not have. */
export function partForeign(
  row: PhysicalRow,
  { foreign: headings }: ColumnEvidence,
): { foreign: Token[]; physical: PhysicalRow } {
  const lastLabel = Math.max(-1, ...row.labels.map(({ column = -1 }) => column));
  const isForeign = ({ column = -1 }: Token) => column > lastLabel && headings.has(column);
  const foreign = row.values.filter(isForeign);
  if (foreign.length === 0) return { foreign, physical: row };
  return { foreign, physical: { ...row, values: row.values.filter((token) => !isForeign(token)) } };
}

/** Does one of the figures count? */
export const holdsCount = (figures: readonly Token[]): boolean =>
  figures.some(({ kind, text }) => kind !== 'blank' && !/^\s*0*\s*$/u.test(text));

/** A sum of which a column may be part that the form does not have says nothing. */
export const withoutSumsOf = (spec: TableSpec, rows: ReadonlySet<string>): TableSpec => ({
  ...spec,
  identities: spec.identities.filter((identity) => {
    const row = rowOfSum(identity);
    return row === null || !rows.has(row);
  }),
});

/** What a row holds under headings that the form does not have. */
export const foreignExtra = ({
  official,
  foreign,
  evidence,
}: {
  official: OfficialRow;
  foreign: readonly Token[];
  evidence: ColumnEvidence;
}): ExtraDraft[] =>
  foreign.length === 0
    ? []
    : [
        extraRow(
          {
            form: 'rectangle',
            block: foreign[0]!.block,
            row: foreign[0]!.row!,
            labels: [],
            values: [...foreign],
          },
          official.spec.labelPath.at(-1)!,
          foreign.map(({ column }) => evidence.foreign.get(column!)!),
        ),
      ];
