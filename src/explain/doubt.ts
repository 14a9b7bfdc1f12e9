/** One thing to know about a table: a sign, a line, and what explains it. */
export interface Doubt {
  sign: string;
  text: string;
  details: string[];
}
