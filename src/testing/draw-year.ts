import { missingField } from '../model/missing-field.js';
import type { Cell, Check, Fact, ReportRecord } from '../model/report-record.js';

/** A report of one year, drawn with as little as comparing years needs. */
export interface DrawnYear {
  id: string;
  year: number;
  issuer?: string;
  /** Of table 三: row -> column -> drawn cell. */
  applications?: Record<string, Record<string, string>>;
  /** Of table 二. */
  proactive?: Record<string, Record<string, string>>;
  form?: string;
  checks?: Check[];
  facts?: Record<string, number>;
}

const COLUMNS = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceOrganization',
  'otherOrganization',
  'total',
];

/**
 * `3` read, `3!` verified, `3?` suspect, `3?5` suspect with the suggestion 5, `3~5` suspect with the rival 5,
 * `_` blank, `_5` blank with a suggestion, `.` blank without a place in the source, `-` missing
 */
function drawCell(drawn: string): Cell {
  const [, number, mark = '', other = ''] = /^(\d*)([!?~_.-]?)(\d*)$/.exec(drawn)!;
  const value = number === '' ? null : Number(number);
  const levels = {
    '': 'read',
    '!': 'verified',
    '?': 'suspect',
    '~': 'suspect',
    _: 'blank',
    '.': 'blank',
    '-': 'missing',
  } as const;
  return {
    value,
    raw: number === '' ? null : number!,
    confidence: levels[mark as keyof typeof levels],
    flags: mark === '~' ? ['rivals', `rival:${other}`] : [],
    at: '.-'.includes(mark || ' ') ? null : { block: 0 },
    ...(other !== '' && mark !== '~' ? { suggested: { value: Number(other), because: 'a sum' } } : {}),
  };
}

const drawRows = (rows: Record<string, Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([row, cells]) => [
      row,
      Object.fromEntries(Object.entries(cells).map(([column, drawn]) => [column, drawCell(drawn)])),
    ]),
  );

/** `3! 0 0 0 0 0 3!` as a row of table 三. */
export const carryRow = (line: string): Record<string, string> =>
  Object.fromEntries(line.split(' ').map((cell, index) => [COLUMNS[index]!, cell]));

const drawFact = ([id, value]: [string, number]): Fact => ({
  id,
  label: id,
  value,
  unit: '件',
  raw: `${value}件`,
  confidence: 'read',
  flags: [],
  at: null,
});

export function drawYear(drawn: DrawnYear): ReportRecord {
  const { id, year, issuer = '某某局', form = year < 2021 ? 'ogi-2019' : 'ogi-2021' } = drawn;
  const tables = {
    ...(drawn.applications ? { applications: drawRows(drawn.applications) } : {}),
    ...(drawn.proactive ? { proactive: drawRows(drawn.proactive) } : {}),
  };
  const read = { raw: '', confidence: 'read' as const, flags: [], at: null };
  const none = missingField;
  return {
    schemaVersion: '1.0',
    id,
    source: { uri: `${id}.html`, sha256: id, bytes: 1, mediaType: 'text/html', format: 'html', part: 0 },
    producer: { name: 'nianbao', version: '0.0.0' },
    kind: 'annual-report',
    template: form,
    tableTemplates: Object.fromEntries(Object.keys(tables).map((table) => [table, form])),
    title: none(),
    issuer: { ...read, value: issuer },
    year: { ...read, value: year },
    period: { start: none(), end: none() },
    publishedOn: none(),
    division: null,
    contact: {
      address: none(),
      postcode: none(),
      phone: none(),
      fax: none(),
      email: none(),
      website: none(),
    },
    sections: [],
    tables,
    extras: [],
    facts: Object.entries(drawn.facts ?? {}).map(drawFact),
    checks: drawn.checks ?? [],
    issues: [],
    summary: { cells: 0, verified: 0, read: 0, suspect: 0, blank: 0, missing: 0, checksFailed: 0 },
  };
}
