/** What follows the place in a body's name, where two wordings are certainly one body. Whole match. */
export interface BodyWording {
  pattern: RegExp;
  as: string;
}
