import { addFlags } from '../model/codes/add-flags.js';
import { type Issue, issue } from '../model/issue.js';
import type { LinkedCell, NarrativeLink } from '../model/narrative-link.js';
import type { Cell, Fact, TableCells } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import type { Rule, RuleNames } from '../model/rule.js';

export const narrativeRule: Rule = { name: 'fact-differs-from-table' };

/** 13800余 and 约 in the prose agree with a cell that lies within a tenth. */
const ESTIMATE_SHARE = 0.1;

interface Reading {
  cells: LinkedCell[];
  value: number;
  /** A cell of it is in doubt itself. */
  suspect: boolean;
  /** What the reading would be with the numbers that the failed sums of the table ask for. */
  asked: number[];
}

/**
 * Compares what the prose says with what the tables say of the same thing. A difference is an observation, often of scope
 * (the office against the whole county): the fact gets the flag `narrative-differs` and an issue names cell and numbers;
 * no value, and no confidence, is changed. Where failed sums of the table ask for the number of the prose, it says so. Facts without a link, or whose cells are blank or missing, pass as they are.
 */
export function compareNarrative(
  facts: readonly Fact[],
  tables: Readonly<Record<string, TableCells>>,
  links: readonly NarrativeLink[],
  without?: RuleNames,
): Result<Fact[]> {
  if (without?.has(narrativeRule.name)) return { value: [...facts], issues: [] };
  const issues: Issue[] = [];
  const value = facts.map((fact) => {
    const different = links.flatMap((link) => differenceOf(fact, tables, link) ?? []);
    issues.push(...different);
    return different.length === 0 ? fact : { ...fact, flags: addFlags(fact.flags, 'narrative-differs') };
  });
  return { value, issues };
}

function differenceOf(
  fact: Fact,
  tables: Readonly<Record<string, TableCells>>,
  link: NarrativeLink,
): Issue | null {
  if (fact.id !== link.fact || fact.value === null) return null;
  const readings = link.readings.flatMap((cells) => readingOf(tables, cells) ?? []);
  if (readings.length === 0 || readings.some((reading) => agrees(fact, reading.value))) return null;
  return narrativeDiffers(fact, readings, link);
}

/** Null where a cell is absent, blank or missing. */
function readingOf(tables: Readonly<Record<string, TableCells>>, cells: LinkedCell[]): Reading | null {
  const found: Cell[] = [];
  for (const { table, row, column } of cells) {
    const cell = tables[table]?.[row]?.[column];
    if (!cell || cell.value === null) return null;
    found.push(cell);
  }
  const value = found.reduce((sum, cell) => sum + cell.value!, 0);
  return {
    cells,
    value,
    asked: found.flatMap((cell) => numbersAsked(cell).map((number) => value - cell.value! + number)),
    suspect: found.some((cell) => cell.confidence === 'suspect'),
  };
}

/** The suggested number of a cell, or those of several explanations. */
const numbersAsked = ({ suggested, flags }: Cell): number[] =>
  suggested
    ? [suggested.value]
    : flags.flatMap((flag) => (flag.startsWith('rival:') ? [Number(flag.slice('rival:'.length))] : []));

function agrees(fact: Fact, value: number): boolean {
  if (fact.value === value) return true;
  return fact.flags.includes('approximate') && Math.abs(value - fact.value!) <= value * ESTIMATE_SHARE;
}

function narrativeDiffers(fact: Fact, readings: readonly Reading[], link: NarrativeLink): Issue {
  const first = readings[0]!;
  const doubt = fact.confidence === 'suspect' || readings.some((reading) => reading.suspect);
  const isAsked = readings.some(({ asked }) => asked.includes(fact.value!));
  const support = isAsked ? ' With the number of the prose the sums of the table would hold.' : '';
  const printed = readings.map((reading) => `${reading.value} (${reading.cells.map(nameOf).join(' + ')})`);
  return issue(
    'narrative-differs',
    `The prose gives ${fact.value} for ${fact.label}, the table ${printed.join(' or ')}.${support}`,
    {
      severity: doubt && link.severity === 'warning' ? 'info' : link.severity,
      path: `tables.${nameOf(first.cells[0]!)}`,
      ...(fact.at ? { at: fact.at } : {}),
    },
  );
}

const nameOf = ({ table, row, column }: LinkedCell): string => `${table}.${row}.${column}`;
