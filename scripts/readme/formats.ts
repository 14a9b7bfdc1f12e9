import type { Format } from '../../src/model/format.js';

/** docs/formats.md, from what the formats declare of themselves. */
export function formatsPage(formats: readonly Format[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const row = ({ id, suffixes, recordedAs, about, cannotRead }: Format): string => {
    const limits = cannotRead.map(({ what, code }) => (code === undefined ? what : `${what} (\`${code}\`)`));
    const names = suffixes.map((suffix) => `.${suffix}`).join(' ');
    const cells = [`\`${id}\``, names, recordedAs.join(', '), about, limits.join('; ')];
    return `| ${cells.map(cell).join(' | ')} |`;
  };
  return [
    '# Formats',
    '',
    'In the order in which they are asked. Names are hints: the bytes decide. Behind what is not read stands the code of the issue or failure that reports it. This page is made by `npm run readme` from what the formats declare of themselves.',
    '',
    '| format | names | `source.format` | reads | does not read |',
    '|---|---|---|---|---|',
    ...formats.map(row),
    '',
  ].join('\n');
}
