/** Closed lines around the ink of a glyph, in any unit; y goes up. */
export type GlyphOutline = readonly (readonly (readonly [x: number, y: number])[])[];
