import { applicants, type OgiForm, outcomeIds } from './labels.js';
import { statisticsSums } from './statistics-labels.js';
import type { Truth } from './truth.js';

/** A printed blank counts as nothing. */
const numberAt = (truth: Truth, table: keyof Truth['tables'], row: string, column: string): number =>
  Number(truth.tables[table]?.[row]?.[column] || 0);

const sum = (parts: readonly number[]): number => parts.reduce((left, right) => left + right, 0);

const applicationFailures = (truth: Truth, form: OgiForm): string[] => {
  const at = (row: string, column: string): number => numberAt(truth, 'applications', row, column);
  const columns = applicants.map(([id]) => id);
  const rows = Object.keys(truth.tables.applications ?? {});
  return [
    ...rows
      .filter((row) => sum(columns.slice(0, -1).map((column) => at(row, column))) !== at(row, 'total'))
      .map((row) => `row-total/${row}`),
    ...columns
      .filter(
        (column) => sum(outcomeIds(form).map((row) => at(row, column))) !== at('totalProcessed', column),
      )
      .map((column) => `outcomes-total/${column}`),
    ...columns
      .filter(
        (column) =>
          at('newlyReceived', column) + at('carriedOver', column) !==
          at('totalProcessed', column) + at('carriedForward', column),
      )
      .map((column) => `intake-balance/${column}`),
  ];
};

const reviewFailures = (truth: Truth): string[] =>
  Object.keys(truth.tables.review ?? {})
    .filter((row) => {
      const parts = ['upheld', 'corrected', 'otherResult', 'pending'];
      return (
        sum(parts.map((column) => numberAt(truth, 'review', row, column))) !==
        numberAt(truth, 'review', row, 'total')
      );
    })
    .map((row) => `results-total/${row}`);

const statisticsFailures = (truth: Truth): string[] => {
  const at = (id: string): number => numberAt(truth, 'statistics', id, 'value');
  if (!truth.tables.statistics) return [];
  return [
    ...Object.entries(statisticsSums)
      .filter(([whole, parts]) => sum(parts.map(at)) !== at(whole))
      .map(([whole]) => whole),
    ...[
      ['disclosedNormativeDocuments', 'disclosed'],
      ['pressConferencesByPrincipal', 'pressConferences'],
      ['onlineInterviewsByPrincipal', 'onlineInterviews'],
    ]
      .filter(([part, whole]) => at(part!) > at(whole!))
      .map(([part]) => part!),
  ];
};

/** The identities of the official forms that a truth breaks, by name. Written without the reader's own. */
export const brokenIdentities = (truth: Truth): string[] => {
  const applications = truth.tables.applications;
  const form: OgiForm = applications && 'feeOverdue' in applications ? 'ogi-2021' : 'ogi-2019';
  return [
    ...(applications ? applicationFailures(truth, form) : []),
    ...reviewFailures(truth),
    ...statisticsFailures(truth),
  ];
};
