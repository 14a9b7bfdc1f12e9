import { failureCodes } from '../../model/codes/failure-codes.js';
import { fetchStates } from '../../model/codes/fetch-states.js';
import type { Meaning } from '../../model/codes/meaning.js';
import { pageNotes } from '../../model/codes/page-notes.js';

/** Failures of all stages of a run. */
const meanings: Record<string, Meaning> = { ...failureCodes, ...pageNotes, ...fetchStates };

/** What a failure's code says; one of another version says nothing. */
export const failureWords = (code: string): string => meanings[code]?.en ?? '';
