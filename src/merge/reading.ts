import type { ReportHeader } from '../header/find-header.js';
import type { ReportMarks } from '../header/find-marks.js';
import type { Linked } from '../model/bundle.js';
import type { Issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { RawDocument } from '../model/raw-document.js';
import type { Fact, Section } from '../model/report-record.js';
import type { KindDecision } from '../outline/classify-kind.js';
import type { TableMatch } from '../tables/fit/fit-tables.js';
import type { GradedTables } from '../tables/grade/grade-tables.js';

/** What was noticed, by the stage that did: the record lists them in this order. */
export interface IssueGroups {
  source: Issue[];
  pollution: Issue[];
  kind: Issue[];
  header: Issue[];
  keys: Issue[];
  sections: Issue[];
  template: Issue[];
  tables: Issue[];
  leftovers: Issue[];
  facts: Issue[];
  narrative: Issue[];
  /** Why other files of its bundle are not merged with it. */
  bundle: Issue[];
}

/** One report as one carrier has it: everything that a record says, and the evidence for it before it was graded. */
export interface ReportReading {
  raw: RawDocument;
  /** The whole source; the report may be one part of it. */
  parsed: ParsedDocument;
  part: number;
  /** As of its file. */
  linked?: Linked;
  kind: KindDecision;
  header: ReportHeader;
  /** Codes of the body and its host, and whom the figures count. */
  marks: ReportMarks;
  sections: Section[];
  match: TableMatch;
  graded: GradedTables;
  template: string | null;
  /** Checked against each other, and not yet against the tables. */
  prose: Fact[];
  facts: Fact[];
  issues: IssueGroups;
}
