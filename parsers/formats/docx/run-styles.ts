import { isPictureFont } from '../css/is-picture-font.js';
import { childOf, elementsOf, type XmlElement } from './word-xml.js';

/** What the properties of a run say of how a reader sees it. */
export interface RunLook {
  hidden?: boolean;
  struck?: boolean;
  raised?: boolean;
  /** RRGGBB, as it is written. */
  color?: string;
  /** Of what is behind it. */
  fill?: string;
  halfPoints?: number;
  /** Percent of the usual width of its characters. */
  scale?: number;
  /** Its characters are not filled. */
  unfilled?: boolean;
  /** A font of pictures, or characters in two lines: what is seen is not what is written. */
  odd?: boolean;
}

/** What the styles of a document say of a run. */
export interface RunStyles {
  /** Is a paragraph numbered by Word, by its own properties or by those of its style? */
  isNumbered(properties: XmlElement | undefined): boolean;
  lookOf(
    properties: XmlElement | undefined,
    at: { paragraph?: string | undefined; table?: string | undefined },
  ): RunLook;
}

interface Style {
  look: RunLook;
  /** Whether its paragraphs are numbered; undefined where it says nothing. */
  numbered: boolean | undefined;
  base: string | undefined;
}

const BASES_MAX = 50;
const OFF = new Set(['0', 'false', 'off', 'none']);
const valOf = (element: XmlElement): string => element.attributes['w:val'] ?? '';
const isOn = (element: XmlElement): boolean => !OFF.has(valOf(element).toLowerCase());

/** What themes call the ground and the print of a page. Where one is named the colour beside it is not used. */
const THEME_COLORS: Readonly<Record<string, string>> = {
  ...{ background1: 'FFFFFF', light1: 'FFFFFF' },
  ...{ text1: '000000', dark1: '000000' },
};

/** A colour of the theme as it is, neither shaded nor tinted; undefined where none is named. */
const themeColor = ({ attributes }: XmlElement, name: string): string | undefined =>
  Object.keys(attributes).some((key) => /^w:theme.*(?:Shade|Tint)$/u.test(key))
    ? undefined
    : THEME_COLORS[attributes[name] ?? ''];

const READERS: Record<string, (look: RunLook, element: XmlElement) => void> = {
  'w:vanish': (look, element) => {
    look.hidden = isOn(element);
  },
  'w:specVanish': (look, element) => {
    look.hidden = isOn(element);
  },
  'w:strike': (look, element) => {
    look.struck = look.struck === true || isOn(element);
  },
  'w:dstrike': (look, element) => {
    look.struck = look.struck === true || isOn(element);
  },
  'w:vertAlign': (look, element) => {
    look.raised = /^(?:super|sub)script$/u.test(valOf(element));
  },
  'w:position': (look, element) => {
    look.raised ??= Number(valOf(element)) !== 0;
  },
  'w:color': (look, element) => {
    look.color = themeColor(element, 'w:themeColor') ?? valOf(element).toUpperCase();
  },
  'w:shd': (look, element) => {
    look.fill = themeColor(element, 'w:themeFill') ?? (element.attributes['w:fill'] ?? 'auto').toUpperCase();
  },
  'w:highlight': (look, element) => {
    look.fill = valOf(element) === 'none' ? 'AUTO' : valOf(element).toUpperCase();
  },
  'w:w': (look, element) => {
    look.scale = Number.parseInt(valOf(element), 10);
  },
  'w14:textFill': (look, element) => {
    look.unfilled = childOf(element, 'w14:noFill') !== undefined;
  },
  'w:rFonts': (look, element) => {
    const { 'w:ascii': ascii, 'w:hAnsi': other } = element.attributes;
    const font = ascii ?? other;
    if (font !== undefined) look.odd = isPictureFont(font.toLowerCase());
  },
  'w:eastAsianLayout': (look, element) => {
    look.odd = look.odd === true || !OFF.has(element.attributes['w:combine'] ?? '0');
  },
  'w:sz': (look, element) => {
    const size = Number.parseInt(valOf(element), 10);
    if (!Number.isNaN(size)) look.halfPoints = size;
  },
};

function readLook(properties: XmlElement | undefined): RunLook {
  const look: RunLook = {};
  for (const element of elementsOf(properties)) READERS[element.name]?.(look, element);
  return look;
}

/** A number of 0 takes the numbering of a style away. */
function numberingOf(properties: XmlElement | undefined): boolean | undefined {
  const numbering = childOf(properties, 'w:numPr');
  if (numbering === undefined) return undefined;
  const id = childOf(numbering, 'w:numId');
  return id === undefined || valOf(id) !== '0';
}

/** Reads the styles of a document; null where the file has none. */
export function readRunStyles(root: XmlElement | null): RunStyles {
  const styles = new Map<string, Style>();
  let usual: string | undefined;
  const all = root === null ? [] : elementsOf(root);
  for (const style of all.filter(({ name }) => name === 'w:style')) {
    const id = style.attributes['w:styleId'] ?? '';
    const base = childOf(style, 'w:basedOn');
    styles.set(id, {
      look: readLook(childOf(style, 'w:rPr')),
      numbered: numberingOf(childOf(style, 'w:pPr')),
      base: base && valOf(base),
    });
    const isUsual =
      style.attributes['w:type'] === 'paragraph' && !OFF.has(style.attributes['w:default'] ?? '0');
    if (isUsual) usual ??= id;
  }
  const defaults = all.find(({ name }) => name === 'w:docDefaults');
  const basic = readLook(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'));
  const known = new Map<string, RunLook>();
  const whole = (id: string | undefined): RunLook => {
    if (id === undefined) return {};
    const found = known.get(id);
    if (found !== undefined) return found;
    const line: RunLook[] = [];
    for (
      let at: string | undefined = id;
      at !== undefined && line.length < BASES_MAX;
      at = styles.get(at)?.base
    )
      line.unshift(styles.get(at)?.look ?? {});
    const look = Object.assign({}, ...line) as RunLook;
    known.set(id, look);
    return look;
  };
  /** Switched on by two styles at once, they are off again. */
  const toggled = (left: boolean | undefined, right: boolean | undefined) =>
    left === undefined || right === undefined ? (left ?? right) : left !== right;
  return {
    isNumbered(properties) {
      let numbered = numberingOf(properties);
      let at = childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? usual;
      for (let steps = 0; numbered === undefined && at !== undefined && steps < BASES_MAX; steps++) {
        numbered = styles.get(at)?.numbered;
        at = styles.get(at)?.base;
      }
      return numbered === true;
    },
    lookOf(properties, { paragraph, table }) {
      const styleName = childOf(properties, 'w:rStyle');
      const character = whole(styleName && valOf(styleName));
      const around = { ...whole(table), ...whole(paragraph ?? usual) };
      const look: RunLook = { ...basic, ...around, ...character };
      const hidden = toggled(around.hidden, character.hidden);
      const struck = toggled(around.struck, character.struck);
      if (hidden !== undefined) look.hidden = hidden;
      if (struck !== undefined) look.struck = struck;
      return { ...look, ...readLook(properties) };
    },
  };
}
