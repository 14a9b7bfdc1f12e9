import { type Charset, encodeText } from './encode-text.js';
import { pageOf } from './page.js';
import type { Page } from './printed.js';
import { seededRandom } from './random.js';
import { requireCarrier } from './render/index.js';
import { makeReport, type Report, type ReportOptions } from './report.js';
import { type Truth, truthOf } from './truth.js';

/** A recipe for one document: what it reports, how it arrives, and what went wrong on the way. */
export interface Recipe extends ReportOptions {
  carrier: string;
  seed: number;
  charset?: Charset;
  /** Charset that an HTML page claims; the true one if it is absent; '' claims no charset. */
  declared?: string;
  /** Changes what the body printed: the truth follows. */
  alterReport?: (report: Report) => Report;
  /** Changes how it is laid out: the truth stays. */
  alterPage?: (page: Page, report: Report) => Page;
  /** Changes the finished text of a text carrier. */
  alterText?: (text: string, report: Report) => string;
  /** Where the page is no report any more, or says something else of itself. */
  alterTruth?: (truth: Truth) => Truth;
}

export interface MadeDocument {
  bytes: Uint8Array;
  suffix: string;
  truth: Truth;
  report: Report;
  page: Page;
}

/** Makes the document and its truth. The same recipe gives the same bytes. */
export const makeDocument = async (recipe: Recipe, name: string): Promise<MadeDocument> => {
  const random = seededRandom(recipe.seed);
  const made = makeReport(random.fork('report'), recipe);
  const report = recipe.alterReport ? recipe.alterReport(made) : made;
  const laidOut = pageOf(report);
  const page = recipe.alterPage ? recipe.alterPage(laidOut, report) : laidOut;
  const carrier = requireCarrier(recipe.carrier);
  const rendered = await carrier.render(page, random.fork('render'));
  const bytes = isText(carrier.carrier) ? encodeDocument(rendered.bytes, recipe, report) : rendered.bytes;
  const plain = truthOf(report, `${name}${rendered.suffix}`, carrier.carrier, [recipe.carrier]);
  const truth = recipe.alterTruth ? recipe.alterTruth(plain) : plain;
  return { bytes, suffix: rendered.suffix, truth, report, page };
};

const isText = (carrier: string): boolean => carrier !== 'docx' && carrier !== 'pdf';

const encodeDocument = (bytes: Uint8Array, recipe: Recipe, report: Report): Uint8Array => {
  const plain = new TextDecoder().decode(bytes);
  const text = recipe.alterText ? recipe.alterText(plain, report) : plain;
  const charset = recipe.charset ?? 'utf-8';
  const declared = recipe.declared ?? charset;
  const meta = /<meta http-equiv="Content-Type" content="text\/html; charset=[^"]*">\n/;
  const labelled = text.replace(meta, (whole) =>
    declared === '' ? '' : whole.replace('charset=utf-8', `charset=${declared}`),
  );
  return encodeText(labelled, charset);
};
