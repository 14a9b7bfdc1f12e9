import picocolors from 'picocolors';
import { sharedKnowledge } from '../convert/run/shared-knowledge.js';
import type { ReportRecord } from '../model/report-record.js';
import { legend } from './draw-cell.js';
import { drawReport } from './draw-report.js';

interface ExplainOptions {
  /** Columns of the terminal: 100 by default. Chinese characters take two. */
  width?: number;
  /** Escape sequences that colour the text. Off by default. */
  color?: boolean;
}

/** Draws records for a person: the tables, what was believed, and in words what speaks against each number in doubt. */
export function explain(
  records: readonly ReportRecord[],
  { width = 100, color = false }: ExplainOptions = {},
): string {
  const colors = picocolors.createColors(color);
  const drawing = { colors, width };
  const { templates } = sharedKnowledge();
  const rule = `\n${colors.dim('─'.repeat(width))}\n\n`;
  const hasTables = records.some(({ tables }) => Object.keys(tables).length > 0);
  const reports = records.map((record) => drawReport(record, templates, drawing));
  return reports.join(rule) + (hasTables ? `\n${legend(drawing)}\n` : '');
}
