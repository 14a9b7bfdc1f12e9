/** What `\trowd` says of a row. */
export interface RowDefinition {
  left: number;
  cells: CellDefinition[];
}

interface CellDefinition {
  right: number;
  vertical: 'none' | 'first' | 'continued';
  /** It is one with the cell before it. */
  joined: boolean;
}

/** Keeps what `\trowd` and the words behind it say of the rows that follow; a row without its own is like the one before. */
interface RowDefinitions {
  word(name: string, parameter: number | null, nested: boolean): void;
  ofRow(nested: boolean): RowDefinition;
}

const CELLS_MAX = 1000;

type Marks = Omit<CellDefinition, 'right'>;
const PLAIN: Marks = { vertical: 'none', joined: false };

/** What a word says of the cell whose `\cellx` follows. */
const MARKS: Record<string, Partial<Marks>> = {
  clvmgf: { vertical: 'first' },
  clvmrg: { vertical: 'continued' },
  clmrg: { joined: true },
};

/** Rows of a table in a table are defined behind their cells, and leave those of the outer table as they are. */
export function createRowDefinitions(): RowDefinitions {
  const rows: Record<'outer' | 'nested', RowDefinition & { marks: Marks }> = {
    outer: { left: 0, cells: [], marks: PLAIN },
    nested: { left: 0, cells: [], marks: PLAIN },
  };
  return {
    word(name, parameter, isNested) {
      const row = isNested ? rows.nested : rows.outer;
      if (name === 'trowd') Object.assign(row, { left: 0, cells: [], marks: PLAIN });
      else if (name === 'trleft') row.left = parameter ?? 0;
      else if (name === 'cellx') {
        if (row.cells.length < CELLS_MAX) row.cells.push({ right: parameter ?? 0, ...row.marks });
        row.marks = PLAIN;
      } else if (MARKS[name] !== undefined) row.marks = { ...row.marks, ...MARKS[name] };
    },
    ofRow: (isNested) => (isNested ? rows.nested : rows.outer),
  };
}
