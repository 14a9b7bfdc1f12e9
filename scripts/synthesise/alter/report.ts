import { applicantsOf, formBefore, outcomesOf, tableOf } from '../forms.js';
import { mapFigures } from '../map-figures.js';
import { tableNumbers } from '../numbers.js';
import { printFigures } from '../print-figures.js';
import type { Figure, TableName } from '../printed.js';
import type { Random } from '../random.js';
import type { Report } from '../report.js';

/** Replaces one figure; the printed value is the truth, whatever the sums say. */
export const setFigure = (
  report: Report,
  table: TableName,
  row: string,
  column: string,
  figure: Figure,
): Report => ({
  ...report,
  tables: {
    ...report.tables,
    [table]: { ...report.tables[table], [row]: { ...report.tables[table]![row], [column]: figure } },
  },
});

/** One digit of one inner cell of table 三 is misprinted: the identities can find it and say what it was. */
export const damageOneCell = (report: Report, random: Random): Report => {
  const spec = report.specs.applications;
  if (!spec) return report;
  const row = random.pick(outcomesOf(spec));
  const column = random.pick(applicantsOf(spec));
  const figure = report.tables.applications![row]![column]!;
  if (typeof figure.value !== 'number') return report;
  const value = figure.value + random.pick([1, 2, 3, 5, 7, 10, 60]);
  const altered = setFigure(report, 'applications', row, column, { text: String(value), value });
  return { ...altered, damage: [{ table: 'applications', row, column, was: figure.value }] };
};

/** Table 三 of the form before, among the tables and headings of this one: 2021, with the single row 其他处理 of 2019. */
export const mixEras = (report: Report, random: Random): Report => {
  const spec = tableOf(formBefore(report.template)!, 'applications')!;
  const numbers = tableNumbers(random, spec, 'few');
  return {
    ...report,
    numbers: { ...report.numbers, applications: numbers },
    tables: { ...report.tables, applications: printFigures(numbers, spec, report.style, random) },
    specs: { ...report.specs, applications: spec },
  };
};

/** The total column of table 三 is left blank though its parts are printed. */
export const blankTotals = (report: Report): Report => ({
  ...report,
  tables: {
    ...report.tables,
    applications: mapFigures(
      report.tables.applications!,
      (figure, _, column): Figure => (column === 'total' ? { text: '', value: '' } : figure),
    ),
  },
});

/** 总计 in the outcomes row is one too high: the body's own mistake, no single cell explains it away. */
export const breakOwnSums = (report: Report): Report => {
  const rows = ['totalProcessed', 'newlyReceived'] as const;
  return rows.reduce((altered, row) => {
    const figure = altered.tables.applications![row]!.total!;
    const value = Number(figure.value) + 1;
    return setFigure(altered, 'applications', row, 'total', { text: String(value), value });
  }, report);
};

/** 22 -> 22（其中修订16件） */
export const noteInCell = (report: Report, row: string, column: string): Report => {
  const value = Number(report.tables.proactive![row]![column]!.value) || 22;
  const text = `${value}（其中修订${Math.max(1, Math.floor(value / 2))}件）`;
  return setFigure(report, 'proactive', row, column, { text, value });
};

/** Everything blank, as the form is handed out. */
export const blankEverything = (report: Report): Report => ({
  ...report,
  tables: Object.fromEntries(
    Object.entries(report.tables).map(([table, figures]) => [
      table,
      mapFigures(figures, (): Figure => ({ text: '', value: '' })),
    ]),
  ),
});

/** Only the period, the section headings and the tables: printed PDFs embed every character they use. */
export const withoutProse = (report: Report): Report => ({
  ...report,
  byline: '',
  opening: `本报告的统计时限自${report.year}年1月1日至${report.year}年12月31日。`,
  sections: report.sections.map((section) => ({ ...section, paragraphs: [] })),
});
