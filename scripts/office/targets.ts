/** A format that LibreOffice or another program writes, and how. */
export interface Target {
  /** The folder of the format in parsers/formats. */
  format: string;
  suffix: string;
  /** LibreOffice where not given; packing: a few lines of our own that do as Word does. */
  by?: 'chromium' | 'packing';
  /** What --convert-to of LibreOffice says. */
  filter: string;
  /** What the report is printed as before it is converted. */
  from: 'docx' | 'html' | 'xlsx';
  /** --infilter, where the source must be opened by another program than its own. */
  opener?: string;
  /** The reports of fixture-reports.ts that are kept as fixtures; all where not given. */
  only?: string[];
  /** The document of odd-document.ts, or the workbook of odd-workbook.ts, is kept too. */
  odd?: boolean;
  /** The document of picture-document.ts, or the workbook of picture-workbook.ts, is kept too. */
  pictures?: boolean;
  /** Kept gzipped: a hundred kilobytes of borders pack to ten. */
  gzipped?: boolean;
}

/** HTML goes to the spreadsheet program through its own reader of HTML, which keeps spans as merged cells. */
const asSheet = { from: 'html', opener: 'HTML (StarCalc)', odd: true, pictures: true } as const;

export const targets: Target[] = [
  { format: 'doc', suffix: 'doc', filter: 'doc:MS Word 97', from: 'docx', odd: true, pictures: true },
  { format: 'sheet', suffix: 'xls', filter: 'xls:MS Excel 97', ...asSheet },
  { format: 'sheet', suffix: 'xlsx', filter: 'xlsx:Calc MS Excel 2007 XML', ...asSheet },
  {
    format: 'rtf',
    suffix: 'rtf',
    filter: 'rtf:Rich Text Format',
    from: 'docx',
    pictures: true,
    gzipped: true,
  },
  { format: 'odt', suffix: 'odt', filter: 'odt:writer8', from: 'docx', pictures: true },
  {
    format: 'odt',
    suffix: 'fodt',
    filter: 'fodt:OpenDocument Text Flat XML',
    from: 'docx',
    only: ['ogi-2019-merged'],
    gzipped: true,
  },
  {
    format: 'mhtml',
    suffix: 'mhtml',
    by: 'chromium',
    filter: '',
    from: 'html',
    only: ['ogi-2019-blanks', 'ogi-2021-full-width', 'statistics-2014'],
  },
  { format: 'mhtml', suffix: 'mht', by: 'packing', filter: '', from: 'html', only: [] },
];
