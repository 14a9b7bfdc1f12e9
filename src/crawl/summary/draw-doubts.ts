import type { CellCounts } from '../../model/run-summary.js';
import { confidences, countCells } from './cell-counts.js';
import { swatch } from './draw-runs.js';
import { grouped, shareOf } from './format-figures.js';
import { html, type Markup } from './markup.js';
import { doubtWords } from './page-words.js';
import { confidenceWords } from './summary-words.js';

/** The cells of what is new or changed, as one bar, and what each part of it means. */
export function drawDoubts(cells: CellCounts): Markup {
  const all = countCells(cells);
  if (all === 0) return html`<p>${doubtWords.none}</p>`;
  const told = confidences.map(
    (level) => `${level} ${grouped(cells[level])} (${shareOf(cells[level], all)})`,
  );
  let before = 0;
  const rects = confidences.map((level) => {
    const [x, width] = [(100 * before) / all, (100 * cells[level]) / all];
    before += cells[level];
    if (width === 0) return html``;
    return html`<rect class="${level}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"><title>${level}</title></rect>`;
  });
  return html`<figure><figcaption id="cells">${doubtWords.caption(grouped(all))}</figcaption>
<svg class="share" role="img" aria-labelledby="cells cells-told" height="26"><desc id="cells-told">${told.join(', ')}</desc>${rects}</svg></figure>
<table><caption>${doubtWords.table}</caption>
<thead><tr><th scope="col">${doubtWords.confidence}</th><th scope="col" class="n">${doubtWords.cells}</th><th scope="col" class="n">${doubtWords.share}</th><th scope="col" class="wide">${doubtWords.means}</th></tr></thead>
<tbody>${confidences.map(
    (level) =>
      html`<tr><th scope="row">${swatch(level)}${level}</th><td class="n">${grouped(cells[level])}</td><td class="n">${shareOf(cells[level], all)}</td><td class="wide soft">${confidenceWords[level]}</td></tr>`,
  )}</tbody></table>`;
}
