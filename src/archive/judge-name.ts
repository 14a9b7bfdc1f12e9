import type { Format } from '../model/format.js';

const A_PICTURE = 'a picture';

/** Suffixes of no format that lie beside reports in scraped folders, by the reason why they are skipped. */
const skippedSuffixes: [reason: string, suffixes: string][] = [
  [A_PICTURE, 'svg ico avif heic psd'],
  ['a style sheet', 'css scss less'],
  ['a script', 'js mjs cjs ts map vue py sh bat'],
  ['a font', 'woff woff2 ttf otf eot'],
  ['data, no document', 'geojson xml rss atom yaml yml sqlite db parquet log'],
  ['an archive', 'gz tgz tar bz2 xz zst cab'],
  ['sound or film', 'mp3 mp4 wav flv avi mov wmv m4a webm ogg swf'],
  ['a program', 'exe dll so msi apk jar class'],
  ['a half-finished download', 'part crdownload tmp'],
  ['slides', 'ppt pptx dps'],
  ['a drawing of a sample', 'drawn'],
];

const reasonOf = new Map(
  skippedSuffixes.flatMap(([reason, suffixes]) => suffixes.split(' ').map((suffix) => [suffix, reason])),
);

const systemFiles = new Set(['thumbs.db', 'desktop.ini', '__macosx']);

type NameVerdict = { kind: 'document' } | { kind: 'unknown' } | { kind: 'skipped'; reason: string };

/** Why a file or a folder is left out by its name whatever it is, or null. */
export function leftOutReason(name: string): string | null {
  if (name.startsWith('.')) return 'hidden';
  if (name.startsWith('~$')) return 'a lock file of an office program';
  return systemFiles.has(name.toLowerCase()) ? 'a file of the operating system' : null;
}

/** Web archives hold documents. */
const isWarcName = (name: string): boolean => /\.warc(?:\.gz)?$/iu.test(name);

const suffixOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';

const formatsOf = (suffix: string, formats: readonly Format[]): Format[] =>
  formats.filter(({ suffixes }) => suffixes.includes(suffix));

/** Does the name promise an archive? Whether it holds documents or is one, only its bytes show. */
export const isArchiveName = (name: string, formats: readonly Format[]): boolean =>
  isWarcName(name) || formatsOf(suffixOf(name), formats).some(({ traits }) => traits.includes('archive'));

/**
 * What the name of a file says that was found on a walk or by a pattern. A file that the user names is always read: the
 * bytes decide. Query strings that mirrors leave in names (`page.html?id=1`) do not count.
 */
export function judgeName(name: string, formats: readonly Format[]): NameVerdict {
  const leftOut = leftOutReason(name);
  if (leftOut !== null) return { kind: 'skipped', reason: leftOut };
  const plain = name.split('?', 1)[0]!;
  if (isWarcName(plain)) return { kind: 'document' };
  if (isArchiveName(plain, formats)) return { kind: 'unknown' };
  const suffix = suffixOf(plain);
  const known = formatsOf(suffix, formats);
  if (known.some(({ traits }) => traits.includes('data'))) return { kind: 'unknown' };
  if (known.some(({ traits }) => !traits.includes('picture'))) return { kind: 'document' };
  const reason = known.length > 0 ? A_PICTURE : reasonOf.get(suffix);
  return reason === undefined ? { kind: 'unknown' } : { kind: 'skipped', reason };
}
