import type { Conversion } from '../convert/conversion.js';
import { joinFailures, membersOf } from '../convert/failure.js';
import { mapInOrder } from '../convert/run/map-in-order.js';
import { readParts } from '../convert/run/read-parts.js';
import { version } from '../model/version.js';
import type { Unit } from '../store/stored.js';
import type { Convert, CrawlEvent } from './crawl-options.js';
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
  const work = async (unit: Unit): Promise<{ unit: Unit; conversion: Conversion }> => {
    const kept = [{ ...unit, role: 'page' as const }, ...unit.parts].map((part) => ({
      ...part,
      uri: part.finalUrl,
    }));
    const { files, lost } = await readParts(kept, (part) => readKept(archive, part));
    const failures = lost.map(({ failure }) => failure);
    // What is left of a page without its own body is no page.
    if (files[0]?.uri !== unit.finalUrl) return { unit, conversion: { records: [], failure: failures[0]! } };
    const { records, failure } = await convert({ files });
    return {
      unit,
      conversion: { records, failure: joinFailures(kept, [...failures, ...membersOf(failure)]) },
    };
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
