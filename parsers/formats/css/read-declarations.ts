export interface Declaration {
  property: string;
  /** In small letters, except what is quoted. */
  value: string;
  important: boolean;
}

/** The properties that decide which characters a reader sees, and as what. */
const READ: ReadonlySet<string> = new Set(
  (
    'display visibility opacity font-size font line-height white-space text-indent left right top bottom margin-left ' +
    'margin-top position float order overflow overflow-x overflow-y width height max-width max-height clip clip-path ' +
    'transform scale zoom color background background-color background-image text-decoration text-decoration-line ' +
    'vertical-align font-variant-position unicode-bidi direction flex-direction content mso-hide -webkit-text-fill-color ' +
    'text-transform content-visibility all mso-text-raise border border-top border-bottom inset z-index margin ' +
    'letter-spacing mask mask-image -webkit-mask -webkit-mask-image filter -webkit-text-security mix-blend-mode ' +
    'font-family background-size text-underline-offset flex-flow grid-area grid-column grid-row grid-column-start grid-row-start'
  ).split(' '),
);
/** Of a rule or an element; more are noise. */
const DECLARATIONS_MAX = 200;
const ANY =
  /(?<property>[-\w]+)\s*:\s*(?<value>(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;"'()])*)/gu;

/** Reads `name: value; ...`; what decides nothing that a reader sees is left out. */
export function readDeclarations(css: string): Declaration[] {
  const found: Declaration[] = [];
  for (const { groups } of css.replace(/\/\*[\s\S]*?\*\//gu, ' ').matchAll(ANY)) {
    const property = groups!.property!.toLowerCase();
    if (!(READ.has(property) || property.startsWith('--')) || found.length >= DECLARATIONS_MAX) continue;
    const value = groups!.value!.trim();
    const important = /!\s*important$/iu.test(value);
    const plain = value.replace(/!\s*important$/iu, '').trim();
    found.push({ property, value: property === 'content' ? plain : plain.toLowerCase(), important });
  }
  return found;
}
