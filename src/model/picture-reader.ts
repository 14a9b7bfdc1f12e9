/** A grey picture, row by row from the top left: 0 is black, 255 white. Coloured ink (a red seal) is as light as its lightest channel. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A picture file. TIFF and GIF may hold several pages. */
export interface OpenedPicture {
  mediaType: string;
  /** Dots per inch as the file states them, null where it does not. */
  dpi: number | null;
  pageCount: number;
  /**
   * @param index from 0. One page at a time: nothing of it is kept.
   * @throws UnreadableSourceError `picture-damaged`
   */
  page(index: number): Promise<Raster>;
}

/** One character as it was recognised. */
export interface RecognisedCharacter {
  text: string;
  /** How sure the model is of it: 0 to 1. */
  score: number;
  /** What else it may be, likeliest first, with their scores; an empty text means that nothing stands there. */
  rivals: { text: string; score: number }[];
  /** Where it stands on the line: 0 is the left end of the picture, 1 the right. */
  at: number;
}

/** What one line of print may say. */
export interface LineReading {
  /** Of all characters that the model knows. Empty where nothing was recognised. */
  free: RecognisedCharacter[];
  /** Of digits and the signs of figures alone: a figure may be read as a letter that looks like it. */
  figures: RecognisedCharacter[];
}

/** Reads pictures of print, offline. Opened once a process and shared: calls queue up. */
export interface PictureReader {
  /**
   * Looks at the head of a picture file.
   * @throws UnreadableSourceError `picture-damaged`, `picture-too-large`
   */
  open(bytes: Uint8Array): Promise<OpenedPicture>;
  /** Reads pictures of one line each, dark on light, whatever their height. In the order given; the result of a line does not depend on the others. */
  readLines(lines: readonly Raster[]): Promise<LineReading[]>;
  /** Turns a picture clockwise by `degrees` (any angle) around its centre; white comes in at the corners. The size may grow. */
  rotate(picture: Raster, degrees: number): Promise<Raster>;
}
