import type {
  PastRun,
  ReportChange,
  RunCounts,
  RunFailure,
  RunSummary,
  SiteSummary,
} from '../model/run-summary.js';

export const noCounts = (): RunCounts => ({
  ...{ found: 0, requests: 0, pages: {}, vanished: 0, failures: {} },
  records: { new: 0, changed: 0, reread: 0, known: 0, unchanged: 0 },
  cells: { verified: 0, read: 0, suspect: 0, blank: 0, missing: 0 },
});

/** A site that has what was expected of it. */
export const drawSite = (id: string, over: Partial<SiteSummary> = {}): SiteSummary => ({
  ...noCounts(),
  ...{ id, name: `${id}县人民政府`, found: 40, foundBefore: 40, expected: 36 },
  ...{ verdict: 'ok', message: '40 reports found; the run before found 40.', stopped: [] },
  ...over,
});

export const drawChange = (report: string, over: Partial<ReportChange> = {}): ReportChange => ({
  ...{ report, change: 'new', site: 'a', url: `http://a.example.cn/${report}.html`, issuer: '青岚县教育局' },
  ...{ year: 2023, kind: 'annual-report', version: 1, differences: 0, first: [] },
  cells: { verified: 190, read: 4, suspect: 2, blank: 1, missing: 1 },
  ...over,
});

export const drawFailure = (url: string, code: string, over: Partial<RunFailure> = {}): RunFailure => ({
  ...{ url, code, site: 'a', stage: 'fetch', message: `trouble at ${url}`, failedRuns: 1 },
  ...over,
});

/** A past run that found everything new, or little. */
export const drawPast = (run: number, over: Partial<PastRun> = {}): PastRun => ({
  ...{ run, startedAt: `2026-10-${String(run).padStart(2, '0')}T18:00:00.000Z`, found: 40 },
  ...{ new: 2, changed: 1, vanished: 0, failed: 3, alarms: 0 },
  ...over,
});

/** Twelfth night. */
export const drawSummary = (over: Partial<RunSummary> = {}): RunSummary => ({
  ...{ run: 12, job: 'nightly', version: '0.1.0', needsPerson: false, alarms: [] },
  ...{ startedAt: '2026-11-22T18:00:00.000Z', endedAt: '2026-11-22T20:05:00.000Z' },
  ...{
    totals: { ...noCounts(), found: 40 },
    sites: [drawSite('a')],
    changes: [],
    vanished: [],
    failures: [],
  },
  ...{ held: { reports: 40, annualReports: 39 }, acrossYears: null, history: [] },
  ...over,
});
