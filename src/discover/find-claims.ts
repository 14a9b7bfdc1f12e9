const RECORDS =
  /\b(?:recordCount|totalRecords?|totalCount|rowCount|infoCount)\b["']?\s*[=:]\s*["']?(\d{1,6})\b/iu;
const PAGES = /\b(?:countPage|pageCount|totalPages?|pagesCount|maxPage)\b["']?\s*[=:]\s*["']?(\d{1,5})\b/iu;

/** How many entries and pages the scripts of a list say it has; 0 where they say nothing. */
export function findClaims(source: string): { records: number; pages: number } {
  const read = (pattern: RegExp) => Number(pattern.exec(source)?.[1] ?? 0);
  return { records: read(RECORDS), pages: read(PAGES) };
}
