import { formats } from '../../parsers/formats/index.js';
import type { Format } from '../../src/model/format.js';

const cell = (text: string) => text.replaceAll('|', '\\|');

function row({ id, suffixes, recordedAs, about, cannotRead }: Format): string {
  const limits = cannotRead.map(({ what, code }) => (code === undefined ? what : `${what} (\`${code}\`)`));
  const names = suffixes.map((suffix) => `.${suffix}`).join(' ');
  return `| ${[`\`${id}\``, names, recordedAs.join(', '), about, limits.join('; ')].map(cell).join(' | ')} |\n`;
}

/** What the formats declare of themselves, in the order of the list. */
export const formatsBlock = (): string =>
  `| format | names | \`source.format\` | reads | does not read |\n|---|---|---|---|---|\n${formats.map(row).join('')}`;
