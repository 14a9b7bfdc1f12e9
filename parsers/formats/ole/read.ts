import type { Format } from '../../../src/model/format.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { openOle } from './open-ole.js';
import { looksLikeWord2, looksLikeWordXml } from './other-word.js';

const NAMES_MAX = 8;

/** What a stream at the root gives away of the program that wrote the file. */
const PROGRAMS: [name: RegExp, document: string][] = [
  [/^PowerPoint Document$/, 'a presentation of PowerPoint'],
  [/^(?:MatOST|MM|CONTENTS|SPELLING)$/i, 'a document of Microsoft Works or an old WPS of its own kind'],
  [/^(?:WPS|Kingsoft|KSWPS|WpsDoc)/i, 'a document of an old WPS of its own kind'],
  [/^(?:HwpSummaryInformation|FileHeader)$/, 'a document of Hangul'],
  [/^VisioDocument$/, 'a drawing of Visio'],
  [/^__properties_version1\.0$/, 'a mail of Outlook'],
  [/^Quill$/, 'a document of Publisher'],
  [/^(?:Ole10Native|\u0001Ole10Native)$/, 'an object taken out of another document'],
];

const unsupported = (what: string): UnreadableSourceError =>
  new UnreadableSourceError(
    'office-unsupported',
    `The file is ${what}, which is not read: save it as DOCX, DOC or PDF.`,
  );

export const read: Format['read'] = async ({ source: { bytes } }) => {
  if (looksLikeWord2(bytes)) throw unsupported('a document of Word 1 or 2');
  if (looksLikeWordXml(bytes)) throw unsupported('a document in the XML of Word 2003');
  const { names } = openOle(bytes);
  const program = PROGRAMS.find(([pattern]) => names.some((name) => pattern.test(name)));
  const listed = names.filter((name) => /^[\x20-\x7e]+$/.test(name)).slice(0, NAMES_MAX);
  throw unsupported(program?.[1] ?? `an Office container of an unknown kind (${listed.join(', ')})`);
};
