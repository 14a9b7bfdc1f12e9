import type { HeaderLookups } from '../model/header-lookups.js';
import type { KeyWords } from '../model/key-words.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Field, Key, Scope } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import type { ScopeWords } from '../model/scope-words.js';
import { findKeys } from './find-keys.js';
import { findScopes, type PlacedTable } from './find-scopes.js';
import { readHeaderPage } from './header-page.js';
import type { TitledText } from './title-candidates.js';

/** Whose report it is beside its name: codes, and whom its figures count. */
export interface ReportMarks {
  keys: Key[];
  scope: Field<Scope> | null;
  tableScopes: Record<string, Field<Scope>>;
}

type MarkLookups = HeaderLookups & { keyWords: KeyWords; scopeWords: ScopeWords };

/** Codes and scopes of one report. Issue: `key-invalid`. */
export function findMarks(
  { parsed, titled, uri }: { parsed: ParsedDocument; titled: TitledText; uri: string },
  lookups: MarkLookups,
  tables: readonly PlacedTable[],
): Result<ReportMarks> {
  const page = readHeaderPage(parsed, lookups, titled);
  const keys = findKeys({ ...page, keyWords: lookups.keyWords, uri });
  const { scope, tables: tableScopes } = findScopes(page, lookups.scopeWords, tables);
  return { value: { keys: keys.value, scope, tableScopes }, issues: keys.issues };
}
