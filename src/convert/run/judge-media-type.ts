import { basename } from 'node:path';
import { judgeName } from '../../archive/judge-name.js';
import type { Format } from '../../model/format.js';

/** What a server calls what it knows nothing of. */
const UNKNOWN =
  /^(?:(?:application|binary)\/octet-stream|application\/(?:x-)?(?:download|force-download|msdownload)|unknown\/unknown)$/u;

/**
 * What the media type of the server says of a body: a document; unknown, so that its bytes decide; or nothing to convert.
 * @param mediaType in lower case, without parameters; null if the server said nothing
 */
export function judgeMediaType(
  mediaType: string | null,
  uri: string,
  formats: readonly Format[],
): 'document' | 'unknown' | 'other' {
  const name = nameIn(uri);
  if (name === 'robots.txt') return 'other';
  if (mediaType !== null && !UNKNOWN.test(mediaType)) {
    const named = formats.find(({ mediaTypes }) => mediaTypes.some((each) => isCalled(mediaType, each)));
    if (!named || named.traits.includes('picture') || named.traits.includes('data')) return 'other';
    if (!named.traits.includes('archive')) return 'document';
  }
  const verdict = judgeName(name, formats).kind;
  return verdict === 'skipped' ? 'other' : verdict;
}

const isCalled = (mediaType: string, declared: string): boolean =>
  declared.endsWith('*') ? mediaType.startsWith(declared.slice(0, -1)) : mediaType === declared;

function nameIn(uri: string): string {
  try {
    return basename(decodeURIComponent(new URL(uri).pathname));
  } catch {
    return '';
  }
}
