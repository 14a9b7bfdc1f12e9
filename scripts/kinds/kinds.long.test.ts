import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../parsers/index.js';
import { convertBundle } from '../../src/convert/pipeline.js';
import { oddReports } from './odd-reports.js';
import { otherDocuments } from './other-documents.js';
import type { Page } from './page.js';
import { type PageCarrier, pageCarriers, printPage } from './print-page.js';
import { speakingOfReports } from './speaking-of-reports.js';

const knowledge = loadKnowledge();
const drawn = <T extends Page>(pages: readonly T[]) =>
  pageCarriers.flatMap((carrier) =>
    pages
      .filter(({ metadata }) => !metadata || carrier === 'html')
      .map((page) => ({ name: `${page.group} as ${carrier}`, page, carrier })),
  );

async function recordOf({ page, carrier }: { page: Page; carrier: PageCarrier }) {
  const bytes = new TextEncoder().encode(printPage(page, carrier));
  const { records } = await convertBundle({ files: [{ uri: `page.${carrier}`, bytes }] }, knowledge);
  return records[0]!;
}

describe('what is no report', () => {
  it.each(drawn([...speakingOfReports, ...otherDocuments]))('$name', async (each) => {
    const { kind, tables, facts, issuer } = await recordOf(each);
    expect(kind).not.toBe('annual-report');
    expect([tables, facts, issuer.value]).toEqual([{}, [], null]);
  });
});

describe('a report that looks odd', () => {
  it.each(drawn(oddReports))('$name', async (each) => {
    const { kind, issuer, year, title, publishedOn } = await recordOf(each);
    const { page } = each;
    expect({ kind, year: year.value }).toEqual({ kind: 'annual-report', year: page.year });
    expect(page.issuers).toContain(issuer.value);
    expect(title.value?.replaceAll(' ', '') ?? null).toBe(page.title);
    expect(publishedOn.value).toBe(page.publishedOn);
  });
});
