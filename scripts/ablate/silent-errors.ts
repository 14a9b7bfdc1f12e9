import type { Field, ReportRecord } from '../../src/model/report-record.js';
import { inventedCells, judgeCell, wantedCells } from '../scoring/score-documents.js';
import type { Truth } from '../synthesise/truth.js';
import type { FolderTruth, Subject } from './subjects.js';

type Found = Pick<Field<unknown>, 'value' | 'confidence'>;

const isSure = ({ value, confidence }: Found): boolean =>
  value !== null && (confidence === 'verified' || confidence === 'read');

const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/gu, '') : value;

const wrongField = (path: string, field: Found | undefined, wanted: unknown): string[] => {
  if (wanted === undefined || !field || !isSure(field)) return [];
  return [wanted].flat().map(plain).includes(plain(field.value)) ? [] : [path];
};

const wrongCells = (truth: Truth, record: ReportRecord): string[] => [
  ...wantedCells(truth, record)
    .filter(({ cell, want }) => judgeCell(cell, want) === 'silent')
    .map(({ path }) => path),
  ...inventedCells(truth, record).map(({ path }) => path),
];

const wrongFacts = ({ facts, optional = [] }: FolderTruth, record: ReportRecord): string[] => {
  if (!facts) return [];
  const right = new Set([...facts, ...optional].map(({ id, value }) => `${id}=${value}`));
  const asked = new Set(facts.map(({ id }) => id));
  return record.facts
    .filter((fact) => isSure(fact) && asked.has(fact.id))
    .map(({ id, value }) => `${id}=${value}`)
    .filter((fact) => !right.has(fact))
    .map((fact) => `facts.${fact}`);
};

/** Paths of what is wrong in the records of a document and does not look so; nothing if its truth is not known. */
export function silentErrors({ truth, folderTruth }: Subject, records: readonly ReportRecord[]): string[] {
  const record = records.find(({ kind }) => kind === 'annual-report');
  if (!record) return [];
  const isReport = truth ? (truth.kind ?? 'annual-report') === 'annual-report' : !folderTruth?.why;
  if (!isReport) return ['kind', ...(truth ? wrongCells(truth, record) : [])];
  const known = truth ?? folderTruth;
  if (!known) return [];
  return [
    ...wrongField('issuer', record.issuer, known.issuer),
    ...wrongField('year', record.year, known.year),
    ...wrongField('publishedOn', record.publishedOn, folderTruth?.publishedOn),
    ...(truth ? wrongCells(truth, record) : []),
    ...(folderTruth ? wrongFacts(folderTruth, record) : []),
  ];
}
