export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** One line of text; its look comes from the classes. */
export const text = (
  x: number,
  y: number,
  content: string | number,
  anchor: 'start' | 'middle' | 'end' = 'start',
  classes = '',
): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"${classes ? ` class="${classes}"` : ''}>${escapeXml(String(content))}</text>`;
