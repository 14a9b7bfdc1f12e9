export { checkAcrossYears } from './across-years/check-across-years.js';
export type { Failure } from './convert/failure.js';
export { convert, convertTogether } from './convert/run/convert.js';
export { type ConvertAllOptions, type ConvertedInput, convertAll } from './convert/run/convert-all.js';
export type { ConvertOptions } from './convert/run/open-converter.js';
export { readText } from './convert/run/read-text.js';
export { explain } from './explain/explain.js';
export type { ColumnId, FactId, FormId, RowId, TableId } from './forms.js';
export type { Bundle, BundleFile, Linked } from './model/bundle.js';
export type { FailureCode } from './model/codes/failure-codes.js';
export type { Flag } from './model/codes/flag-codes.js';
export type { IssueCode } from './model/codes/issue-codes.js';
export type { Severity } from './model/codes/severities.js';
export type { Issue } from './model/issue.js';
export type { OcrMode } from './model/reading-aids.js';
export type {
  CarrierSource,
  Cell,
  Check,
  Confidence,
  ExtraRow,
  Field,
  Section,
  TableCells,
} from './model/report-record.js';
export type { Source } from './model/source.js';
export type { Span } from './model/span.js';
export { version } from './model/version.js';
export type {
  FindingCell,
  LeftOutReport,
  LinkCounts,
  YearCheck,
  YearEvidence,
  YearFinding,
} from './model/year-finding.js';
export { applySuggestions } from './record/apply-suggestions.js';
export { cellsCsv, cellsCsvHeader } from './record/cells-csv.js';
export {
  type Conversion,
  type Fact,
  type ReportRecord,
  reportRecordSchema,
  type Tables,
} from './report-record.js';
