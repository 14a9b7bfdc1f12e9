/** Servers give charsets as content-encodings; like browsers do, what names no compression is passed over. */
function namesCharset(token: string): boolean {
  try {
    new TextDecoder(token);
    return true;
  } catch {
    return false;
  }
}

/** The compressions that a Content-Encoding header names, in the order in which they were laid on. */
export function contentEncodings(field: string | null): string[] {
  const tokens = (field ?? '').split(',').map((token) => token.trim().toLowerCase());
  return tokens.filter((token) => token !== '' && token !== 'identity' && !namesCharset(token));
}
