/** Digits, signs and points of full width, one for one as ASCII: offsets into the text stay what they are. */
export const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９＋－．]/gu, (ch) => String.fromCharCode(ch.charCodeAt(0) - FULL_WIDTH_OFFSET));

const FULL_WIDTH_OFFSET = 0xfee0;
