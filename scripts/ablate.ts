/**
 * Prints what each named rule is worth: every document is read with all rules, and again with each rule switched off.
 *
 *   tsx scripts/ablate.ts [FOLDER ...]     samples/, a generated set, and every FOLDER with or without truth beside its documents
 *   --rules NAME[,NAME]   only these rules, or the rules of these lists    --list   names the documents below each rule
 *   --count N, --seed N   size the generated set (80 documents, seed 7)    --json   everything as JSON
 *
 * `documents`: their record changes without the rule. Cells, fields and facts: `+` said only with the rule, `-` only without it,
 * `~` with another value, `?` in doubt only with the rule, `!` only without it. `silent`: wrong values that look sure, prevented
 * and caused by the rule.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../parsers/index.js';
import { ruleLists } from '../src/convert/rule-lists.js';
import type { Knowledge } from '../src/model/knowledge.js';
import { UnreadableSourceError } from '../src/model/source.js';
import { type ClaimCounts, compareClaims, noCounts } from './ablate/compare-claims.js';
import { openTrial } from './ablate/open-trial.js';
import { silentErrors } from './ablate/silent-errors.js';
import { findSubjects, type Subject } from './ablate/subjects.js';
import { writeCorpus } from './synthesise/write-corpus.js';

interface Worth {
  list: string;
  rule: string;
  documents: string[];
  counts: ReturnType<typeof noCounts>;
  silentPrevented: string[];
  silentCaused: string[];
}

const without = (left: readonly string[], right: readonly string[]) =>
  left.filter((each) => !right.includes(each));

/** Adds to each rule what it does to one document. */
const tryRules = async (subject: Subject, worths: readonly Worth[], knowledge: Knowledge): Promise<void> => {
  const { name, path } = subject;
  const trial = await openTrial({ uri: name, bytes: new Uint8Array(readFileSync(path)) }, knowledge);
  const wrong = silentErrors(subject, trial.records);
  for (const worth of worths) {
    const records = trial.without(worth.list, worth.rule);
    if (!records) continue;
    worth.documents.push(name);
    compareClaims(trial.records, records, worth.counts);
    const wrongWithout = silentErrors(subject, records);
    worth.silentPrevented.push(...without(wrongWithout, wrong).map((each) => `${name} ${each}`));
    worth.silentCaused.push(...without(wrong, wrongWithout).map((each) => `${name} ${each}`));
  }
};

const showCounts = ({ gained, lost, changed, doubted, cleared }: ClaimCounts): string =>
  Object.entries({ '+': gained, '-': lost, '~': changed, '?': doubted, '!': cleared })
    .filter(([, count]) => count > 0)
    .map(([sign, count]) => `${sign}${count}`)
    .join(' ') || '·';

const printTable = (worths: readonly Worth[], isListed: boolean): void => {
  const row = (cells: (string | number)[]) => {
    const widths = [12, 32, 10, 22, 22, 22, 10, 8];
    console.log(
      cells
        .map((cell, i) => String(cell).padEnd(widths[i]!))
        .join('')
        .trimEnd(),
    );
  };
  row(['list', 'rule', 'documents', 'cells', 'fields', 'facts', 'prevented', 'caused']);
  for (const { list, rule, documents, counts, silentPrevented, silentCaused } of worths) {
    const { cells, fields, facts } = counts;
    const shown = [cells, fields, facts].map(showCounts);
    row([list, rule, documents.length, ...shown, silentPrevented.length, silentCaused.length]);
    if (!isListed) continue;
    for (const name of documents) console.log(`    ${name}`);
    for (const each of silentPrevented) console.log(`    prevented: ${each}`);
    for (const each of silentCaused) console.log(`    caused: ${each}`);
  }
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rules: { type: 'string' },
      count: { type: 'string', default: '80' },
      seed: { type: 'string', default: '7' },
      list: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const all = Object.entries(ruleLists).flatMap(([list, rules]) => rules.map(({ name }) => [list, name]));
  const asked = values.rules?.split(',');
  const unknown = asked?.filter((name) => !all.flat().includes(name)) ?? [];
  if (unknown.length > 0) {
    console.error(`ablate: no rule or list is called ${unknown.join(', ')}`);
    return 2;
  }
  const worths = all
    .filter((names) => !asked || names.some((name) => asked.includes(name)))
    .map(
      ([list, rule]): Worth => ({
        ...{ list: list!, rule: rule!, documents: [], counts: noCounts() },
        ...{ silentPrevented: [], silentCaused: [] },
      }),
    );
  const knowledge = loadKnowledge();
  const temporary = mkdtempSync(join(tmpdir(), 'nianbao-ablate-'));
  const made = join(temporary, `seed-${values.seed}`);
  await writeCorpus(made, Number(values.count), Number(values.seed));
  let unread = 0;
  for (const subject of ['samples', made, ...positionals].flatMap(findSubjects)) {
    try {
      await tryRules(subject, worths, knowledge);
    } catch (error) {
      if (!(error instanceof UnreadableSourceError)) throw error;
      unread++;
    }
  }
  rmSync(temporary, { recursive: true });
  if (values.json) console.log(JSON.stringify(worths, null, 1));
  else printTable(worths, values.list);
  if (unread > 0) console.error(`${unread} files can't be read, and were left out`);
  return 0;
};

process.exitCode = await main();
