import {
  drawApplications,
  drawProactive,
  drawProvincial,
  drawReview,
  drawStatistics,
} from './draw-tables.js';
import { applicationsForm, type OgiForm } from './labels.js';
import type { Page, PrintedBlock, PrintedTable } from './printed.js';
import type { Report, ReportSection } from './report.js';

/** Lays a report out as blocks in reading order. */
export const pageOf = (report: Report): Page => ({
  blocks: [
    { kind: 'title', text: report.title },
    ...(report.byline ? [{ kind: 'byline' as const, text: report.byline }] : []),
    { kind: 'paragraph', text: report.opening },
    ...report.sections.flatMap((section) => sectionBlocks(report, section)),
  ],
});

const sectionBlocks = (report: Report, section: ReportSection): PrintedBlock[] => [
  { kind: 'heading', level: 1, text: `${section.ordinal}、${section.title}` },
  ...section.paragraphs.map(
    (text): PrintedBlock =>
      /^（[一二三四五六]）.{2,20}$/.test(text)
        ? { kind: 'heading', level: 2, text }
        : { kind: 'paragraph', text },
  ),
  ...(section.table ? [{ kind: 'table' as const, table: drawTable(report, section.table) }] : []),
];

const drawTable = (report: Report, name: NonNullable<ReportSection['table']>): PrintedTable => {
  if (name === 'provincial') return drawProvincial(report);
  const figures = report.tables[name]!;
  const form = report.tableForms[name] as OgiForm;
  if (name === 'statistics') return drawStatistics(figures);
  if (name === 'review') return drawReview(figures);
  if (name === 'applications') return drawApplications(applicationsForm(form), figures);
  const amountHeading = report.style.amount === 'wan-in-heading' ? '采购总金额（万元）' : '采购总金额';
  return drawProactive(form, figures, { amountHeading });
};
