import { type PageCost, writeFigures } from '../figures/figures.js';
import { measurePages } from './pages.js';
import { rounded } from './rounded.js';

export const sayPages = ({ text, pictures }: PageCost): void => {
  const against = (own: number, other: number, name: string): string =>
    `${own.toFixed(3)} s a page, ${(own / other).toFixed(2)} times ${name} (${other.toFixed(3)} s)`;
  console.log(
    `\nPDF with text  ${text.pages} pages: ${against(text.seconds, text.librarySeconds, 'pdfjs alone')}`,
  );
  if (!pictures) {
    console.log('pictures       left out: no Chromium to make them');
    return;
  }
  const { pages, cells, seconds, right, tesseract } = pictures;
  console.log(
    `pictures       ${pages} pages: ${tesseract ? against(seconds, tesseract.seconds, 'tesseract') : `${seconds.toFixed(3)} s a page; tesseract with chi_sim is not installed`}`,
  );
  console.log(
    `               ${right} of ${cells} cells right as recognised${tesseract ? `; tesseract gives ${tesseract.right} in whole rows` : ''}`,
  );
};

/** Only what a page costs. */
export const benchPages = async ({ write }: { write: boolean }): Promise<void> => {
  const pages = await measurePages();
  sayPages(pages);
  if (write) writeFigures(({ bench }) => (bench ? { bench: { ...bench, pages: rounded(pages) } } : {}));
};
