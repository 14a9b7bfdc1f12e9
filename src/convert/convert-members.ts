import { readZip } from '../archive/read-zip.js';
import type { Knowledge } from '../model/knowledge.js';
import type { ReadingAids } from '../model/reading-aids.js';
import type { Source } from '../model/source.js';
import { type Conversion, convertWith, type Failure } from './convert.js';

/** Files that only lie beside the reports. */
const STRAY = new Set(['empty', 'unknown-format']);
export const isStray = ({ code }: Failure): boolean => STRAY.has(code);

/**
 * Converts each document of a ZIP; their addresses are `archive.zip!/report.docx`. Where some can't be read, the failure names each of
 * them and stands beside the records of the others.
 */
export async function convertMembers(
  source: Source,
  knowledge: Knowledge,
  aids?: ReadingAids,
): Promise<Conversion> {
  const { fetchedAt } = source;
  const records: Conversion['records'] = [];
  const members: Failure[] = [];
  for await (const item of readZip(source, knowledge.formats)) {
    if (item.kind === 'trouble') members.push({ uri: item.uri, code: item.code, message: item.message });
    if (item.kind !== 'document') continue;
    const { uri, bytes, claimed } = item;
    const found = await convertWith({ uri, bytes, ...(fetchedAt && { fetchedAt }) }, knowledge, aids);
    records.push(...found.records);
    if (found.failure && (claimed || !isStray(found.failure))) members.push(found.failure);
  }
  return { records, failure: members.length === 0 ? null : summarise(source.uri, members) };
}

/** The archive's own failure as it is; otherwise one that holds those of the members. */
function summarise(uri: string, members: Failure[]): Failure {
  if (members.length === 1 && members[0]!.uri === uri) return members[0]!;
  const list = members.map((each) => `${each.uri}: ${each.message} [${each.code}]`).join('; ');
  const message = `of the documents in it, ${members.length} could not be read: ${list}`;
  return { uri, code: 'zip-members-failed', message, members };
}
