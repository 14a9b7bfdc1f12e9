import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type OpenedPdf, openPdf, RENDERED_IMAGE_MAX } from './open-pdf.js';

/** The pages of a file with their images, to be drawn one after the other. */
interface PagesToDraw {
  /** @param number from 1. The page before is let go. */
  page(number: number): Promise<PDFPageProxy>;
  close(): Promise<void>;
}

/** An open document keeps what it has read of the file: after so many pages it is opened anew. */
const PAGES_AT_ONCE = 12;

/**
 * A scan of hundreds of pages is a hundred megabytes, beside the file's own bytes: no more than the parts of some pages are
 * held. Throws what `openPdf` throws.
 */
export function pagesToDraw(bytes: Uint8Array): PagesToDraw {
  let opened: OpenedPdf | null = null;
  let drawn = 0;
  const close = async () => {
    await opened?.close().catch(() => undefined);
    opened = null;
  };
  return {
    async page(number) {
      if (drawn++ % PAGES_AT_ONCE === 0) await close();
      opened ??= await openPdf(bytes, { imagePixelsMax: RENDERED_IMAGE_MAX, isPartly: true });
      return opened.document.getPage(number);
    },
    close,
  };
}
