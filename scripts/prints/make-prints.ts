import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocument } from '../synthesise/document.js';
import type { Truth } from '../synthesise/truth.js';
import { finishPages } from './finish-pages.js';
import { pageDocx } from './page-docx.js';
import { pageHtml } from './page-html.js';
import { type Laid, printPages } from './print-pages.js';
import type { PrintPlan } from './print-plan.js';

export interface Print {
  plan: PrintPlan;
  bytes: Uint8Array;
  truth: Truth;
}

/** What is printed for a plan, and the truth of it. */
async function layPlan(plan: PrintPlan): Promise<Laid & { truth: Truth }> {
  const { page, report, truth } = await makeDocument(plan.recipe, plan.name);
  const bytes = plan.printer === 'chromium' ? Buffer.from(pageHtml(page, plan)) : await pageDocx(page, plan);
  return { plan, title: report.title, bytes, truth: { ...truth, file: `${plan.name}.pdf` } };
}

/** Another plan of the same name is another print. */
const keyOf = (plan: PrintPlan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);

/**
 * Prints plans with Chromium and LibreOffice.
 * @param folder keeps the PDFs, and gives those that a run before kept; absent, everything is printed anew
 * @throws when a printer is not installed, or fails
 */
export async function makePrints(plans: readonly PrintPlan[], folder?: string): Promise<Print[]> {
  const pathOf = (plan: PrintPlan): string => join(folder ?? '', `${plan.name}-${keyOf(plan)}.pdf`);
  const laid = [];
  for (const plan of plans) laid.push(await layPlan(plan));
  const kept = new Map<number, Uint8Array>();
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const plan of plans)
      if (existsSync(pathOf(plan))) kept.set(plan.index, new Uint8Array(readFileSync(pathOf(plan))));
  }
  const printed = await printPages(laid.filter(({ plan }) => !kept.has(plan.index)));
  const prints: Print[] = [];
  for (const { plan, truth } of laid) {
    const bytes = kept.get(plan.index) ?? (await finishPages(printed.get(plan.index)!, plan));
    if (folder !== undefined && !kept.has(plan.index)) writeFileSync(pathOf(plan), bytes);
    prints.push({ plan, bytes, truth });
  }
  return prints;
}
