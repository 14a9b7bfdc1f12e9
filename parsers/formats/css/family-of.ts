/** The name of a font without quotes, in small letters. */
export const familyOf = (written: string): string =>
  written
    .trim()
    .replace(/^["']|["']$/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
