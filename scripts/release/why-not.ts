import { execFileSync } from 'node:child_process';

/** Runs git. @returns what it says; null if it fails */
const git = (...args: string[]): string | null => {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
};

/** What speaks against a release of what is checked out, in words. */
export function whyNot(ask: typeof git = git): string[] {
  const reasons: string[] = [];
  if (ask('status', '--porcelain') !== '')
    reasons.push('the working tree has changes that are not committed');
  const branch = ask('rev-parse', '--abbrev-ref', 'HEAD');
  if (branch !== 'main') reasons.push(`the branch is ${branch}, not main`);
  // Without an upstream there is nothing to be behind of.
  const behind = ask('rev-list', '--count', 'HEAD..@{upstream}') ?? '0';
  if (behind !== '0') reasons.push(`main is ${behind} commits behind its upstream`);
  const tag = ask('describe', '--tags', '--abbrev=0');
  if (tag && ask('rev-list', '--count', `${tag}..HEAD`) === '0')
    reasons.push(`nothing has been committed since ${tag}`);
  return reasons;
}
