/** Enough of a file to know it by. */
const CHARS_READ = 300_000;
const META_BYTES = 4096;

const DOCUMENT_START =
  /^\s*(?:<\?xml\b[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const OTHER_START =
  /^\s*(?:[{[]\s*["{[]|<\?xml\b[^>]{0,200}\?>\s*<(?!!doctype\s+html|html)|<(?:rss|svg|feed)\b|%PDF-|\{\\rtf)/i;
/** A tag as markup has it: a known name, then attributes or the end. `<条例>` and `a < b` are none. */
const TAG =
  /<(\/?)(table|tbody|tr|td|th|p|div|br|span|h[1-6]|ul|ol|li|body|head|html|meta|title|a|font|strong|b|section|article|center)((?:\s[^<>]{0,2000})?)\/?>/gi;
const TAGS_MIN = 3;
/** One tag in so many characters: less is a text that talks about markup. */
const CHARS_PER_TAG_MAX = 2000;

/** True when a text is built with HTML markup, whatever its name says. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, CHARS_READ);
  if (DOCUMENT_START.test(start)) return true;
  if (OTHER_START.test(start)) return false;
  let tags = 0;
  let closing = 0;
  const names = new Set<string>();
  for (const match of start.matchAll(TAG)) {
    tags++;
    if (match[1] === '/') {
      closing++;
      names.add(match[2]!.toLowerCase());
    }
  }
  if (names.has('table') || names.has('tr') || names.has('td')) return true;
  return closing >= 1 && tags >= TAGS_MIN && start.length / tags <= CHARS_PER_TAG_MAX;
}

/** The charset that a page declares for itself, in a <meta> or an XML declaration within the first 4 KB. */
export function findMetaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES));
  const meta = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([^\s"'>;/]{1,40})/i.exec(head);
  if (meta !== null) return meta[1];
  return /<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,40})["']/i.exec(head)?.[1];
}
