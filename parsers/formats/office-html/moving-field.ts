/** Fields of Word that say another thing each time they are printed: pages, dates. */
export const MOVING_FIELD =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|EQ)\b/iu;
