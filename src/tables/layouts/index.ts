import type { ParsedDocument } from '../../model/parsed-document.js';
import type { Rule } from '../../model/rule.js';
import { cellStream } from '../rows/cell-stream.js';
import { physicalRows } from '../rows/physical-rows.js';
import type { PhysicalRow } from '../token.js';

/** A way in which a source may lay out its tables: what it makes of the blocks is fitted to the forms. */
interface Layout extends Rule {
  rowsOf: (document: Pick<ParsedDocument, 'blocks' | 'recognition'>) => PhysicalRow[];
}

/** The first is what the source draws. The others compete with it where it leaves a table in doubt. */
export const layouts: readonly Layout[] = [
  {
    name: 'layout-as-drawn',
    rowsOf: ({ blocks, recognition }) => physicalRows(blocks, recognition),
  },
  { name: 'layout-cell-stream', rowsOf: ({ blocks }) => cellStream(blocks) },
];
