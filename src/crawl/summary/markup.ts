/** HTML or SVG that may be put into a page as it is. Only `html` makes it, so that no text gets in unescaped. */
export class Markup {
  constructor(readonly source: string) {}
}

type Part = Markup | string | number | readonly Markup[] | null;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. Characters that HTML does not have, and marks that turn the direction, are shown as `�`. */
const escapeText = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu,
      '\ufffd',
    )
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/gu, (character) => ENTITIES[character]!);

const draw = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(({ source }) => source).join('');
  return escapeText(String(part));
};

/** A template of markup: what is put in is escaped, unless it is markup itself. Attributes must be quoted. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.map((string, at) => string + (at < parts.length ? draw(parts[at]!) : '')).join(''));

/** Text that is Chinese wherever it is not ASCII: browsers choose the shapes of characters by the language. */
export const named = (text: string): Markup => html`<span lang="zh-Hans">${text}</span>`;

/** A link where a browser may follow it: only to the web. */
export function linked(url: string, label: Markup | string = url): Markup {
  const isWeb = /^https?:$/u.test(URL.canParse(url) ? new URL(url).protocol : '');
  return isWeb ? html`<a href="${url}" rel="noreferrer noopener">${label}</a>` : html`<span>${label}</span>`;
}

/** Text whose addresses of the web, up to the next space, are links. */
export const withLinks = (text: string): Markup[] =>
  text.split(/(https?:\/\/\S+)/u).map((piece, at) => (at % 2 === 1 ? linked(piece) : html`${piece}`));
