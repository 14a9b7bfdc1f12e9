import { WarcError } from '../archive/warc-error.js';
import type { Conversion } from '../convert.js';
import type { ToConvert } from '../store/stored.js';
import { version } from '../version.js';
import type { Convert, CrawlEvent } from './crawl-options.js';
import { mapInOrder } from './map-in-order.js';
import { readKept } from './read-kept.js';
import type { Workspace } from './workspace.js';

export interface ConversionRun {
  run: number;
  convert: Convert;
  /** Conversions at once. */
  jobs: number;
  tell: (event: CrawlEvent) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Converts what is kept and not converted yet, or was by another version of nianbao, from the archive. In the order of addresses, so that
 * it does not depend on the order of arrival which of two equal pages a report is first known by.
 */
export async function convertKept(
  { store, archive }: Pick<Workspace, 'store' | 'archive'>,
  { run, convert, jobs, tell, now }: ConversionRun,
): Promise<void> {
  const waiting = store.toConvert(version);
  tell({ type: 'converting', count: waiting.length });
  const work = async (page: ToConvert): Promise<{ page: ToConvert; conversion: Conversion }> => {
    const uri = page.finalUrl;
    try {
      const bytes = await readKept(archive, page);
      return { page, conversion: await convert({ uri, bytes, fetchedAt: page.fetchedAt }) };
    } catch (error) {
      if (!(error instanceof WarcError)) throw error;
      const { code, message } = error;
      return { page, conversion: { records: [], failure: { uri, code, message } } };
    }
  };
  for await (const { page, conversion } of mapInOrder(waiting, jobs, work)) {
    const { url, sha256 } = page;
    const at = new Date(now()).toISOString();
    store.saveConversion({ run, url, sha256, version, at, ...conversion });
    const failure = conversion.failure && `${conversion.failure.message} [${conversion.failure.code}]`;
    tell({ type: 'converted', url, records: conversion.records.length, failure });
  }
}
