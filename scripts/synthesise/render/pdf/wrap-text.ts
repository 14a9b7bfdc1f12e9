/** Half-width characters take half an em in the CID font, all others a full one. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character <= '~' ? size / 2 : size), 0);

/** Breaks text into lines that fit; digits and latin letters stay together where they can. */
export const wrapText = (text: string, width: number, size: number): string[] => {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const word of part.match(/[!-~]+|[^!-~]/g) ?? []) {
      const pieces = textWidth(word, size) > width ? [...word] : [word];
      for (const piece of pieces) {
        if (line !== '' && textWidth(line + piece, size) > width) {
          lines.push(line);
          line = '';
        }
        line += piece;
      }
    }
    lines.push(line);
  }
  return lines;
};
