import { NARROW_PRINT } from '../office-html/narrow-print.js';
import type { OfficeLook } from '../office-html/office-block.js';

/** What a group says of how its text looks. */
interface TextLook {
  struck: boolean;
  raised: boolean;
  /** Numbers of the table of colours. */
  color: number;
  fill: number;
  /** Half points. */
  size: number;
  /** Percent of the usual width of its characters. */
  scale: number;
}

export const PLAIN_LOOK: TextLook = { struck: false, raised: false, color: 0, fill: 0, size: 24, scale: 100 };
export const LOOKS = Object.keys(PLAIN_LOOK) as (keyof TextLook)[];

const isOn = (parameter: number | null): boolean => parameter !== 0;

const SETTERS: Record<string, (parameter: number | null) => Partial<TextLook>> = {
  strike: (parameter) => ({ struck: isOn(parameter) }),
  striked: (parameter) => ({ struck: isOn(parameter) }),
  super: (parameter) => ({ raised: isOn(parameter) }),
  sub: (parameter) => ({ raised: isOn(parameter) }),
  nosupersub: () => ({ raised: false }),
  up: (parameter) => ({ raised: isOn(parameter) }),
  dn: (parameter) => ({ raised: isOn(parameter) }),
  cf: (parameter) => ({ color: parameter ?? 0 }),
  highlight: (parameter) => ({ fill: parameter ?? 0 }),
  cb: (parameter) => ({ fill: parameter ?? 0 }),
  chcbpat: (parameter) => ({ fill: parameter ?? 0 }),
  fs: (parameter) => ({ size: parameter ?? 24 }),
  charscalex: (parameter) => ({ scale: parameter ?? 100 }),
};

/**
 * Takes a word that says how text looks.
 *
 * @param before called before the look changes
 * @returns whether it was one
 */
export function setLook(
  state: TextLook,
  name: string,
  parameter: number | null,
  before: () => void,
): boolean {
  if (!Object.hasOwn(SETTERS, name)) return false;
  before();
  Object.assign(state, SETTERS[name]!(parameter));
  return true;
}

/** One point: nobody reads it. */
const SIZE_MIN = 2;

export function looksOf(
  { struck, raised, color, fill, size, scale }: TextLook,
  isSeen: (color: number, fill: number) => boolean,
): OfficeLook[] {
  return [
    ...(struck ? (['struck'] as const) : []),
    ...(raised ? (['raised'] as const) : []),
    ...(!isSeen(color, fill) || size <= SIZE_MIN || scale < NARROW_PRINT ? (['faint'] as const) : []),
  ];
}

const COLORS_MAX = 1000;

/** The table of colours of a file, as it is read. */
export function createColorTable() {
  const colors: (string | null)[] = [];
  let parts: Record<string, number> = {};
  return {
    word(name: string, parameter: number | null) {
      if (name === 'red' || name === 'green' || name === 'blue') parts[name] = parameter ?? 0;
    },
    end() {
      const { red, green, blue } = parts;
      const isNamed = red !== undefined || green !== undefined || blue !== undefined;
      if (colors.length < COLORS_MAX) colors.push(isNamed ? [red ?? 0, green ?? 0, blue ?? 0].join() : null);
      parts = {};
    },
    /** Can a colour be told from what is behind it? Paper is white, and print is black unless the table says otherwise. */
    isSeen: (color: number, fill: number): boolean =>
      (colors[color] ?? '0,0,0') !== (fill === 0 ? '255,255,255' : (colors[fill] ?? '255,255,255')),
  };
}
