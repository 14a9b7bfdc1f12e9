import { mapFigures } from './map-figures.js';
import type { TableName, Wanted } from './printed.js';
import type { Damage, Report } from './report.js';

/** Hand-checked truth files and generated ones share this shape. */
export interface Truth {
  file: string;
  /** The carrier for generated documents, "real" for collected ones. */
  form: string;
  template: string | null;
  kind: 'annual-report' | 'compilation' | 'other';
  year: number | null;
  issuer: string[] | string | null;
  narrative: Record<string, string | string[]> | null;
  notes: string[];
  inconsistent: string[];
  damage: Damage[];
  tables: Partial<Record<TableName, Record<string, Record<string, Wanted>>>>;
  /** Provincial indicators: label -> printed column -> printed text. */
  statistics: Record<string, Record<string, string>> | null;
}

/** @param carrier html, docx, pdf, pipe, ... : the scorer prints a line for each */
export const truthOf = (report: Report, file: string, carrier: string, notes: string[] = []): Truth => ({
  file,
  form: carrier,
  template: report.template.id,
  kind: 'annual-report',
  year: report.year,
  issuer: report.issuer.accepted,
  narrative: narrativeTruth(report),
  notes,
  inconsistent: [],
  damage: report.damage,
  tables: Object.fromEntries(
    Object.entries(report.tables).map(([table, rows]) => [table, mapFigures(rows, ({ value }) => value)]),
  ),
  statistics: provincialTruth(report),
});

/** Only what the text of the report really says. */
const narrativeTruth = (report: Report): Record<string, string | string[]> => {
  const text = [
    report.byline,
    report.opening,
    ...report.sections.flatMap(({ paragraphs }) => paragraphs),
  ].join('\n');
  const { phone, postcode, email, address, fax } = report.contact;
  const said = {
    phone,
    postcode,
    email,
    address,
    fax,
    published: report.publishedOn,
    proactive_total: `${report.facts.disclosed}条`,
    applications_received: `${report.facts.received}件`,
  };
  return {
    period: [`${report.year}年1月1日`, `${report.year}年12月31日`],
    ...Object.fromEntries(Object.entries(said).filter(([, printed]) => text.includes(printed))),
  };
};

const provincialTruth = (report: Report): Truth['statistics'] => {
  if (!report.provincial) return null;
  const { form, values } = report.provincial;
  return Object.fromEntries(
    form.lines.map(({ label, unit }, index) => [
      label,
      Object.fromEntries([
        ['计量单位', unit],
        ...form.columns.map((column, at) => [
          column.replace('{year}', String(report.year)),
          String(values[index]![at]),
        ]),
      ]),
    ]),
  );
};
