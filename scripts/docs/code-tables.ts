/**
 * Writes the tables of codes into docs/*.md, from the catalogue in src/model/codes: `npx tsx scripts/docs/code-tables.ts`.
 *
 *     <!-- codes: flags -->
 *     ...
 *     <!-- end of flags -->
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alarmCodes } from '../../src/model/codes/alarm-codes.js';
import { failureCodes } from '../../src/model/codes/failure-codes.js';
import { fetchStates } from '../../src/model/codes/fetch-states.js';
import { flagCodes } from '../../src/model/codes/flag-codes.js';
import { issueCodes } from '../../src/model/codes/issue-codes.js';
import type { Meaning } from '../../src/model/codes/meaning.js';
import { pageNotes } from '../../src/model/codes/page-notes.js';

/** A row for each code: its name, what `more` says of it, and its meaning. */
function table<E extends Meaning>(
  list: Readonly<Record<string, E>>,
  more: Readonly<Record<string, (entry: E) => string>> = {},
): string {
  const head = ['code', ...Object.keys(more), 'it means', '含义'];
  const rows = Object.entries(list).map(([code, entry]) => [
    `\`${code}\`${entry.reserved ? ' (reserved)' : ''}`,
    ...Object.values(more).map((say) => say(entry)),
    entry.en,
    entry.zh,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

type Suspecting = Meaning & { on: readonly string[]; suspect?: true };

const tables: Record<string, string> = {
  flags: table<Suspecting>(flagCodes, {
    on: ({ on }) => on.join(', '),
    suspect: ({ suspect }) => (suspect ? 'yes' : ''),
  }),
  issues: table<Meaning & { severity: readonly string[] }>(issueCodes, {
    severity: ({ severity }) => severity.join(', '),
  }),
  failures: table<Meaning>(failureCodes),
  states: table<Meaning & { fate: string }>(fetchStates, { fate: ({ fate }) => `\`${fate}\`` }),
  notes: table<Meaning>(pageNotes),
  alarms: table<Meaning>(alarmCodes),
};

/** Which document holds which tables. */
export const documents: Record<string, string[]> = {
  'docs/record.md': ['flags', 'issues', 'failures'],
  'docs/fetching.md': ['states'],
  'docs/sites.md': ['notes'],
  'docs/run-summary.md': ['alarms'],
};

/** A document with its tables made anew. @throws where it has no place for one of them */
export function withCodeTables(text: string, names: readonly string[]): string {
  return names.reduce((before, name) => {
    const pattern = new RegExp(`(<!-- codes: ${name} -->\n)[\\s\\S]*?(<!-- end of ${name} -->)`, 'u');
    if (!pattern.test(before)) throw new Error(`there is no place for the table ${name}`);
    return before.replace(pattern, (_, head: string, end: string) => head + tables[name] + end);
  }, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, names] of Object.entries(documents)) {
    const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
    writeFileSync(file, withCodeTables(readFileSync(file, 'utf8'), names));
  }
}
