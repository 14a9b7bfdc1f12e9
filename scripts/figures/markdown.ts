/** The code of the fenced blocks of a language, in order. */
export const codeBlocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)]
    .filter(([, named]) => named === language)
    .map(([, , code]) => code!);

/** Everything under a heading of the second level. */
export function sectionOf(markdown: string, heading: string): string {
  const from = markdown.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`there is no section ${heading}`);
  const to = markdown.indexOf('\n## ', from + 1);
  return markdown.slice(from, to < 0 ? undefined : to);
}

/** What is in `code` in running text. */
export const inlineCode = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```$/gmu, '').matchAll(/`([^`\n]+)`/gu)].map(([, code]) => code!);

/** The words in code of the first column of the tables in a piece of Markdown. */
export const firstColumn = (markdown: string): string[] =>
  [...markdown.matchAll(/^\|([^|]*)\|/gmu)].flatMap(([, cell]) => inlineCode(cell!));

/** Targets of relative links, without their anchors. */
export const relativeLinks = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target]) => target!.split('#')[0]!)
    .filter((target) => target !== '' && !/^[a-z]+:/u.test(target));
