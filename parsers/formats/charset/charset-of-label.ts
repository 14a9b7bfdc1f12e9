/** Labels as servers and pages write them, and the decoder that reads them. */
const FAMILIES: Record<string, string[]> = {
  // gb18030 holds gbk holds gb2312: pages that say gb2312 use characters of the larger sets every day.
  gb18030: [
    'gb18030',
    'gbk',
    'gb2312',
    'gb_2312',
    'gb_2312-80',
    'gb2312-80',
    'x-gbk',
    'cp936',
    'ms936',
    'windows-936',
    'csgb2312',
    'euc-cn',
    'chinese',
    'iso-ir-58',
  ],
  big5: ['big5', 'big-5', 'big5-hkscs', 'cn-big5', 'x-x-big5', 'cp950', 'csbig5'],
  'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'unicode11utf8', 'utf8mb4'],
  'utf-16le': ['utf-16', 'utf-16le', 'utf16', 'unicode', 'ucs-2', 'iso-10646-ucs-2'],
  'utf-16be': ['utf-16be', 'unicodefffe'],
};

/**
 * The decoder's name for a declared charset ("GB2312" -> "gb18030"), or null when no decoder knows the label.
 */
export function charsetOfLabel(label: string): string | null {
  const wanted = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  for (const [charset, labels] of Object.entries(FAMILIES)) if (labels.includes(wanted)) return charset;
  try {
    return new TextDecoder(wanted).encoding;
  } catch {
    // An unknown label is the ordinary answer here, told by null.
    return null;
  }
}
