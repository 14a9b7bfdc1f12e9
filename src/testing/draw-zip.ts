import { crc32, deflateRawSync } from 'node:zlib';

export interface DrawnMember {
  /** Bytes where the name is in some charset of its own. */
  name: string | Buffer;
  content: string | Uint8Array;
  /** General purpose bits; 1 is encrypted, 0x800 says that the name is in UTF-8. */
  flags?: number;
  /** 0 stored, 8 deflated, any other is only claimed. */
  method?: number;
  /** Claims instead of what is true. */
  claims?: { size?: number; crc?: number };
  /** The packed bytes of the member before it again, as bombs do it. */
  sharesBefore?: boolean;
}

/** A ZIP, with all the lies that its members ask for. */
export function drawZip(members: DrawnMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let before = { offset: 0, packedSize: 0 };
  for (const { name, content, flags = 0, method = 8, claims, sharesBefore } of members) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const nameBytes = Buffer.from(name);
    const place = sharesBefore ? before : { offset: at, packedSize: packed.length };
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(claims?.crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(place.packedSize, 14);
    fields.writeUInt32LE(claims?.size ?? bytes.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    if (!sharesBefore) parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place.offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, nameBytes);
    before = place;
    if (!sharesBefore) at += 30 + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
