import type { ReportHeader } from '../header/find-header.js';
import { addFlags } from '../model/codes/add-flags.js';
import type { Issue } from '../model/issue.js';
import type { Contact, Field } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type CarrierNames, carriersDiffer } from './difference-issues.js';
import type { AnyField } from './header-fields.js';
import { isSure } from './rank-carriers.js';
import type { ReportReading } from './reading.js';
import { stampPlaces } from './stamp-carrier.js';

/** Wordings of one thing: a title is set otherwise on a page than in its file. */
const FREE_WORDING = ['title', 'issuer'];

/**
 * The header out of all carriers, field by field: a sure one before a doubtful one, then the first carrier's. Where two sure ones
 * differ, the field is in doubt; a title or a name may be worded in two ways, and is not.
 */
export function mergeHeader(carriers: readonly ReportReading[], names: CarrierNames): Result<ReportHeader> {
  const headers = carriers.map(({ header }, carrier) => stampPlaces(header, carrier));
  const issues: Issue[] = [];
  const merge = <F extends AnyField>(path: string, pick: (header: ReportHeader) => F): F =>
    mergeField(path, headers.map(pick), names, issues);
  const contact = Object.fromEntries(
    (Object.keys(headers[0]!.contact) as (keyof Contact)[]).map((name) => [
      name,
      merge(`contact.${name}`, (header) => header.contact[name]),
    ]),
  ) as unknown as Contact;
  const issuer = merge('issuer', (header) => header.issuer);
  const value: ReportHeader = {
    title: merge('title', (header) => header.title),
    issuer,
    year: merge('year', (header) => header.year),
    period: {
      start: merge('period.start', (header) => header.period.start),
      end: merge('period.end', (header) => header.period.end),
    },
    publishedOn: merge('publishedOn', (header) => header.publishedOn),
    division:
      headers.find((header) => header.issuer === issuer)?.division ??
      headers.find(({ division }) => division !== null)?.division ??
      null,
    contact,
  };
  return { value, issues };
}

function mergeField<F extends AnyField>(
  path: string,
  fields: readonly F[],
  names: CarrierNames,
  issues: Issue[],
): F {
  const filled = fields.flatMap((field, carrier) => (field.value === null ? [] : [{ field, carrier }]));
  const standing = filled.find(({ field }) => isSure(field)) ?? filled[0];
  // Undecided between readings is more than nothing.
  if (!standing) return fields.find(({ confidence }) => confidence !== 'missing') ?? fields[0]!;
  const others = filled.filter(({ field }) => fold(field) !== fold(standing.field));
  if (others.length === 0) return standing.field;
  const rivals = others.filter(({ field }) => isSure(field) || !isSure(standing.field));
  const isDoubt = rivals.length > 0 && !FREE_WORDING.includes(path);
  const said = ({ field, carrier }: (typeof filled)[number]) => ({ carrier, value: field.value! });
  issues.push(carriersDiffer(isDoubt ? 'warning' : 'info', path, said(standing), others.map(said), names));
  if (!isDoubt) return standing.field;
  const values = [...new Set(rivals.map(({ field }) => field.value))];
  const named = values.map((value) => `rival:${value}` as const);
  const flags = addFlags(standing.field.flags, 'carriers-differ', 'rivals', ...named);
  return { ...standing.field, confidence: 'suspect', flags };
}

/** White space and signs are typesetting. */
const fold = ({ value }: Field<string> | Field<number>): string =>
  String(value)
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase();
