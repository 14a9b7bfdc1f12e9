/** Percent of their usual width: characters that are narrower are strokes, and nobody reads them. */
export const NARROW_PRINT = 15;
