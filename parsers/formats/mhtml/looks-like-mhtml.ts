const CHARS_READ = 8192;
/** A name, a colon, a value; then the lines that go on with it. */
const HEADERS = /^(?:\xef\xbb\xbf)?\s*(?:[!-9;-~]{1,80}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|$)){2,}/;
const VERSION = /^mime-version:/im;
const CONTENT = /^content-type:\s*(?:multipart\/(?:related|mixed|alternative)|text\/html)\b/im;

/** True where the bytes begin with the headers of a saved web page: MIME, with HTML in it. */
export function looksLikeMhtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, CHARS_READ));
  const headers = HEADERS.exec(start)?.[0];
  return headers !== undefined && VERSION.test(headers) && CONTENT.test(headers);
}
