/** Destinations that hold no text of the page, beside all that begin with `\*` and are not named here or below. */
export const SKIPPED = new Set(
  (
    'info header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc ' +
    'aftncn fldinst pntxtb pntxta xe txe rxe tc tcn nonshppict objdata objclass objname objalias objsect template filetbl ' +
    'revtbl listtable listoverridetable rsidtbl generator bkmkstart bkmkend atnid atnauthor atndate atnicn annotation ' +
    'private sn shprslt themedata datastore colorschememapping latentstyles datafield formfield ffname ffdeftext ' +
    'ffl operator author title subject keywords comment doccomm nonesttables background picprop nextfile pgptbl'
  ).split(' '),
);

/** Formulas, and pictures of them. */
export const FORMULAS = new Set(['moMath', 'moMathPara', 'mmath']);

/** Destinations that begin with `\*` and are read all the same. */
export const STARRED_AND_READ = new Set(['shppict', 'ud', 'nesttableprops', 'footnote', 'shpinst', 'do']);

/** Drawn shapes: pictures and text boxes may stand in them, and nothing of the running text. */
export const SHAPES = new Set(['shpinst', 'do']);
export const TEXT_BOXES = new Set(['shptxt', 'dptxbxtext']);

/** The numbers that a word processor makes for lists. */
export const LIST_NUMBERS = new Set(['listtext', 'pntext']);

/** Words that stand for a character. An optional hyphen and the joiners print nothing. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['softline', '\n'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['-', ''],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['zwj', ''],
  ['zwnj', ''],
  ['zwbo', ''],
  ['zwnbo', ''],
]);

/** Where a line ends though no paragraph does: text on both sides stays apart. */
export const PARAGRAPH_ENDS = new Set(['par', 'sect', 'page', 'column']);

/** Characters of what a field says that are looked at. */
export const INSTRUCTION_MAX = 100;

/** Where a cell or a row ends. */
export const CELL_ENDS = new Set(['cell', 'nestcell', 'row', 'nestrow']);
