import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeText } from '../../parsers/formats/charset/decode-text.js';
import { fileFailure } from '../convert/failure.js';
import { readBytes } from '../convert/read-bytes.js';
import type { AddressNoise } from '../model/platform.js';
import { judgeAddress } from './judge-address.js';
import { readTable } from './read-table.js';
import { UsageError } from './usage-error.js';

/** An address that somebody named. */
export interface NamedAddress {
  /** As it is requested: without fragment, password and what only names a session. */
  url: string;
  key: string;
  /** `list.csv:12`, or `argument 1`. */
  where: string;
}

/** Something that was named and is no address that can be fetched. */
export interface AddressFault {
  /** As it is written there, without name and password. */
  text: string;
  where: string;
  message: string;
}

interface NamedAddresses {
  /** Each once, in the order of their first naming. */
  addresses: NamedAddress[];
  faults: AddressFault[];
  /** Named before, in this spelling or another. */
  repeated: number;
}

/** Each text with its place, not judged yet. */
export interface Written {
  text: string;
  where: string;
  /** Why the line can't be read. */
  fault?: string;
}

const WITH_SCHEME = /^\s*[a-z][a-z0-9+.-]*:/iu;
const TABLES: readonly string[] = ['.csv', '.tsv'];

/**
 * The addresses that arguments name: an address, `-` for standard input (one a line), or a file of them (.csv and .tsv: a table; any
 * other: one a line, lines with # in front are remarks). Files may be in UTF-8, UTF-16 or GBK.
 * @throws UsageError where an argument is neither an address nor a file that can be read, or a file holds no address at all
 */
export async function readAddresses(inputs: readonly string[], noise: AddressNoise): Promise<NamedAddresses> {
  const named: NamedAddresses = { addresses: [], faults: [], repeated: 0 };
  const seen = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    for (const { text, where, fault } of await readInput(input, index)) {
      const judged = fault === undefined ? judgeAddress(text, noise) : { text: '', message: fault };
      if ('message' in judged) named.faults.push({ ...judged, where });
      else if (seen.has(judged.key)) named.repeated++;
      else {
        seen.add(judged.key);
        named.addresses.push({ ...judged, where });
      }
    }
  }
  return named;
}

async function readInput(input: string, index: number): Promise<Written[]> {
  if (input === '-') return readLines(textOf(await readBytes(null), 'standard input'), 'standard input');
  // A file of that name needs ./ before it.
  if (WITH_SCHEME.test(input)) return [{ text: input, where: `argument ${index + 1}` }];
  const written = await readFile(input);
  if (written.every(({ fault }) => fault !== undefined)) throw new UsageError(`${input} holds no address`);
  return written;
}

async function readFile(path: string): Promise<Written[]> {
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).isDirectory())
      throw new UsageError(`${path} is a folder, not a list of addresses`);
    bytes = await readBytes(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { message } = fileFailure(path, error);
    const hint = /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/u.test(path)
      ? ' (an address begins with http:// or https://)'
      : '';
    throw new UsageError(`${path}: ${message}${hint}`);
  }
  const text = textOf(bytes, path);
  return TABLES.includes(extname(path).toLowerCase()) ? readTable(text, path) : readLines(text, path);
}

function textOf(bytes: Uint8Array, name: string): string {
  const decoded = bytes.length === 0 ? null : decodeText(bytes, {});
  if (decoded === null) throw new UsageError(`${name} holds no text`);
  return decoded.text;
}

const readLines = (text: string, name: string): Written[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line, index) => ({ text: line.trim(), where: `${name}:${index + 1}` }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
