import type { ColumnSpec, RowGroup, RowSpec, TableSpec } from '../model/template.js';
import { type FoldCharacters, foldLabel } from '../words/label-text.js';
import { onceAFolder } from '../words/once-a-folder.js';

/** A template row with the texts that a printed label may show for it. */
export interface OfficialRow {
  spec: RowSpec;
  group: RowGroup;
  /** Columns that every report must have. */
  width: number;
  ordinal: string;
  /** Folded label, the label without its bracketed remark, and the aliases. */
  cores: string[];
}

export interface OfficialColumn {
  spec: ColumnSpec;
  cores: string[];
}

const BRACKETED = /[（(][^（）()]*[）)]/gu;

function coresOf(label: string, aliases: readonly string[] | undefined, fold: FoldCharacters): string[] {
  const cores = new Set<string>();
  for (const text of [label, ...(aliases ?? [])]) {
    cores.add(foldLabel(text, fold).core);
    const head = /^（[一二三四五六七八九十]+）/u.exec(text)?.[0] ?? '';
    cores.add(foldLabel(text.slice(head.length).replace(BRACKETED, ''), fold).core);
  }
  cores.delete('');
  return [...cores];
}

export const officialRows = onceAFolder((table: TableSpec, fold): OfficialRow[] =>
  table.groups.flatMap((group) =>
    group.rows.map((spec) => {
      const label = spec.labelPath.at(-1)!;
      return {
        spec,
        group,
        width: group.columns.filter((c) => !c.optional).length,
        ordinal: foldLabel(label, fold).ordinal,
        cores: coresOf(label, spec.aliases, fold),
      };
    }),
  ),
);

export const officialColumns = onceAFolder((columns: readonly ColumnSpec[], fold): OfficialColumn[] =>
  columns.map((spec) => ({ spec, cores: coresOf(spec.label, spec.aliases, fold) })),
);
