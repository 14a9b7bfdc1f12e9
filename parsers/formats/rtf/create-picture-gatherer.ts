import type { Crop } from '../../../src/layout/page/crop.js';
import { bitmapFile } from '../office-art/bitmap-file.js';

/** The pictures of an RTF file, by names of our own. */
export interface RtfPictures {
  /** Null where the file does not hold it. */
  bytesOf(name: string): Uint8Array | null;
  cropOf(name: string): Crop | null;
}

interface PictureGatherer extends RtfPictures {
  /** A picture begins. @returns its name */
  begin(): string;
  /** A word that says something of the picture. */
  word(name: string, parameter: number | null): void;
  /** A hexadecimal digit of the picture stands at this place of the file. */
  digit(at: number): void;
  /** The bytes of the picture stand there as they are. */
  binary(start: number, end: number): void;
}

interface Picture {
  start: number;
  end: number;
  isBinary: boolean;
  words: Map<string, number>;
}

/** Windows bitmaps without the head of a file. */
const BITMAP = 'dibitmap';
const KEPT_WORDS = new Set([BITMAP, 'picwgoal', 'pichgoal', 'piccropl', 'piccropr', 'piccropt', 'piccropb']);
const NO_HEX = /[^0-9a-f]/gi;

/** Notes where the pictures of a file stand; they are decoded when they are asked for. @param file its bytes */
export function createPictureGatherer(file: Uint8Array): PictureGatherer {
  const pictures: Picture[] = [];
  const decode = ({ start, end, isBinary }: Picture): Uint8Array => {
    const own = file.subarray(start, end);
    if (isBinary) return own;
    const text = Buffer.from(own.buffer, own.byteOffset, own.length).toString('latin1');
    return new Uint8Array(Buffer.from(text.replace(NO_HEX, ''), 'hex'));
  };
  const named = (name: string) => pictures[Number(/^picture\/(\d+)$/.exec(name)?.[1] ?? -1)];
  return {
    begin: () => `picture/${pictures.push({ start: 0, end: 0, isBinary: false, words: new Map() }) - 1}`,
    word(name, parameter) {
      if (KEPT_WORDS.has(name)) pictures.at(-1)?.words.set(name, parameter ?? 0);
    },
    digit(at) {
      const picture = pictures.at(-1);
      if (picture === undefined || picture.isBinary) return;
      if (picture.end === 0) picture.start = at;
      picture.end = at + 1;
    },
    binary(start, end) {
      const picture = pictures.at(-1);
      if (picture !== undefined) Object.assign(picture, { start, end, isBinary: true });
    },
    bytesOf(name) {
      const picture = named(name);
      if (picture === undefined || picture.end === picture.start) return null;
      const bytes = decode(picture);
      return picture.words.has(BITMAP) ? bitmapFile(bytes) : bytes;
    },
    cropOf(name) {
      const words = named(name)?.words;
      const share = (side: string, size: string): number => {
        const whole = words?.get(size) ?? 0;
        return whole > 0 ? (words?.get(side) ?? 0) / whole : 0;
      };
      const [left, right] = [share('piccropl', 'picwgoal'), share('piccropr', 'picwgoal')];
      const [top, bottom] = [share('piccropt', 'pichgoal'), share('piccropb', 'pichgoal')];
      return [left, right, top, bottom].some((side) => side !== 0) ? { left, right, top, bottom } : null;
    },
  };
}
