/**
 * A one-page PDF for tests, written by hand: one line of text in a Chinese font that is not embedded, as old Acrobat and
 * government OA systems make them. Reading it needs pdfjs's own character maps.
 * @param hex two-byte character codes in hexadecimal.
 */
export function handWrittenPdf(options: {
  encoding: string;
  hex: string;
  isEncrypted?: boolean;
  /** Points; a line of small print holds more. */
  size?: number;
}): Uint8Array {
  const ordering = options.encoding === 'Identity-H' ? 'Identity' : 'GB1';
  const content = `BT /F1 ${options.size ?? 12} Tf 50 100 Td <${options.hex}> Tj ET`;
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${options.encoding} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = bodies.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const password = 'ab'.repeat(32);
  const encrypt = options.isEncrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${password}> /U <${password}> >> /ID [<00> <00>]`
    : '';
  const count = bodies.length + 1;
  const xref = `xref\n0 ${count}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${file}${xref}trailer\n<< /Size ${count} /Root 1 0 R${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
