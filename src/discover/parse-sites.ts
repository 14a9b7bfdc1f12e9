import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Site, sitesFileSchema } from '../model/site.js';

/** A mistake in a file of sites, with its line and column, so that an editor can jump to it. */
interface SitesFault {
  /** From 1. */
  line: number;
  column: number;
  /** `sites[3].start[0]`; '' for the file as a whole. */
  field: string;
  message: string;
}

/** Every mistake of the file at once. The message has one line for each: `sites.yaml:12:7: sites[1].id: ...` */
export class SitesFileError extends Error {
  constructor(
    readonly file: string,
    readonly faults: readonly SitesFault[],
  ) {
    super(
      faults
        .map(({ line, column, field, message }) =>
          [`${file}:${line}:${column}`, ...(field === '' ? [] : [field]), message].join(': '),
        )
        .join('\n'),
    );
    this.name = 'SitesFileError';
  }
}

export interface SitesFile {
  /** Whom the sites can write to, where the file says it. */
  contact: string | null;
  sites: Site[];
}

type Path = readonly (string | number)[];

const fieldOf = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./u, '');

/** The place of the value of a path; if it is missing, the place of what should hold it. */
function placeOf(document: Document, counter: LineCounter, path: Path): { line: number; column: number } {
  for (let length = path.length; length >= 0; length--) {
    const at = path.slice(0, length);
    const node: unknown = length === 0 ? document.contents : document.getIn(at, true);
    // A key that should not be there: its own place, not that of its value.
    const parent: unknown = length > 0 ? document.getIn(at.slice(0, -1), true) : undefined;
    const holder = length === 1 ? document.contents : parent;
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && key.value === at.at(-1))
      : undefined;
    const found = isNode(pair?.key) ? pair.key : isNode(node) ? node : null;
    if (found?.range) {
      const { line, col } = counter.linePos(found.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

/** A host of an address, as sites are known by. */
export const hostsOfSite = (site: Site): string[] => [
  ...new Set([
    ...site.start.map((url) => new URL(url).host),
    ...(site.hosts ?? []).map((host) => host.toLowerCase()),
  ]),
];

/** Aliases of aliases grow without end: a file of sites needs a few. */
function toPlain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SitesFileError(file, [{ line: 1, column: 1, field: '', message }]);
  }
}

/**
 * Reads a file of sites; `defaults` are already in every site that is returned.
 *
 * @param file only names the file in errors
 * @param platformIds the platforms that a site may name
 * @throws SitesFileError with line, column and field of every mistake
 */
export function parseSites(text: string, file: string, platformIds: readonly string[]): SitesFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new SitesFileError(
      file,
      document.errors.map(({ pos, message }) => {
        const { line, col } = counter.linePos(pos[0]);
        return { line, column: col, field: '', message };
      }),
    );
  }
  const plain = toPlain(document, file);
  const parsed = sitesFileSchema.safeParse(plain);
  const faultAt = (path: Path, message: string): SitesFault => ({
    ...placeOf(document, counter, path),
    field: fieldOf(path),
    message,
  });
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => {
      const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
      if (issue.code !== 'unrecognized_keys') return [faultAt(path, issue.message)];
      return issue.keys.map((key) => faultAt([...path, key], 'no such field'));
    });
    throw new SitesFileError(file, faults);
  }
  const { contact, sites, defaults } = parsed.data;
  const faults = sites.flatMap((site, index) => [
    ...(sites.findIndex(({ id }) => id === site.id) < index
      ? [faultAt(['sites', index, 'id'], `${site.id} is there twice`)]
      : []),
    ...(site.platform !== undefined && !platformIds.includes(site.platform)
      ? [
          faultAt(
            ['sites', index, 'platform'],
            `no platform ${site.platform}; there are: ${platformIds.join(', ')}`,
          ),
        ]
      : []),
  ]);
  if (faults.length > 0) throw new SitesFileError(file, faults);
  return {
    contact: contact ?? null,
    sites: sites.map((site) => {
      const rate = { ...defaults?.rate, ...site.rate };
      return { ...defaults, ...site, ...(Object.keys(rate).length > 0 ? { rate } : {}) };
    }),
  };
}
