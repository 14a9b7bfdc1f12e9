import { headingLevelOf } from '../office-html/heading-level.js';

/** What the styles of a document say of text that names them. */
export interface StyleBook {
  /** To be told of every element that opens, inside and outside of the styles. */
  open(name: string, attributes: Record<string, string>): void;
  isHidden(family: 'text' | 'paragraph', style: string | undefined): boolean;
  /** 1-6 where the style or one that it descends from is that of a heading. */
  headingLevel(style: string | undefined): number | undefined;
}

interface Style {
  name: string;
  parent: string | undefined;
  /** `text:display`, where it says something. */
  shown?: boolean;
}

const ANCESTORS_MAX = 50;

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
      } else if (name === 'office:body' || name === 'style:default-style') current = null;
    },
    isHidden(family, style) {
      for (const { shown } of lineage(family, style)) if (shown !== undefined) return !shown;
      return false;
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
