/** Rows as lines for the console: the first column starts on the left, the others end on the right. */
export const sayTable = (rows: readonly (readonly (string | number)[])[]): string[] => {
  const texts = rows.map((row) => row.map(String));
  const widths = texts[0]?.map((_, at) => Math.max(...texts.map((row) => row[at]?.length ?? 0))) ?? [];
  return texts.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
};
