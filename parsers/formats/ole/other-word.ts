/** Word 2 and the first Word for Windows wrote no container. */
export const looksLikeWord2 = (bytes: Uint8Array): boolean =>
  bytes.length > 64 && (bytes[0] === 0xdb || bytes[0] === 0x9b) && bytes[1] === 0xa5 && bytes[3] === 0;

const XML_HEAD_BYTES = 4096;
const XML_WORD = /^(?:\xef\xbb\xbf)?\s*<\?xml\b[\s\S]*?<(?:w:wordDocument|pkg:package)\b/;

/** The XML of Word 2003, and a whole DOCX written as one XML. */
export const looksLikeWordXml = (bytes: Uint8Array): boolean =>
  XML_WORD.test(new TextDecoder('latin1').decode(bytes.subarray(0, XML_HEAD_BYTES)));
