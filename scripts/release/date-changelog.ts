import { UsageError } from '../../src/cli/usage-error.js';

const HEADING = '## Unreleased\n';

/** What has changed since the last release becomes a version with its date. */
export function dateChangelog(changelog: string, version: string, date: string): string {
  const from = changelog.indexOf(HEADING);
  if (from < 0) throw new UsageError('CHANGELOG.md has no section Unreleased');
  const rest = changelog.slice(from + HEADING.length);
  if (/^\s*(?:## |$)/u.test(rest)) throw new UsageError('CHANGELOG.md has nothing under Unreleased');
  return `${changelog.slice(0, from)}${HEADING}\n## ${version} (${date})\n${rest}`;
}
