import type { ParsedDocument } from '../../model/parsed-document.js';
import type { Rule } from '../../model/rule.js';
import type { Template } from '../../model/template.js';
import type { FoldCharacters } from '../../words/label-text.js';
import { fitBands } from '../fit/fit-bands.js';
import { fitTables, isInForce } from '../fit/fit-tables.js';
import { cellStream } from '../rows/cell-stream.js';
import { lineCells } from '../rows/line-cells.js';
import { physicalRows } from '../rows/physical-rows.js';
import type { TableFit } from '../table-fit.js';

/** What is fitted to what. */
export interface Fitting {
  templates: readonly Template[];
  fold: FoldCharacters;
  /** The form in force in this year has the word between forms that fit alike. */
  year: number | null;
}

/** A way in which a source may lay out its tables. */
interface Layout extends Rule {
  /**
   * It competes where no more than this share of a table's cells is sure. A layout whose cells are mostly in doubt is the wrong one;
   * where they are not, single doubts are the table's own.
   */
  below: number;
  /** Does it know a row by its label? One that does not is no other reading of the same evidence, and may settle what labels leave open. */
  asksLabels: boolean;
  /** The tables of the forms as this layout finds them. */
  fit: (document: Pick<ParsedDocument, 'blocks' | 'recognition' | 'text'>, fitting: Fitting) => TableFit[];
}

/** Where no cell says where a row ends, a label that is only like the form's may be another text. */
const LIKENESS_MIN = 0.8;

function doubtUnlikeRows(fit: TableFit): TableFit {
  const { alignment, officials = [] } = fit.printed ?? {};
  const unlike = new Set(
    alignment?.rows
      .filter(({ labelScore }) => labelScore !== null && labelScore < LIKENESS_MIN)
      .map(({ official }) => officials[official]!.spec.id),
  );
  for (const draft of fit.drafts) if (unlike.has(draft.row)) draft.doubts.push('label-fuzzy');
  return fit;
}

/** Every row has as many cells as the form. Where some have not, the lines are no cells. */
const isWhole = ({ printed }: TableFit): boolean =>
  printed?.alignment.rows.every(({ physical, official }) => {
    const { values } = printed.rows[physical]!;
    return values.length >= printed.officials[official]!.width;
  }) === true;

/** The first is what the source draws. The others compete with it where it has failed. */
export const layouts: readonly Layout[] = [
  {
    name: 'layout-as-drawn',
    below: 1,
    asksLabels: true,
    fit: ({ blocks, recognition }, fitting) => fitTables(physicalRows(blocks, recognition), fitting),
  },
  {
    // What it adds is where cells are empty, of which a table may have few.
    name: 'layout-empty-lines',
    below: 0.9,
    asksLabels: true,
    fit: (document, fitting) => fitTables(lineCells(document), fitting).filter(isWhole).map(doubtUnlikeRows),
  },
  {
    name: 'layout-cell-stream',
    below: 0.6,
    asksLabels: true,
    fit: ({ blocks }, fitting) => fitTables(cellStream(blocks), fitting).map(doubtUnlikeRows),
  },
  {
    name: 'layout-bands',
    below: 0.6,
    asksLabels: false,
    fit: ({ blocks }, { templates, fold, year }) => {
      const rows = cellStream(blocks);
      const ordered = [...templates].sort((a, b) => Number(isInForce(b, year)) - Number(isInForce(a, year)));
      const found = new Map<string, TableFit>();
      for (const template of ordered) {
        for (const spec of template.tables) {
          const fit = found.has(spec.id) ? null : fitBands(rows, template, spec, fold);
          if (fit) found.set(spec.id, fit);
        }
      }
      return [...found.values()];
    },
  },
];
