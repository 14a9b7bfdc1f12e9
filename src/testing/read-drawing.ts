import type { Knowledge } from '../model/knowledge.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Cell } from '../model/report-record.js';
import type { RuleNames } from '../model/rule.js';
import { type GradedTables, gradeTables } from '../tables/grade/grade-tables.js';
import { matchTables } from '../tables/layouts/match-tables.js';
import type { Hearing } from '../tables/witnesses/index.js';
import { makeFolder } from '../words/label-text.js';

/** What is known of labels and forms: handed in by the test. */
type DrawingKnowledge = Pick<Knowledge, 'templates' | 'characterVariants'>;

/**
 * Fits and grades the tables of a drawn document, as the pipeline does.
 * @param heard what else witnesses hear, and which of them are not heard
 */
export function readDrawing(
  parsed: ParsedDocument,
  knowledge: DrawingKnowledge,
  year: number | null = null,
  heard: Partial<Hearing> & { without?: RuleNames } = {},
): GradedTables {
  const fold = makeFolder(knowledge.characterVariants);
  const { without, ...others } = heard;
  const hearing = { fold, reading: [], recognition: parsed.recognition, ...others };
  return gradeTables(matchTables(parsed, { templates: knowledge.templates, fold, year, without, hearing }));
}

/** A cell as one word: `3 verified`, `blank`, `missing`; the number of a doubtful one with a question mark. */
function showCell(cell: Cell | undefined): string {
  if (!cell) return 'none';
  if (cell.confidence === 'suspect') return `${cell.value ?? ''}?`;
  return cell.value === null ? cell.confidence : `${cell.value} ${cell.confidence}`;
}

/** All cells of a row by column, shown. */
export function showRow(graded: GradedTables, table: string, row: string): Record<string, string> {
  const cells = graded.tables[table]?.[row] ?? {};
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, showCell(cell)]));
}
