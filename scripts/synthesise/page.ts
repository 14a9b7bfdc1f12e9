import { drawProvincial, drawSpec } from './draw-tables.js';
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

const drawTable = (report: Report, name: NonNullable<ReportSection['table']>): PrintedTable =>
  name === 'provincial'
    ? drawProvincial(report)
    : drawSpec(report.specs[name]!, report.tables[name]!, report.style);
