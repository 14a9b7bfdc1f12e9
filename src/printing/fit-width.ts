import stringWidth from 'string-width';

/** Columns that a text takes in a terminal: a Chinese character takes two. Colours take none. */
export const widthOf = (text: string): number => stringWidth(text);

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Cuts a text that is too wide, with `…` for what is gone. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${takeWidth([...text], width - 1)}…`;
}

/** Breaks a text into lines no wider than `width`: at spaces where there are any, between Chinese characters elsewhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
    while (widthOf(line.trimEnd()) > width) {
      const head = takeWidth([...line], width) || [...line][0]!;
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Words with the space behind them; wide characters alone, with closing punctuation kept to them. */
const piecesOf = (text: string): string[] =>
  text.match(/[\u2e80-\uffef][，。、；：）」』》〉”’？！]*\s*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];

function takeWidth(characters: string[], width: number): string {
  let taken = '';
  let used = 0;
  for (const character of characters) {
    used += widthOf(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}
