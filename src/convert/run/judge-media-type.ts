import { basename } from 'node:path';
import { judgeName } from '../../archive/judge-name.js';

/** What a server calls a document that may be a report. */
const DOCUMENT =
  /^(?:text\/(?:html|plain|markdown|rtf)|application\/(?:xhtml\+xml|(?:x-)?pdf|msword|rtf|ofd|(?:kswps|wps-office\..*|vnd\.(?:ms-(?:word|excel|works)\b.*|openxmlformats-officedocument\.(?:wordprocessing|spreadsheet)ml\..*|oasis\.opendocument\.(?:text|spreadsheet)|ofd)))|message\/rfc822|multipart\/related)$/u;

/** What a server calls what it knows nothing of. */
const UNKNOWN =
  /^(?:(?:application|binary)\/octet-stream|application\/(?:x-)?(?:download|force-download|msdownload|zip(?:-compressed)?)|unknown\/unknown)$/u;

/**
 * What a server's word says of a body that was fetched: a document; unknown, so that its bytes may tell; or nothing to convert.
 * @param mediaType in lower case, without parameters; null where the server said nothing
 */
export function judgeMediaType(mediaType: string | null, uri: string): 'document' | 'unknown' | 'other' {
  const name = nameIn(uri);
  if (name === 'robots.txt') return 'other';
  if (mediaType !== null && DOCUMENT.test(mediaType)) return 'document';
  if (mediaType !== null && !UNKNOWN.test(mediaType)) return 'other';
  const verdict = judgeName(name).kind;
  return verdict === 'skipped' ? 'other' : verdict;
}

function nameIn(uri: string): string {
  try {
    return basename(decodeURIComponent(new URL(uri).pathname));
  } catch {
    return '';
  }
}
