import iconv from 'iconv-lite';

const BOUNDARY = '----=_NextPart_01DA0000.00000000';
const LINE_MAX = 75;
const EQUALS = 0x3d;

/** Quoted-printable, in lines that end with `=` wherever they happen to be full, as Word cuts them. */
function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    const isEnd = byte === 0x0a;
    if (isEnd) lines.push(line);
    if (isEnd || byte === 0x0d) {
      if (isEnd) line = '';
      continue;
    }
    const plain = byte >= 0x21 && byte <= 0x7e && byte !== EQUALS;
    const piece =
      plain || byte === 0x20
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + piece.length > LINE_MAX) {
      lines.push(`${line}=`);
      line = '';
    }
    line += piece;
  }
  return [...lines, line].join('\r\n');
}

const base64Lines = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/**
 * Packs a page as Word's "single file web page" does: in GB 2312, with its list of files and its running header beside it.
 *
 * @param encoding how the page itself is packed; Word takes quoted-printable
 */
export function packLikeWord(
  html: string,
  encoding: 'quoted-printable' | 'base64' | '8bit' = 'quoted-printable',
  charset = 'gb2312',
): Uint8Array {
  const page = iconv.encode(
    html.replace(/charset=[\w-]+/, `charset=${charset}`),
    charset === 'gb2312' ? 'gbk' : charset,
  );
  const part = (type: string, transfer: string, name: string, body: string | Buffer): (string | Buffer)[] => [
    `--${BOUNDARY}\r\nContent-Location: file:///C:/FAKE/report.files/${name}\r\nContent-Transfer-Encoding: ${transfer}\r\nContent-Type: ${type}\r\n\r\n`,
    body,
    '\r\n\r\n',
  ];
  const body = encoding === '8bit' ? page : encoding === 'base64' ? base64Lines(page) : quotedPrintable(page);
  const header = iconv.encode('<html><body><p>- 77 -</p></body></html>', 'gbk');
  const pieces = [
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${BOUNDARY}"\r\n\r\nThis is a single file web page.\r\n\r\n`,
    ...part(`text/html; charset="${charset}"`, encoding, '../report.htm', body),
    ...part('image/png', 'base64', 'image001.png', base64Lines(Buffer.from('89504e470d0a1a0a', 'hex'))),
    ...part('text/html; charset="gb2312"', 'quoted-printable', 'header.htm', quotedPrintable(header)),
    ...part('text/xml; charset="utf-8"', 'quoted-printable', 'filelist.xml', '<xml></xml>'),
    `--${BOUNDARY}--\r\n`,
  ];
  return new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece as string))));
}
