import type { ReportRecord } from '../model/report-record.js';
import { filesOf } from './record-files.js';
import type { KeptDocument } from './stored.js';

/** A record of several files, under the address where the store looks for it again. */
export interface Placed {
  record: ReportRecord;
  url: string;
  /** Unlike for all records of one address. */
  part: number;
  /** The addresses of its files and the parts in them; empty if it has only one. */
  carriers: { url: string; part: number }[];
}

/**
 * The addresses of the records of a page and its parts: each under the first of its files in the order of the page, so that it stays where it is
 * when another of its files has the most evidence the next time.
 * @param files the page first
 */
export function placeRecords(
  records: readonly ReportRecord[],
  files: readonly Pick<KeptDocument, 'url' | 'finalUrl'>[],
): Placed[] {
  const taken = new Set<string>();
  return records.map((record) => {
    const carriers = filesOf(record)
      .map(({ uri, part }) => ({ at: placeOf(uri, files), part }))
      .sort((left, right) => left.at - right.at || left.part - right.part);
    const [lead] = carriers;
    const { url } = files[lead!.at]!;
    let { part } = lead!;
    // Two documents of one ZIP have the same address and the same part.
    while (taken.has(`${part} ${url}`)) part++;
    taken.add(`${part} ${url}`);
    return {
      record,
      url,
      part,
      carriers: carriers.map((each) => ({ url: files[each.at]!.url, part: each.part })),
    };
  });
}

/** Documents of a ZIP have its address and their name. */
function placeOf(uri: string, files: readonly Pick<KeptDocument, 'finalUrl'>[]): number {
  const at = files.findIndex(({ finalUrl }) => uri === finalUrl || uri.startsWith(`${finalUrl}!/`));
  return Math.max(0, at);
}
