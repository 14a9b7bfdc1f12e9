import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';

/** `<12> <0033>`: a code of the font, and the digit that it is said to print. */
const MAPPED_DIGIT = /(<[\dA-F]{2,4}>\s+<)003(\d)(>)/giu;

/**
 * Helper of the tests: a PDF whose pages look as before, and whose fonts say other digits than they print.
 * @param digits what each printed digit is said to be: { 1: '7' }
 */
export async function garbleDigits(bytes: Uint8Array, digits: Record<string, string>): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes);
  const { context } = document;
  for (const [, font] of context.enumerateIndirectObjects()) {
    const reference = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined;
    const map = reference && context.lookup(reference);
    if (!(reference instanceof PDFRef) || !(map instanceof PDFRawStream)) continue;
    const text = Buffer.from(decodePDFRawStream(map).decode()).toString('latin1');
    const garbled = text.replace(
      MAPPED_DIGIT,
      (_, before: string, digit: string, after: string) => `${before}003${digits[digit] ?? digit}${after}`,
    );
    context.assign(reference, context.flateStream(garbled));
  }
  return document.save();
}
