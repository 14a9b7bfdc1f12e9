import { WarcError } from '../archive/warc-error.js';
import type { Conversion, Convert, ConvertSource, Failure } from '../convert/convert.js';
import { mapInOrder } from '../convert/run/map-in-order.js';
import { version } from '../model/version.js';
import type { KeptDocument, Unit } from '../store/stored.js';
import type { CrawlEvent } from './crawl-options.js';
import { readKept } from './read-kept.js';
import type { Workspace } from './workspace.js';

interface ConversionRun {
  run: number;
  convert: Convert;
  /** Conversions at once. */
  jobs: number;
  tell: (event: CrawlEvent) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Converts what is kept and not converted yet, or was by another version of nianbao, from the archive: the page of a report with its
 * files and pictures. In the order of addresses, so that it does not depend on the order of arrival which of two equal pages a report
 * is first known by.
 */
export async function convertKept(
  { store, archive }: Pick<Workspace, 'store' | 'archive'>,
  { run, convert, jobs, tell, now }: ConversionRun,
): Promise<void> {
  const waiting = store.toConvert(version);
  tell({ type: 'converting', count: waiting.length });
  const sourceOf = async (kept: KeptDocument): Promise<ConvertSource> => ({
    uri: kept.finalUrl,
    bytes: await readKept(archive, kept),
    fetchedAt: kept.fetchedAt,
  });
  const work = async (unit: Unit): Promise<{ unit: Unit; conversion: Conversion }> => {
    const sources: ConvertSource[] = [];
    const lost: Failure[] = [];
    for (const { role, ...kept } of [{ ...unit, role: undefined }, ...unit.parts]) {
      try {
        sources.push({ ...(await sourceOf(kept)), ...(role && { linked: role }) });
      } catch (error) {
        if (!(error instanceof WarcError)) throw error;
        lost.push({ uri: kept.finalUrl, code: error.code, message: error.message });
      }
    }
    // What is left of a page without its own body is no page.
    if (sources[0]?.uri !== unit.finalUrl) return { unit, conversion: { records: [], failure: lost[0]! } };
    const { records, failure } = await convert(sources);
    return { unit, conversion: { records, failure: withLost(failure, lost) } };
  };
  for await (const { unit, conversion } of mapInOrder(waiting, jobs, work)) {
    const { url, key, parts } = unit;
    const at = new Date(now()).toISOString();
    const files = parts.length > 0 ? { files: [unit, ...parts] } : {};
    store.saveConversion({ run, url, key, version, at, ...files, ...conversion });
    const failure = conversion.failure && `${conversion.failure.message} [${conversion.failure.code}]`;
    tell({ type: 'converted', url, records: conversion.records.length, failure });
  }
}

function withLost(failure: Failure | null, lost: readonly Failure[]): Failure | null {
  if (lost.length === 0) return failure;
  const members = [...lost, ...(failure?.members ?? (failure ? [failure] : []))];
  return members.length === 1 ? members[0]! : { ...members[0]!, members };
}
