import type { ReportHeader } from '../header/find-header.js';
import type { Field } from '../model/report-record.js';

export type AnyField = Field<string> | Field<number>;

interface NamedField {
  /** As in the record: `period.start`. */
  path: string;
  field: AnyField;
}

/** All fields of a header, in the order of the record. */
export const headerFields = ({
  title,
  issuer,
  year,
  period,
  publishedOn,
  contact,
}: ReportHeader): NamedField[] => [
  { path: 'title', field: title },
  { path: 'issuer', field: issuer },
  { path: 'year', field: year },
  { path: 'period.start', field: period.start },
  { path: 'period.end', field: period.end },
  { path: 'publishedOn', field: publishedOn },
  ...Object.entries(contact).map(([name, field]) => ({ path: `contact.${name}`, field })),
];
