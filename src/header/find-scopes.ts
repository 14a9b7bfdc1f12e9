import type { Field, Scope } from '../model/report-record.js';
import type { Rule } from '../model/rule.js';
import { rulesInForce } from '../model/rule.js';
import type { ScopeWords } from '../model/scope-words.js';
import type { HeaderPage } from './header-page.js';
import { fieldAt } from './header-text.js';

/** A table and where it stands in the parsed text. */
export interface PlacedTable {
  id: string;
  start: number;
  end: number;
}

interface Scopes {
  /** Of the whole report; null where nothing says it. */
  scope: Field<Scope> | null;
  /** Of the tables of which a sentence speaks. */
  tables: Record<string, Field<Scope>>;
}

interface ScopeSaying {
  field: Field<Scope>;
  isOfTable: boolean;
  /** Its words point upwards: 上表. */
  isAbove: boolean;
  start: number;
}

export const scopeRules: readonly Rule[] = [{ name: 'scope-of-table' }, { name: 'scope-contradicted' }];

const SENTENCE_LENGTH_MAX = 160;

function sayingsOf({ header }: HeaderPage, words: ScopeWords): ScopeSaying[] {
  const found: ScopeSaying[] = [];
  for (const { kind, text, start: offset } of header.lines) {
    if (kind === 'piece') continue;
    for (const match of text.matchAll(/[^。;!?]+/gu)) {
      const [sentence] = match;
      if (sentence.length > SENTENCE_LENGTH_MAX || !words.about.test(sentence)) continue;
      const scope = words.sayings.find(({ pattern }) => pattern.test(sentence))?.scope;
      if (!scope) continue;
      const from = offset + match.index;
      const field = fieldAt(header, from, from + sentence.length, scope);
      const isOfTable = words.ofTable.test(sentence);
      found.push({ field, isOfTable, isAbove: sentence.includes('上表'), start: field.at?.start ?? 0 });
    }
  }
  return found;
}

/** The table that a sentence means: the one above where it says so, else the one that it stands in or over. */
function tableOf({ isAbove, start }: ScopeSaying, tables: readonly PlacedTable[]): PlacedTable | undefined {
  const above = tables.filter((table) => table.start <= start);
  if (isAbove) return above.at(-1);
  return (
    above.find((table) => start < table.end) ?? tables.find((table) => table.start > start) ?? above.at(-1)
  );
}

/** Sentences that say different things leave it in doubt which of them holds. */
const settled = (fields: readonly Field<Scope>[], isHeard: boolean): Field<Scope> | null => {
  const [first] = fields;
  if (!first) return null;
  const differs = isHeard && fields.some(({ value }) => value !== first.value);
  return differs ? { ...first, confidence: 'suspect' } : first;
};

/** Whom the report and its tables count, where a sentence says so. */
export function findScopes(page: HeaderPage, words: ScopeWords, tables: readonly PlacedTable[]): Scopes {
  const names = new Set(rulesInForce(scopeRules, page.without).map(({ name }) => name));
  const inOrder = [...tables].sort((left, right) => left.start - right.start);
  const ofTables = new Map<string, Field<Scope>[]>();
  const ofReport: Field<Scope>[] = [];
  for (const saying of sayingsOf(page, words)) {
    const table = saying.isOfTable && names.has('scope-of-table') ? tableOf(saying, inOrder) : undefined;
    if (table) ofTables.set(table.id, [...(ofTables.get(table.id) ?? []), saying.field]);
    else ofReport.push(saying.field);
  }
  const isHeard = names.has('scope-contradicted');
  return {
    scope: settled(ofReport, isHeard),
    tables: Object.fromEntries([...ofTables].map(([id, fields]) => [id, settled(fields, isHeard)!])),
  };
}
