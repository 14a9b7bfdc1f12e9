/** How a page of an anti-bot system is told from a page of the site, as data. Everything that is given must hold. */
export interface ChallengePattern {
  id: string;
  /** What a person calls it. */
  name: string;
  statuses?: readonly number[];
  headers?: readonly { name: string; value: RegExp }[];
  /** Each is found somewhere in the page's source. */
  source?: readonly RegExp[];
  /** Each is found in the words that a reader would see. */
  words?: readonly RegExp[];
  /** A page that shows more characters than this is a page of the site that merely carries such a script. */
  wordsMax?: number;
}
