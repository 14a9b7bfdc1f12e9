/**
 * How a fact of the report is said in running text. Patterns are data (`parsers/lookups/fact-patterns.ts`).
 *
 * A shape is a regular expression over one sentence in skeleton form: white space gone, full-width signs half-width,
 * titles emptied to 《》, asides in brackets taken out (they are sentences of their own), and every number with a
 * measure word replaced by one sign:
 *
 *     2021年,全县共收到政府信息公开申请 15 件,其中网上申请 9 件   becomes   2021年,全县共收到政府信息公开申请Q,其中网上申请Q
 *
 * In a shape, `#` is the quantity that the fact takes, `@` any other quantity, and `~` up to 40 characters of the same clause.
 */
export interface FactPattern {
  /** Id of the fact: requests.received. */
  id: string;
  /** Name of the fact in the reports' language. */
  label: string;
  /** Measure words that the quantity may carry; "CNY" for an amount. */
  units: string[];
  shapes: string[];
  /** Shapes that may well mean something else: the fact is suspect, and gives way to a plain one. */
  doubtful?: string[];
  /** Shapes that hold only in a list of parts (其中) of the fact named by `partOf`. */
  bare?: string[];
  /** Shapes without a quantity that state a zero. */
  none?: string[];
  /** Regular expressions that veto a match: on its clause up to the end of the match ... */
  unless?: string[];
  /** ... on the clauses between the quantity before and this clause ... */
  unlessLead?: string[];
  /** ... on everything in the sentence up to the end of the match ... */
  unlessEarlier?: string[];
  /** ... and on the clause of a stated zero. */
  unlessNone?: string[];
  /** Must be found in the sentence or shortly before it; otherwise the match is dropped or doubted. */
  near?: { text: string; otherwise: 'drop' | 'doubt' };
  /** May it stand in a list of parts (其中)? A total may not. */
  asPart: boolean;
  /** The whole that it is a part of, where the parts of a list should add up. */
  partOf?: string;
  /** It speaks of last year by nature (上年结转). */
  ofLastYear?: boolean;
}

/** Parts that make up a whole when a report lists them all. */
export interface FactSum {
  whole: string;
  parts: readonly string[];
}
