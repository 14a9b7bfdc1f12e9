import { makeDocument, type Recipe } from '../synthesise/document.js';
import { applicantsOf, formOfYear } from '../synthesise/forms.js';
import { issuerAt } from '../synthesise/places.js';
import { alterTables, type PrintedTable, tablesOf } from '../synthesise/printed.js';
import { seededRandom } from '../synthesise/random.js';
import type { Report } from '../synthesise/report.js';
import { carryMore, named, printed } from '../synthesise/series.js';
import { drawTablePicture } from './draw-table-picture.js';
import { placeAt } from './places.js';
import { escapeHtml, footHtml, headHtml, sitePage } from './site-page.js';
import type { Answer, WorldReport, WorldSite } from './world-types.js';

/** A corrected report: some more requests came over from the year before, and all sums follow. */
const corrected = (report: Report, version: number): Report => {
  if (version === 1) return report;
  const [column] = applicantsOf(report.specs.applications!);
  const numbers = carryMore(report, column!, version - 1);
  return printed({ ...report, numbers }, seededRandom(version).fork('correction'));
};

const recipeOf = (site: WorldSite, report: WorldReport): Recipe => ({
  form: formOfYear(report.year),
  year: report.year,
  place: placeAt(site.index),
  carrier: report.drawing,
  seed: report.seed,
  charset: site.charset,
  declared: site.metaCharset,
  alterReport: (made) => ({
    ...corrected(named(made, issuerAt(placeAt(site.index), report.body)), report.version),
    title: report.title,
  }),
  // The page has the frame of its site, with a menu above and a footer below.
  alterText: (text) =>
    text
      .replace('<body>\n', `<body>\n${headHtml(site)}\n`)
      .replace('\n</body>', `\n${footHtml(site)}\n</body>`),
});

const typeOf: Record<string, string> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pdf': 'application/pdf',
};

/** The page or the file that the list links. */
export async function renderReport(site: WorldSite, report: WorldReport): Promise<Answer> {
  if (report.carrier.startsWith('attached')) return attachmentPage(site, report);
  return report.carrier === 'pictured' ? picturePage(site, report) : renderFile(site, report);
}

/** The table that a page shows as a picture. */
const isPictured = ({ id }: PrintedTable): boolean => id === 'applications';
const PICTURE_MARK = '（表格见图）';

/** All of the report, but for one table, which is a picture beside the signs of the site. */
async function picturePage(site: WorldSite, report: WorldReport): Promise<Answer> {
  const recipe = recipeOf(site, report);
  const shown = `<img src="${report.picturePath!}" width="700"><img src="/images/icon_print.png" width="16">`;
  return renderRecipe(site, report, {
    ...recipe,
    alterPage: (page) =>
      alterTables(page, (table) => (isPictured(table) ? [{ kind: 'paragraph', text: PICTURE_MARK }] : table)),
    alterText: (text, made) => recipe.alterText!(text, made).replace(PICTURE_MARK, shown),
  });
}

/** The picture of that table. */
export async function renderPicture(site: WorldSite, report: WorldReport): Promise<Answer> {
  const { page } = await makeDocument(recipeOf(site, report), report.id);
  return { status: 200, type: 'image/png', body: drawTablePicture(tablesOf(page).find(isPictured)!) };
}

/** The report itself, in whatever carries it. */
export const renderFile = (site: WorldSite, report: WorldReport): Promise<Answer> =>
  renderRecipe(site, report, recipeOf(site, report));

async function renderRecipe(site: WorldSite, report: WorldReport, recipe: Recipe): Promise<Answer> {
  const { bytes, suffix, truth } = await makeDocument(recipe, report.id);
  const header = site.headerCharset === null ? '' : `; charset=${site.headerCharset}`;
  return { status: 200, type: typeOf[suffix] ?? `text/html${header}`, body: bytes, truth };
}

const attachmentPage = (site: WorldSite, { title, filePath, issuer }: WorldReport): Answer =>
  sitePage(
    site,
    title,
    `<h1>${escapeHtml(title)}</h1>
<p>现将${issuer}本年度的报告予以公布，全文见附件。</p>
<p>附件：<a href="${filePath!}">${escapeHtml(title)}${filePath!.slice(filePath!.lastIndexOf('.'))}</a></p>
<p><a href="/upload/form.doc">政府信息公开申请表</a></p>`,
  );
