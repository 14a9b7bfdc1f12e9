/** What is known of how many reports a site has. */
interface CountExpectation {
  /** In the last run that looked through the whole site; null for the first. */
  before: number | null;
  /** Written for the site by a person. */
  reportsMin: number | null;
}

/** `none` and `fewer` are alarms: a person must look. `not-judged`: the run did not see all of the site. */
export interface CountVerdict {
  verdict: 'ok' | 'fewer' | 'none' | 'not-judged';
  found: number;
  /** The number that was expected at least; null if nothing was. */
  expected: number | null;
  message: string;
}

/** Sites lose single reports; losing one in ten at once is a fault of somebody. */
const SHARE_MIN = 0.9;

/**
 * Compares what was found with what there was. Reports stay where they are for years, so a list that shrinks is broken, moved, or read
 * wrongly, and an empty one never counts as success, even where nothing was known before.
 *
 * @param isComplete every list page of the site was fetched and read
 */
export function judgeCount(found: number, expectation: CountExpectation, isComplete = true): CountVerdict {
  const { before, reportsMin } = expectation;
  const kept = before === null ? null : Math.floor(before * SHARE_MIN);
  const expected = kept === null ? reportsMin : Math.max(kept, reportsMin ?? 0);
  const answer = (verdict: CountVerdict['verdict'], message: string): CountVerdict => ({
    verdict,
    found,
    expected,
    message,
  });
  const was = before === null ? '' : `; the run before found ${before}`;
  const asked = reportsMin === null || reportsMin === 0 ? '' : `; at least ${reportsMin} are expected`;
  // A person may know that a site has no reports yet, as long as no report was ever seen.
  if (found === 0 && (reportsMin !== 0 || (before ?? 0) > 0))
    return answer('none', `No report found${was}${asked}.`);
  if (!isComplete && (expected === null || found < expected))
    return answer('not-judged', `${found} reports found, but not all lists could be read${was}${asked}.`);
  if (expected !== null && found < expected)
    return answer('fewer', `Only ${found} reports found${was}${asked}.`);
  return answer('ok', `${found} reports found${was}${asked}.`);
}
