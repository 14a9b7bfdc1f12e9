import type { Crop } from '../../../src/layout/page/crop.js';

/** A picture on a sheet. */
interface SheetPicture {
  /** A name by which its bytes can be asked for; empty where the file does not hold them. */
  src: string;
  /** The row of the sheet on which it hangs, from 0; null where it hangs on none. */
  row: number | null;
}

/** The pictures of a workbook. */
export interface WorkbookPictures {
  /** By the number of the sheet, in the order of the workbook. */
  bySheet: SheetPicture[][];
  /** All that the file holds, shown or not. */
  count: number;
  bytesOf(src: string): Promise<Uint8Array | null> | Uint8Array | null;
  cropOf(src: string): Crop | null;
}

/** The name of the picture of that number. */
export const nameOf = (number: number): string => `picture/${number}`;

/** The number in a name; -1 in the empty name. */
export const numberIn = (src: string): number => Number(/^picture\/(\d+)$/.exec(src)?.[1] ?? -1);

export const noPictures: WorkbookPictures = {
  bySheet: [],
  count: 0,
  bytesOf: () => null,
  cropOf: () => null,
};
