/** How surely a piece of text was recognised from a picture. Absent for text that the source holds as text. */
export interface Recognition {
  /** Of its least sure character: 0 to 1, in hundredths. */
  score: number;
  /** What else the same print may say, likeliest first: "17" beside "11". */
  rivals: { text: string; score: number }[];
}
