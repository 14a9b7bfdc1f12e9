import { isTextless } from '../../../src/layout/document/page-issues.js';
import { type Glyph, glyphBox } from '../../../src/layout/page/page-content.js';
import type { Raster } from '../../../src/model/picture-reader.js';
import { type OpenedPdf, openPdf } from './open-pdf.js';
import { pagesToDraw } from './pages-to-draw.js';
import type { ReadPage } from './read-page.js';
import { renderPage } from './render-page.js';

/** Ink is darker than this (of 255), paper lighter than that. */
const INK_BELOW = 150;
const PAPER_FROM = 200;
/** Text of fewer pixels is not drawn: its font is not there. */
const INK_MIN = 3;
/** Of the ink of a character so much is left where a picture lets it through; of less, nothing can be read. */
const LEFT_MIN = 0.85;
const LEFT_LITTLE = 0.4;
/** And of the paper around it so much became ink. */
const NEW_INK_MAX = 0.25;
/** Where pictures hide most of a page's text, they are the page, and the text is what was once recognised in them. */
const LAYER_SHARE = 0.5;

type Sight = 'seen' | 'unclear' | 'covered';

/**
 * Looks whether pictures hide the text that was painted before them: a seal and a watermark let it through, a scan and a
 * picture of another figure do not. Pages are drawn with their pictures and without, and the characters compared.
 */
export async function seeThroughPictures(bytes: Uint8Array, pages: readonly ReadPage[]): Promise<ReadPage[]> {
  const asked = pages.filter(({ underPictures }) => underPictures.size > 0);
  if (asked.length === 0) return [...pages];
  const result = new Map(pages.map((page) => [page.number, page]));
  const withPictures = pagesToDraw(bytes);
  let without: OpenedPdf | undefined;
  try {
    without = await openPdf(bytes, { isPartly: true });
    for (const page of asked) {
      try {
        const drawn = await renderPage(await withPictures.page(page.number), page.turn, []);
        const plain = await renderPage(await without.document.getPage(page.number), page.turn, []);
        result.set(page.number, judged(page, { drawn: drawn.picture, plain: plain.picture, dpi: drawn.dpi }));
      } catch {
        result.set(page.number, unclear(page));
      }
    }
  } finally {
    await withPictures.close();
    await without?.close().catch(() => undefined);
  }
  return pages.map(({ number }) => result.get(number)!);
}

const unclear = (page: ReadPage): ReadPage => ({
  ...page,
  glyphs: page.glyphs.map((glyph) =>
    page.underPictures.has(glyph) ? { ...glyph, mark: 'several-readings' } : glyph,
  ),
});

interface Drawn {
  drawn: Raster;
  plain: Raster;
  dpi: number;
}

function judged(page: ReadPage, pictures: Drawn): ReadPage {
  const sights = sightsOf([...page.underPictures], pictures);
  const covered = [...sights.values()].filter((sight) => sight === 'covered').length;
  if (covered > LAYER_SHARE * page.glyphs.length && !isTextless(page))
    return { ...page, isTextInvisible: true };
  const unseen = [...(page.unseen ?? [])];
  const glyphs = page.glyphs.flatMap((glyph): Glyph[] => {
    const sight = sights.get(glyph);
    if (sight === 'covered') unseen.push({ glyph, mark: 'covered' });
    if (sight === 'covered') return [];
    return [sight === 'unclear' ? { ...glyph, mark: 'several-readings' } : glyph];
  });
  return { ...page, glyphs, unseen };
}

/** Characters that touch are one text, and it is seen as its least seen character is. */
function sightsOf(glyphs: readonly Glyph[], pictures: Drawn): Map<Glyph, Sight> {
  const sights = new Map<Glyph, Sight>();
  let run: Glyph[] = [];
  const close = () => {
    const own = run.map((glyph) => sightOf(glyph, pictures));
    const worst = (['covered', 'unclear', 'seen'] as const).find((sight) => own.includes(sight)) ?? 'seen';
    for (const glyph of run) sights.set(glyph, worst);
    run = [];
  };
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
    const last = run.at(-1);
    const touches =
      last && glyph.baseline - last.baseline < 1 && Math.abs(glyph.x0 - last.x1) < 0.3 * glyph.size;
    if (!touches) close();
    run.push(glyph);
  }
  close();
  return sights;
}

function sightOf(glyph: Glyph, { drawn, plain, dpi }: Drawn): Sight {
  const [left, top, right, bottom] = glyphBox(glyph).map((points) => Math.round((points * dpi) / 72)) as [
    number,
    number,
    number,
    number,
  ];
  let [ink, kept, paper, fresh] = [0, 0, 0, 0];
  for (let y = Math.max(0, top); y < Math.min(plain.height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(plain.width, right); x++) {
      const [before, after] = [plain.pixels[y * plain.width + x]!, drawn.pixels[y * drawn.width + x]!];
      if (before < INK_BELOW) {
        ink++;
        if (after < INK_BELOW) kept++;
      } else if (before >= PAPER_FROM) {
        paper++;
        if (after < INK_BELOW) fresh++;
      }
    }
  }
  if (ink < INK_MIN) return 'unclear';
  const isClean = fresh <= NEW_INK_MAX * paper;
  if (kept >= LEFT_MIN * ink && isClean) return 'seen';
  return kept <= LEFT_LITTLE * ink ? 'covered' : 'unclear';
}
