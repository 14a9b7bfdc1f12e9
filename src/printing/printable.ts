/**
 * One line of text that can't do anything to a terminal: file names and documents may hold escape sequences, line breaks
 * and marks that turn the direction of writing.
 */
export const printable = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '\ufffd')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '');
