import type { ZodType } from 'zod';
import type * as untyped from './convert/conversion.js';
import type { ColumnId, FactId, FormId, RowId, TableId } from './forms.js';
import * as model from './model/report-record.js';

/** A fact with the id of one that is known. */
export type Fact = model.Fact & { id: FactId };

/** The cells of the tables by the ids of the forms. A table holds what its form has, so any of it may be absent. */
export type Tables = {
  [T in TableId]?: { [R in RowId<T>]?: { [C in ColumnId<T, R>]?: model.Cell } };
};

/** A record whose ids are checked by the compiler; in JSON it is the record of the schema. */
export type ReportRecord = Omit<model.ReportRecord, 'template' | 'tableTemplates' | 'tables' | 'facts'> & {
  template: FormId | null;
  tableTemplates: { [T in TableId]?: FormId };
  tables: Tables;
  facts: Fact[];
};

/** What files came to: `records`, one for each report that they hold, and `failure`, what could not be read. */
export type Conversion = Omit<untyped.Conversion, 'records'> & { records: ReportRecord[] };

/** Reads a record, of this version or another. */
export const reportRecordSchema = model.reportRecordSchema as unknown as ZodType<ReportRecord>;
