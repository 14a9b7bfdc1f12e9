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
  /** Whether the picture is as good as empty: no ink but dust and pieces of ruling lines. Ink of which nothing was recognised is not blank. */
  blank: boolean;
  /** Of all characters that the model knows. Empty where nothing was recognised. */
  free: RecognisedCharacter[];
  /** The likeliest figure, of digits and . , % - — / alone: what looks like a letter (O, l, Ⅱ) is read as the digit that looks like it. Empty where no figure can stand there. */
  figures: RecognisedCharacter[];
  /**
   * How likely the line as a whole says `figures`: 0 to 1, in hundredths. Summed over all ways of spelling it, and lower than the
   * least sure character where digits may have been lost or doubled. Of an empty `figures` it is how sure it is that there are none.
   */
  figureScore: number;
  /** What else the whole line may say as a figure, likeliest first: "11" beside "111". An empty text: none. */
  figureRivals: { text: string; score: number }[];
}

/** Reads pictures of print, offline. Opened once a process and shared: calls queue up. */
export interface PictureReader {
  /**
   * Looks at the head of a picture file.
   * @throws UnreadableSourceError `picture-damaged`, `picture-too-large`
   */
  open(bytes: Uint8Array): Promise<OpenedPicture>;
  /**
   * Reads pictures of one line each, dark on light, whatever their height. In the order given; the result of a line does not
   * depend on the others. A picture should hold some pixels of paper around the print: what runs along an edge is taken for a
   * piece of a ruling line.
   *
   * @throws UnreadableSourceError `ocr-failed`
   */
  readLines(lines: readonly Raster[]): Promise<LineReading[]>;
  /** Turns a picture clockwise by `degrees` (any angle) around its centre; white comes in at the corners. The size may grow. */
  rotate(picture: Raster, degrees: number): Promise<Raster>;
}
