/** Suffixes of documents, and of archives that may hold some: one that can't be read is a failure, not a file that was lying about. */
const documentSuffixes = new Set(
  'html htm shtml shtm xhtml mht mhtml txt text md markdown docx docm doc wps rtf pdf ofd odt xls xlsx xlsm xlsb et rar 7z'.split(
    ' ',
  ),
);

/** What lies beside reports in scraped folders and is none, by reason. */
const skippedSuffixes: [reason: string, suffixes: string][] = [
  ['a picture', 'png jpg jpeg jpe gif bmp webp svg ico tif tiff avif heic psd'],
  ['a style sheet', 'css scss less'],
  ['a script', 'js mjs cjs ts map vue py sh bat'],
  ['a font', 'woff woff2 ttf otf eot'],
  ['data, no document', 'json jsonl ndjson geojson csv tsv xml rss atom yaml yml sqlite db parquet log'],
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
export const isArchiveName = (name: string): boolean => /\.warc(?:\.gz)?$/iu.test(name);

/** Of a ZIP only its bytes tell whether it holds documents or is one. */
export const isZipName = (name: string): boolean => /\.zip$/iu.test(name);

/**
 * What the name of a file says that was found on a walk or by a pattern. A file that the user names is always read: the
 * bytes decide. Query strings that mirrors leave in names (`page.html?id=1`) do not count.
 */
export function judgeName(name: string): NameVerdict {
  const leftOut = leftOutReason(name);
  if (leftOut !== null) return { kind: 'skipped', reason: leftOut };
  const plain = name.split('?', 1)[0]!.toLowerCase();
  if (isArchiveName(plain)) return { kind: 'document' };
  const suffix = plain.includes('.') ? plain.slice(plain.lastIndexOf('.') + 1) : '';
  if (documentSuffixes.has(suffix)) return { kind: 'document' };
  const reason = reasonOf.get(suffix);
  return reason === undefined ? { kind: 'unknown' } : { kind: 'skipped', reason };
}
