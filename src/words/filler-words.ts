/** What programs write into a cell that has no value, as the alternatives of a pattern; no body prints it. */
export const FILLER_WORDS = 'NaN|nan|None|<NA>|null';
