import { isPictureFont } from '../css/is-picture-font.js';

const NAME_MAX = 100;
const END = 0x3b;

/** Gathers, byte by byte of the table of fonts, which ones draw pictures for digits. */
export function createPictureFonts() {
  const found = new Set<number>();
  let name = '';
  return {
    byte(value: number, font: number): void {
      if (value !== END) name = (name + String.fromCharCode(value)).slice(-NAME_MAX);
      else {
        if (isPictureFont(name.trim().toLowerCase())) found.add(font);
        name = '';
      }
    },
    has: (font: number): boolean => found.has(font),
    /** Is one of two fonts of pictures, and the other is not? */
    differ: (a: number, b: number): boolean => found.has(a) !== found.has(b),
  };
}
