/** The words of the page alone; the catalogue of words for page and text is another file. */

export const pageWords = {
  alarms: 'Alarms',
  totals: 'In all',
  runs: 'The last runs',
  doubts: 'How sure the new numbers are',
  changes: 'Records that are new or differ',
  sites: 'Sites',
  vanished: 'Vanished',
  failures: 'Failures by class',
  footer: 'Everything is in summary.json beside this page; the records are in records.jsonl.',
};

export const totalWords = {
  found: 'reports that the lists name',
  new: 'new records',
  changed: 'changed records',
  reread: 'read anew by a newer nianbao',
  vanished: 'documents vanished',
  failed: 'failures',
  requests: 'requests',
  held: 'reports held',
};

export const runWords = {
  found: 'Reports that the lists name, run by run',
  work: 'New, changed, vanished and failed, run by run',
  parts: { found: 'found', new: 'new', changed: 'changed', vanished: 'vanished', failed: 'failed' },
  alarm: 'the run had alarms',
  asTable: 'The same as a table',
  table: 'The newest run first',
  run: 'run',
  alarms: 'alarms',
};

export const doubtWords = {
  none: 'No record is new or changed.',
  caption: (cells: string) => `${cells} cells of the records that are new, changed or read anew in this run`,
  table: 'The same in figures',
  confidence: 'confidence',
  cells: 'cells',
  share: 'share',
  means: 'it means',
};

export const changeWords = {
  none: 'No record is new, and none has changed.',
  changed: { title: 'Changed', caption: 'Their page says something else than last time' },
  reread: { title: 'Read anew', caption: 'The same bytes, read differently by this version of nianbao' },
  new: { title: 'New', caption: 'By issuer and year; a name leads to the page' },
  report: 'report',
  year: 'year',
  differs: 'what differs: before → after',
  suspect: 'cells in doubt',
  inDoubt: 'in doubt',
  cells: 'cells read',
  version: (number: number) => `version ${number}`,
  moreDifferences: (counted: string) => `and ${counted} more`,
};

export const siteWords = {
  allFine: 'All sites have what was expected of them.',
  others: (count: number) => (count === 1 ? 'One further site' : `${count} further sites`),
  full: 'To look at. The mark in the bar is the number that was expected at least',
  compact: 'The mark in the bar is the number that was expected at least',
  site: 'site',
  found: 'found',
  expected: 'expected',
  bar: 'of expected',
  new: 'new',
  changed: 'changed',
  failed: 'failed',
};

export const failurePageWords = {
  none: 'Nothing failed.',
  caption: 'Addresses that could not be had, converted or understood',
  code: 'class',
  count: 'addresses',
  share: 'compared',
  inARow: (runs: number) => ` · for ${runs} runs in a row`,
  noneVanished: 'No document has vanished.',
  vanished: 'Gone since this run. Their records and bytes are kept',
  address: 'address and reports',
  site: 'site',
  noRecord: 'no record',
};
