import { isPictureFont } from '../css/is-picture-font.js';
import { headingLevelOf } from '../office-html/heading-level.js';
import { NARROW_PRINT } from '../office-html/narrow-print.js';
import type { OfficeLook } from '../office-html/office-block.js';

/** What the styles of a document say of text that names them. */
export interface StyleBook {
  /** To be told of every element that opens, inside and outside of the styles. */
  open(name: string, attributes: Record<string, string>): void;
  isHidden(family: 'text' | 'paragraph', style: string | undefined): boolean;
  /** How text looks that stands in these styles, the innermost last; and its size. */
  looksOf(styles: readonly NamedStyle[]): { looks: OfficeLook[]; size: number };
  /** 1-6 where the style or one that it descends from is that of a heading. */
  headingLevel(style: string | undefined): number | undefined;
}

/** A style by its family and name, as elements name it. */
export type NamedStyle = readonly [family: 'text' | 'paragraph', name: string | undefined];

interface TextLook {
  struck?: boolean;
  raised?: boolean;
  color?: string;
  fill?: string;
  /** Percent of the usual width of its characters. */
  scale?: number;
  font?: string;
  /** Points, or a share of the size around. */
  size?: number;
}

const LENGTHS: Record<string, number> = { pt: 1, px: 0.75, cm: 28.35, mm: 2.835, in: 72 };

function readLook(attributes: Record<string, string>): TextLook {
  const look: TextLook = {};
  const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  if (line !== undefined) look.struck = line !== 'none';
  const position = attributes['style:text-position'];
  if (position !== undefined) look.raised = !/^(?:0%|0)(?:\s|$)/u.test(position);
  const color = attributes['fo:color'];
  if (color !== undefined) look.color = color.toLowerCase();
  const fill = attributes['fo:background-color'];
  if (fill !== undefined) look.fill = fill.toLowerCase();
  const scale = Number.parseFloat(attributes['style:text-scale'] ?? '');
  if (!Number.isNaN(scale)) look.scale = scale;
  const font = attributes['style:font-name'] ?? attributes['fo:font-family'];
  if (font !== undefined) look.font = font.replace(/['"]/gu, '').toLowerCase();
  const { size, unit } =
    /^(?<size>[\d.]+)(?<unit>[a-z]+)$/u.exec(attributes['fo:font-size'] ?? '')?.groups ?? {};
  if (size !== undefined && LENGTHS[unit!] !== undefined) look.size = Number(size) * LENGTHS[unit!]!;
  return look;
}

interface Style {
  name: string;
  parent: string | undefined;
  /** `text:display`, where it says something. */
  shown?: boolean;
  look?: TextLook;
}

const ANCESTORS_MAX = 50;
/** Points: nobody reads it. */
const SIZE_MIN = 1;
const SIZE_USUAL = 12;

/** Gathers styles from styles.xml and content.xml; the latter's own ones may descend from the former's. */
export function createStyleBook(): StyleBook {
  const styles = new Map<string, Style>();
  let current: Style | null = null;

  function* lineage(family: string, name: string | undefined): Generator<Style> {
    let next = name;
    for (let count = 0; next !== undefined && count < ANCESTORS_MAX; count++) {
      const style = styles.get(`${family} ${next}`);
      if (style === undefined) return;
      yield style;
      next = style.parent;
    }
  }
  return {
    open(name, attributes) {
      if (name === 'style:style') {
        const key = attributes['style:name'] ?? '';
        current = {
          name: attributes['style:display-name'] ?? key,
          parent: attributes['style:parent-style-name'],
        };
        styles.set(`${attributes['style:family']} ${key}`, current);
      } else if (name === 'style:text-properties' && current !== null) {
        const display = attributes['text:display'];
        if (display !== undefined) current.shown = display !== 'none';
        current.look = readLook(attributes);
      } else if (name === 'office:body' || name === 'style:default-style') current = null;
    },
    isHidden(family, style) {
      for (const { shown } of lineage(family, style)) if (shown !== undefined) return !shown;
      return false;
    },
    looksOf(named) {
      const look: TextLook = {};
      for (const [family, name] of named)
        for (const style of [...lineage(family, name)].reverse()) Object.assign(look, style.look);
      const { color = '#000000', fill = 'transparent', size = SIZE_USUAL, scale = 100, font = '' } = look;
      const isTiny = (size > 0 && size <= SIZE_MIN) || scale < NARROW_PRINT;
      const isFaint = color === (fill === 'transparent' ? '#ffffff' : fill) || isTiny;
      const looks: OfficeLook[] = [
        ...(look.struck ? (['struck'] as const) : []),
        ...(look.raised ? (['raised'] as const) : []),
        ...(isFaint ? (['faint'] as const) : []),
        ...(isPictureFont(font) ? (['several'] as const) : []),
      ];
      return { looks, size };
    },
    headingLevel(style) {
      for (const { name } of lineage('paragraph', style)) {
        const level = headingLevelOf(name);
        if (level !== null) return level;
      }
      return undefined;
    },
  };
}
