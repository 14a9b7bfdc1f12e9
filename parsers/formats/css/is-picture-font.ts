/** Fonts that draw pictures, bars or dots for digits. */
const PICTURES =
  /^(?:wingdings|webdings|marlett|monotype sorts|itc zapf dingbats|zapfdingbats|zapf dingbats|mt extra|bookshelf symbol|ms outlook|code ?(?:39|128)|c39|ean-?13|idautomation|libre barcode|barcode|braille|font ?awesome|iconfont|glyphicons|material icons)/u;

/** Does a font print something else than digits for digits? @param family in small letters */
export const isPictureFont = (family: string): boolean => PICTURES.test(family);
