/** A table of the same rows and columns, with what `change` makes of each entry. */
export const mapFigures = <From, To>(
  figures: Record<string, Record<string, From>>,
  change: (figure: From, row: string, column: string) => To,
): Record<string, Record<string, To>> =>
  Object.fromEntries(
    Object.entries(figures).map(([row, columns]) => [
      row,
      Object.fromEntries(
        Object.entries(columns).map(([column, figure]) => [column, change(figure, row, column)]),
      ),
    ]),
  );
